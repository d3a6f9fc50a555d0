"""Names and numbers written beside what they name, so that no legend is needed: spread out where they would collide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt

from analysis.figures.label_spread import spread
from analysis.figures.lettering import wrapped
from analysis.figures.style import INK, MIDDLE, Room, fixed

GAP = 14
"""Pixels between the field and a label."""
AIR = 4
"""Pixels between two labels."""
LINE = 1.2
"""Height of a line in sizes of its letters."""
WORDS = 250
"""Pixels that a label may take on a desk's screen."""


class Label(NamedTuple):
    """Where a label belongs, as a part (0 to 1) of the field's height from its floor, and its lines."""

    at: float
    lines: tuple[str, ...]


def label(at: float, name: str, told: str, room: Room) -> Label:
    """A name and its numbers in as many lines as the room asks for; without a name the numbers alone."""
    across = room.labels if room.is_narrow else WORDS
    names = wrapped(name, room.small, across) if name else []
    return Label(at, (*names, *(wrapped(told, room.small, across) if told else ())))


def end_labels(labels: Sequence[Label], room: Room, size: tuple[float, float]) -> list[Any]:
    """Layers with the labels to the right of a field and a line from each to where it belongs.

    Parameters
    ----------
    labels : sequence of Label
        What is written.
    room : Room
        The room that the figure is laid out in.
    size : (float, float)
        Width and height of the field in pixels.
    """
    width, height = size
    lines = []
    high = [len(one.lines) * room.small * LINE + AIR for one in labels]
    tops = spread([(1 - one.at) * height for one in labels], high, (-float(room.small), height + room.small))
    for one, top in zip(labels, tops, strict=True):
        middle = top + (len(one.lines) * room.small * LINE) / 2
        place = {"top": top, "middle": middle, "from": (1 - one.at) * height, "words": "\n".join(one.lines)}
        lines.append(place)
    base = alt.Chart(alt.InlineData(values=tuple(lines)))
    return [
        base.mark_rule(color=MIDDLE, strokeWidth=1).encode(**_across(width, GAP - 3), **_places("from", "middle")),
        base.mark_text(
            align="left", baseline="top", lineBreak="\n", lineHeight=room.small * LINE, fontSize=room.small, color=INK
        ).encode(x=fixed(alt.XValue, width + GAP), y=_pixels("top"), text=alt.Text("words:N")),
    ]


def _across(width: float, length: float) -> Mapping[str, Any]:
    return {"x": fixed(alt.XValue, width + 1), "x2": fixed(alt.X2Value, width + length)}


def _places(start: str, end: str) -> Mapping[str, Any]:
    return {"y": _pixels(start), "y2": alt.Y2(f"{end}:Q")}


def _pixels(column: str) -> Any:
    """A column that holds pixels from the top."""
    return alt.Y(f"{column}:Q", scale=None, axis=None)
