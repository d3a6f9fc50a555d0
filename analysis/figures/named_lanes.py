"""Where named rows of bars stand in a figure: names beside them on a desk, above them on a telephone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.style import INK, MIDDLE, PAPER, Room, fixed, in_order

LANE = 26
"""Pixels of one bar with its interval."""

GAP = 16
"""Pixels between two named rows."""

_LINE = 1.25
"""Height of a line of words, in sizes of its letters."""


class Laid(NamedTuple):
    """Rows in their places.

    Attributes
    ----------
    table : pandas.DataFrame
        The table with ``lane``, the middle of each bar in pixels from the top, and ``top`` and ``bottom``, the ends of
        its row.
    names : list
        A record per name and line of words: ``words`` and ``lane``.
    width, height : int
        Of the panel, in pixels.
    """

    table: pd.DataFrame
    names: list[dict[str, Any]]
    width: int
    height: int


def laid_out(table: pd.DataFrame, column: str, room: Room, notes: Mapping[str, str] | None = None) -> Laid:
    """Give each row of a table a lane, those of one name below each other, in the order of the table.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per bar.
    column : str
        Names its row.
    room : Room
        Names stand above their bars in a narrow one.
    notes : mapping of str to str, optional
        What is written after a name.
    """
    names: list[dict[str, Any]] = []
    parts, top = [], GAP / 2
    for name in in_order(table, column):
        there = table[table[column] == name]
        words = _said(f"{name}{(notes or {}).get(name, '')}", room)
        tall = _LINE * room.text * len(words)
        bars = LANE * len(there)
        begin = top + tall + 2 if room.is_narrow else top + max(tall - bars, 0) / 2
        names += _lines(words, top + tall / 2 if room.is_narrow else begin + bars / 2, room)
        lanes = [begin + LANE * (place + 0.5) for place in range(len(there))]
        parts.append(there.assign(lane=lanes, top=begin + 1, bottom=begin + bars - 1))
        top = begin + bars + GAP + (0 if room.is_narrow else max(tall - bars, 0) / 2)
    width = room.whole if room.is_narrow else room.width
    return Laid(pd.concat(parts), names, width, round(top - GAP / 2))


def _said(words: str, room: Room) -> list[str]:
    return wrapped(words, room.text, room.whole if room.is_narrow else room.labels)


def _lines(words: Sequence[str], middle: float, room: Room) -> list[dict[str, Any]]:
    first = middle - _LINE * room.text * (len(words) - 1) / 2
    return [{"words": line, "lane": first + _LINE * room.text * place} for place, line in enumerate(words)]


def lane(laid: Laid, column: str = "lane") -> alt.Y:
    """The upright place of marks: pixels from the top."""
    scale = alt.Scale(domain=[laid.height, 0], nice=False, zero=False)
    return alt.Y(f"{column}:Q", scale=scale, axis=None)


def names_of(laid: Laid, room: Room) -> Any:
    """The names as a layer."""
    base = alt.Chart(alt.InlineData(values=tuple(laid.names))).encode(
        x=fixed(alt.XValue, 0 if room.is_narrow else -12), y=lane(laid), text=alt.Text("words:N")
    )
    return written(base, room.text, "left" if room.is_narrow else "right")


def written(base: Any, size: float, align: str, dx: float = 0) -> Any:
    """Words on a white edge, to be read across lines and bars."""
    style = {"fontSize": size, "align": align, "dx": dx, "baseline": "middle", "tooltip": None}
    edge = base.mark_text(stroke=PAPER, strokeWidth=4, strokeJoin="round", color=PAPER, **style)
    return alt.layer(edge, base.mark_text(color=INK, **style))


def intervals(base: Any) -> list[Any]:
    """Intervals as lines with both ends marked and a white edge; ``base`` holds their lane."""
    span = [
        base.mark_rule(color=colour, strokeWidth=width).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"))
        for colour, width in ((PAPER, 6), (INK, 2.5))
    ]
    ends = [
        base.mark_tick(color=INK, thickness=2.5, size=12, orient="vertical").encode(x=alt.X(f"{end}:Q"))
        for end in ("low", "high")
    ]  # fmt: skip
    return [*span, *ends]


def nothing(colour: str = MIDDLE) -> Any:
    """The line where nothing is changed."""
    return alt.Chart(alt.InlineData(values=[{}])).mark_rule(color=colour, strokeWidth=2).encode(x=fixed(alt.XDatum, 0))
