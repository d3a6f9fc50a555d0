"""Where two worlds with the same luck part ways, and what becomes of each."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import INK, WIDE, Room, colours, dashes, in_order, line_legend, rows, styled


def parting_of_the_ways(series: pd.DataFrame, parting_day: float | None, title: str, room: Room = WIDE) -> Any:
    """Both runs of a counterfactual pair, a panel a series, with the day on which they part.

    Parameters
    ----------
    series : pandas.DataFrame
        ``setting`` (two names), ``panel`` (what is shown), ``day``, ``value``.
    parting_day : float or None
        Day of the first event that the two do not share; None when they tell the same.
    title : str
        What the figure answers.
    """
    needed = ("setting", "panel", "day", "value")
    rows(series, needed)
    settings, panels = in_order(series, "setting"), in_order(series, "panel")
    charts = [
        _panel(series[series["panel"] == panel], (settings, parting_day), panel, place == len(panels) - 1, room)
        for place, panel in enumerate(panels)
    ]
    if parting_day is None:
        told = "The same things happen in both."
    else:
        told = f"The same luck in both: the same things happen until day {parting_day:.3g}, where the two part."
    return styled(alt.vconcat(*charts, spacing=14).resolve_scale(x="shared"), title, told, room=room)


def _panel(table: pd.DataFrame, pair: tuple[list[str], float | None], panel: str, is_last: bool, room: Room) -> Any:
    settings, parting_day = pair
    lines = (
        alt.Chart(rows(table, ("setting", "day", "value")))
        .mark_line(strokeWidth=3.5, interpolate="step-after")
        .encode(
            x=alt.X("day:Q", title="day" if is_last else None, axis=alt.Axis(grid=False)),
            y=alt.Y("value:Q", title=None, scale=alt.Scale(zero=False), axis=alt.Axis(tickCount=4)),
            color=alt.Color("setting:N", scale=colours(settings), title=None, legend=line_legend()),
            strokeDash=alt.StrokeDash("setting:N", scale=dashes(settings), title=None, legend=line_legend()),
        )
    )
    layers = [lines]
    if parting_day is not None:
        here = alt.Chart(alt.InlineData(values=[{"day": float(parting_day)}]))
        layers.append(here.mark_rule(color=INK, strokeWidth=2, strokeDash=[3, 3]).encode(x="day:Q"))
    heading = alt.Title(panel, fontSize=room.text, offset=4)
    return alt.layer(*layers).properties(width=room.width, height=room.height * 0.45, title=heading)
