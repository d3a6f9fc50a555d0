"""How soon it happens: the share of runs that have got there by each day."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import WIDE, Room, colours, dashes, in_order, line_legend, rows, styled


def time_to_contact(curves: pd.DataFrame, title: str, what: str = "in contact", room: Room = WIDE) -> Any:
    """Rising curves with their 95% bands, one a group, told apart by colour and dash.

    Parameters
    ----------
    curves : pandas.DataFrame
        From :func:`analysis.estimates.time_curves.time_curves`: ``group``, ``day``, ``reached``, ``low``, ``high``.
    title, what : str
        What the figure answers, and what the runs have reached.
    """
    groups = in_order(curves, "group") if "group" in curves else []
    base = alt.Chart(rows(curves, ("group", "day", "reached", "low", "high"))).encode(
        x=alt.X("day:Q", title="day", axis=alt.Axis(grid=False))
    )
    axis = alt.Axis(format=".0%", tickCount=5)
    y = alt.Y("reached:Q", title=f"share of runs {what}", axis=axis, scale=alt.Scale(domain=[0, 1]))
    fill, legend = colours(groups), line_legend() if groups[1:] else None
    # Vega-Lite drops a legend when another channel shows the same field without one: the band has a name of its own.
    band = (
        base.transform_calculate(band="datum.group")
        .mark_area(opacity=0.22, interpolate="step-after")
        .encode(y="low:Q", y2="high:Q", fill=alt.Fill("band:N", scale=fill, legend=None))
    )
    line = base.mark_line(strokeWidth=3.5, interpolate="step-after").encode(
        y=y,
        color=alt.Color("group:N", scale=fill, title=None, legend=legend),
        strokeDash=alt.StrokeDash("group:N", scale=dashes(groups), title=None, legend=legend),
        tooltip=["group:N", "day:Q", alt.Tooltip("reached:Q", format=".1%")],
    )
    chart = alt.layer(band, line).resolve_scale(fill="independent").properties(width=room.width, height=room.height)
    return styled(
        chart, title, "Kaplan-Meier with 95% bands; runs that end without it count to their last day.", room=room
    )
