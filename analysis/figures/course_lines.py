"""How one run went: both sides' series over its days, with the stretches of truce shaded, under who asked and met."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.course_marks import marks_panel
from analysis.figures.style import FAINT, WIDE, Room, colours, dashes, in_order, line_legend, rows, styled
from sim.vocabulary.wording import with_article


def course(
    series: pd.DataFrame,
    truces: pd.DataFrame,
    title: str,
    marks: pd.DataFrame | None = None,
    held: str = "truce",
    room: Room = WIDE,
) -> Any:
    """Lines of both sides, told apart by colour and dash, one panel per series.

    Parameters
    ----------
    series : pandas.DataFrame
        ``side``, ``panel`` (what is shown), ``day``, ``value``.
    truces : pandas.DataFrame
        ``start`` and ``end`` of each stretch with a truce in force; may be empty.
    title : str
        What the figure answers.
    marks : pandas.DataFrame, optional
        Asks and meetings: ``day``, ``lane``, ``form``, ``label``; without any there is no panel for them.
    held : str
        What a truce is called.
    """
    rows(series, ("side", "panel", "day", "value"))
    sides, panels = in_order(series, "side"), in_order(series, "panel")
    charts = [
        _panel(series[series["panel"] == panel], truces, sides, (panel, place == len(panels) - 1), room)
        for place, panel in enumerate(panels)
    ]
    if marks is not None and not marks.empty:
        charts.insert(0, marks_panel(marks, sides, (min(series["day"]), max(series["day"])), room))
    told = "" if truces.empty else f"Shaded: {with_article(held, '')} is in force."
    return styled(alt.vconcat(*charts, spacing=14).resolve_scale(x="shared"), title, told, room=room)


def _panel(table: pd.DataFrame, truces: pd.DataFrame, sides: list[str], place: tuple[str, bool], room: Room) -> Any:
    panel, is_last = place
    base = alt.Chart(rows(table, ("side", "day", "value")))
    day = alt.X("day:Q", title="day" if is_last else None, axis=alt.Axis(grid=False))
    lines = base.mark_line(strokeWidth=3, interpolate="step-after").encode(
        x=day,
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=4)),
        color=alt.Color("side:N", scale=colours(sides), title=None, legend=line_legend()),
        strokeDash=alt.StrokeDash("side:N", scale=dashes(sides), title=None, legend=line_legend()),
        tooltip=["side:N", "day:Q", alt.Tooltip("value:Q", format=".3~g")],
    )
    layers = [lines]
    if not truces.empty:
        shade = alt.Chart(rows(truces, ("start", "end"))).mark_rect(color=FAINT, opacity=0.6)
        layers.insert(0, shade.encode(x="start:Q", x2="end:Q"))
    heading = alt.Title(panel, fontSize=room.text, offset=4, frame="group")
    return alt.layer(*layers).properties(width=room.width, height=room.height * 0.45, title=heading)
