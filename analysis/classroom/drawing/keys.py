"""What the marks of a drawing mean: a key that names only what has come up, in as many lines as there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.classroom.drawing.canvas import Size, area, fitted, mark, words
from analysis.figures.lettering import width_of

LEAD, GAP = 1.0, 0.7
"""Room for a mark before its name, and between two names, in sizes of letters."""


class Entry(NamedTuple):
    """One line of a key: its shape (``held`` for a shaded box), the class of its look, and its name."""

    shape: str
    look: str
    name: str


def key(entries: Sequence[Entry], start: float, lines: int, size: Size) -> Iterator[str]:
    """Yield a key: the first line begins at a place beside a title, the others at the left edge.

    Parameters
    ----------
    entries : sequence of Entry
        What is named, the most important first: what finds no room is left out.
    start : float
        Where the first line begins.
    lines : int
        How many lines there are.
    size : Size
        Of the drawing.
    """
    text, x, row = size.text, start, 0
    for entry in entries:
        name = fitted(entry.name, text, size.width - LEAD * text)
        width = LEAD * text + width_of(name, text)
        if x + width > size.width:
            x, row = 0.0, row + 1
        if row >= lines:
            return
        middle = row * size.line + 0.5 * text
        yield _sample(entry, (x + 0.42 * text, middle), size)
        yield words((x + LEAD * text, middle + 0.36 * text), name, "axis")
        x += width + GAP * text


def _sample(entry: Entry, at: tuple[float, float], size: Size) -> str:
    half = 0.3 * size.text
    if entry.shape == "held":
        return area((at[0] - half, at[1] - half, 2 * half, 2 * half), "held edged")
    return mark(entry.shape, at, half, entry.look, size.stroke * 0.6)
