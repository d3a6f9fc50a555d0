"""Differences around a common zero, a panel for each unit: what a change does to every measure, and how surely."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.lettering import wrapped
from analysis.figures.style import BLUE, INK, MIDDLE, PAPER, WIDE, Room, in_order, rows, styled
from analysis.figures.tooltips import Said, tooltips

_NEEDED = ("group", "title", "difference", "low", "high", "joint_low", "joint_high", "told", "first", "second")

NUMBERS = 210
"""Pixels for the words beside a row on a desk's screen."""


def forest(differences: pd.DataFrame, title: str, room: Room = WIDE) -> Any:
    """A mark for each difference with two intervals: the thick one its own, the thin one for all differences at once.

    Parameters
    ----------
    differences : pandas.DataFrame
        ``group`` (named by its unit), ``title``, ``difference``, both intervals, ``told``, ``first`` and ``second``.
    title : str
        What the figure shows.
    """
    rows(differences, _NEEDED)
    panels = [
        _panel(differences[differences["group"] == group], str(group), room) for group in in_order(differences, "group")
    ]
    chart = alt.vconcat(*panels, spacing=18) if panels[1:] else panels[0]
    return styled(chart, title, "Thick: 95% interval. Thin: for all measures at once.", room=room)


def _panel(table: pd.DataFrame, unit: str, room: Room) -> Any:
    step = room.small * (3.6 if room.is_narrow else 1.9)
    table = table.reset_index(drop=True)
    table = table.assign(y=(table.index + 0.5) * step)
    height, width = step * len(table), room.whole if room.is_narrow else room.width - NUMBERS
    down = 0.22 * step if room.is_narrow else 0.0
    base = tooltips(
        alt.Chart(rows(table.assign(y=table["y"] + down), _NEEDED)).encode(y=_pixels(alt.Y, "y")),
        {"title": "measure", "first": "A", "second": "B"},
        Said("difference", "B minus A", "+.3~g"),
        Said("difference", "B minus A", "+.3~g", "joint_low", "joint_high", "for all measures at once"),
    )
    ends = [*table["joint_low"], *table["joint_high"], 0.0]
    scale = alt.Scale(domain=[min(ends), max(ends)], nice=True)
    axis = alt.Axis(grid=False, title=unit, tickCount=3 if room.is_narrow else 6)
    half = 0.24 * step if room.is_narrow else 0.5 * step
    middles = [{"zero": 0, "y": y + down - half, "y2": y + down + half} for y in table["y"]]
    zero = alt.Chart(alt.InlineData(values=middles)).mark_rule(color=MIDDLE, strokeWidth=1.5).encode(
        x=alt.X("zero:Q", scale=scale, axis=axis, title=unit), y=_pixels(alt.Y, "y"), y2=alt.Y2("y2:Q")
    )  # fmt: skip
    layers = [
        zero,
        base.mark_rule(color=INK, strokeWidth=1.5).encode(
            x=alt.X("joint_low:Q", scale=scale, axis=axis), x2=alt.X2("joint_high:Q")
        ),
        base.mark_rule(color=BLUE, strokeWidth=5).encode(x=alt.X("low:Q", scale=scale, axis=axis), x2=alt.X2("high:Q")),
        base.mark_point(filled=True, size=90, color=INK, stroke=PAPER, strokeWidth=1.5, opacity=1).encode(
            x=alt.X("difference:Q", scale=scale, axis=axis)
        ),
        *_words(table, step, width, room),
    ]
    return alt.layer(*layers, width=width, height=height)


def _words(table: pd.DataFrame, step: float, width: float, room: Room) -> list[Any]:
    """The names to the left and the numbers to the right; on a telephone both above their row."""
    lines = []
    for row in table.to_dict(orient="records"):
        if room.is_narrow:
            names = wrapped(f"{row['title']}: {row['told']}", room.small, room.whole)
            lines.append({"x": 0, "y": row["y"] - 0.42 * step, "words": "\n".join(names[:2]), "align": "left"})
        else:
            lines.append({"x": -12, "y": row["y"] - 0.5 * room.small, "words": row["title"], "align": "right"})
            lines.append({"x": width + 14, "y": row["y"] - 0.5 * room.small, "words": row["told"], "align": "left"})
    base = alt.Chart(alt.InlineData(values=tuple(lines)))
    return [
        base.transform_filter(alt.datum.align == side)
        .mark_text(align=side, baseline="top", lineBreak="\n", fontSize=room.small, color=INK)
        .encode(x=_pixels(alt.X, "x"), y=_pixels(alt.Y, "y"), text=alt.Text("words:N"))
        for side in dict.fromkeys(line["align"] for line in lines)
    ]


def _pixels(channel: Any, column: str) -> Any:
    return channel(f"{column}:Q", scale=None, axis=None)
