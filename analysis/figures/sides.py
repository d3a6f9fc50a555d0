"""Two sides of a contrast, each with its interval, at every setting of another factor."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import WIDE, Room, colours, dashes, in_order, rows, styled
from analysis.figures.tooltips import Said, tooltips

SHAPES = ("circle", "square")
"""One a side beside its colour and dash."""


def sides_apart(sides: pd.DataFrame, title: str, what: str, unit: str, across: str = "", room: Room = WIDE) -> Any:
    """Points with 95% intervals, a side a colour, joined by lines where a factor goes across.

    Parameters
    ----------
    sides : pandas.DataFrame
        ``side``, ``setting``, ``value``, ``low``, ``high``, ``runs``, in the order in which they are shown.
    title, what, unit : str
        What is found, what is measured, and in what; "share" for shares of runs.
    across : str
        The factor whose settings go across; without one the sides themselves do.
    """
    names = in_order(sides, "side")
    table = rows(sides, ("side", "setting", "value", "low", "high", "runs"))
    said = Said("value", what, ".1%" if unit == "share" else ".3~g", counted="runs")
    base = tooltips(alt.Chart(table), {"side": "side", **({"setting": across} if across else {})}, said)
    base = base.encode(
        x=_places(sides, across, room), **({"xOffset": alt.XOffset("side:N", sort=names)} if across else {})
    )
    legend = alt.Legend(symbolOpacity=1, symbolStrokeWidth=0) if across else None
    colour = alt.Color("side:N", scale=colours(names), title=None, legend=legend)
    shape = alt.Shape("side:N", scale=alt.Scale(domain=names, range=list(SHAPES)), title=None, legend=legend)
    span = base.mark_rule(strokeWidth=3).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), color=colour)
    tick = base.mark_tick(thickness=3, size=12, orient="horizontal", opacity=1)
    ends = [tick.encode(y=alt.Y(f"{end}:Q"), color=colour) for end in ("low", "high")]
    point = base.mark_point(size=110, filled=True, opacity=1).encode(y=_upward(unit), color=colour, shape=shape)
    joined = base.mark_line(strokeWidth=3).encode(
        y=alt.Y("value:Q"), color=colour, strokeDash=alt.StrokeDash("side:N", scale=dashes(names), legend=None)
    )
    marks = [span, *ends, *([joined] if across else []), point]
    chart = alt.layer(*marks, width=room.width, height=room.height)
    return styled(chart, title, f"{what}; points with 95% intervals, each luck counted once", room=room)


def _places(sides: pd.DataFrame, across: str, room: Room) -> alt.X:
    """The settings of the factor across, or the sides themselves."""
    places = in_order(sides, "setting" if across else "side")
    return alt.X(
        "setting:N" if across else "side:N",
        sort=places,
        title=across or None,
        axis=alt.Axis(labelAngle=0, labelLimit=room.width // len(places)),
        scale=alt.Scale(paddingInner=0.7, paddingOuter=0.4),
    )


def _upward(unit: str) -> alt.Y:
    """The scale of values: shares go from 0 to 100%."""
    if unit == "share":
        return alt.Y("value:Q", title=None, axis=alt.Axis(format=".0%", tickCount=5), scale=alt.Scale(domain=[0, 1]))
    return alt.Y("value:Q", title=unit, scale=alt.Scale(zero=True))
