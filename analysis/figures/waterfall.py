"""Why this and not that: what each consideration adds to the lead of one option over its rival, and the sum."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.placing import folded
from analysis.figures.style import INK, MIDDLE, PAPER, SERIES, WIDE, Room, rows, styled

SUM = "In all"
ROW = 34
"""Pixels of a row where names stand beside the bars."""
ROOM_FOR_NUMBERS = 0.16
"""Left free on either side of the bars for their numbers, as a part of all that they span."""


def waterfall(parts: pd.DataFrame, title: str, chosen: str, rival: str, room: Room = WIDE) -> Any:
    """Bars that begin where the one before ended: to the right for what was done, to the left for its rival.

    Parameters
    ----------
    parts : pandas.DataFrame
        ``part``, ``difference``, ``start``, ``end``: one row a consideration, in the order in which they add up.
    title : str
        What the figure shows.
    chosen, rival : str
        The two options as something to do.
    room : Room
        The room that it is laid out in.
    """
    rows(parts, ("part", "difference", "start", "end"))
    total = float(parts["end"].iloc[-1])
    last = pd.DataFrame({"part": [SUM], "difference": [total], "start": [0.0], "end": [total]})
    table = pd.concat([parts, last], ignore_index=True)
    step = ROW if not room.is_narrow else ROW + room.small
    table = table.assign(
        place=table.index * step,
        kind=["sum" if name == SUM else "for" if value >= 0 else "against" for name, value in zip(table["part"], table["difference"], strict=True)],
        said=[f"{value:+.2f}" for value in table["difference"]],
        tip=table[["start", "end"]].max(axis=1),
    )
    height = step * len(table)
    low, high = min(0.0, float(parts["end"].min())), max(0.0, float(parts["end"].max()))
    free = ROOM_FOR_NUMBERS * ((high - low) or 1.0)
    x = alt.Scale(domain=[low - free, high + free], nice=False, zero=False)
    down = alt.Scale(domain=[height, 0], nice=False, zero=False)
    layers = [_zero(x), *_bars(table, (x, down), step, room), *_words(table, (x, down), step, room)]
    told = [f"Right: for \u2018{chosen}\u2019, which was done.", f"Left: for \u2018{rival}\u2019."]
    return styled(
        alt.layer(*layers).properties(width=room.width, height=height),
        title,
        " ".join(told),
        room=room,
    )
