"""Names and numbers at the ends of lines: in place of a legend, and pushed apart so that all can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.classroom.drawing.canvas import Size, fitted, mark, side_mark, words
from analysis.figures.label_spread import spread
from analysis.figures.lettering import width_of

MARKED, MIDDLE = 1.1, 0.6
"""Room that a mark takes before its words, and where in it the mark stands, in sizes of letters."""


class Label(NamedTuple):
    """One label: what it stands beside (``a``, ``b`` or ``joint``), the height of its line's end, name and number."""

    look: str
    y: float
    name: str
    number: str


def label_room(names: Sequence[str], widest: str, size: Size, most: float) -> float:
    """Return the width that labels of these names take, at most so much; names are cut before numbers are.

    `widest` stands for any number, so that fields whose labels have the same names are equally wide.
    """
    return min(most, max(MARKED * size.text + width_of(f"{name} {widest}".strip(), size.text) for name in names) + 0.5)


def end_labels(
    labels: Sequence[Label], left: float, room: float, ends: tuple[float, float], size: Size
) -> Iterator[str]:
    """Yield labels as near to their lines' ends as the others let them.

    Parameters
    ----------
    labels : sequence of Label
        What is written.
    left, room : float
        Where they begin, and how wide they may be.
    ends : (float, float)
        Top and bottom of where they may stand.
    size : Size
        Of the drawing.
    """
    tops = spread([label.y for label in labels], [size.line] * len(labels), ends)
    for label, top in zip(labels, tops, strict=True):
        middle = top + size.line / 2
        at = (left + MIDDLE * size.text, middle)
        if label.look == "joint":
            yield mark("diamond", at, 0.27 * size.text, "joint-diamond")
        else:
            yield side_mark(label.look, at, size)
        text = _text(label, size, room)
        yield words((left + MARKED * size.text, middle + 0.36 * size.text), text, f"{label.look}-text")


def _text(label: Label, size: Size, room: float) -> str:
    """The name, as much of it as there is room for, and the number; a stump of a name is no name."""
    left = room - MARKED * size.text - width_of(f" {label.number}", size.text)
    name = fitted(label.name, size.text, left) if label.name else ""
    if name != label.name and len(name) < SHORTEST:
        name = ""
    return f"{name} {label.number}".strip()


SHORTEST = 4
"""Letters of a cut name, its ellipsis included, that still tell who is meant."""
