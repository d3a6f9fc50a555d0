"""Where two worlds with the same luck part ways, and what becomes of each."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.dates import date_after
from analysis.figures.line_ends import Heights, line_ends, long_legend
from analysis.figures.run_days import RunDays
from analysis.figures.style import INK, WIDE, Room, colours, dashes, in_order, rows, styled
from sim.narrative.cast import spoken_date

HEIGHT = 0.32
"""Height of a panel, as a part of the room's."""
HEADROOM = 1.08
NAMES = 190
"""Pixels that the name of a setting may take at the end of its line."""


class Pair(NamedTuple):
    """What is known of all panels: both settings, the days, the day of the parting, and which panels show falls."""

    settings: list[str]
    days: RunDays
    parting_day: float | None
    falls: Collection[str]


def parting_of_the_ways(
    series: pd.DataFrame,
    parting_day: float | None,
    title: str,
    start: str = "",
    falls: Collection[str] = (),
    room: Room = WIDE,
) -> Any:
    """Both runs of a counterfactual pair, a panel a series, with the day on which they part.

    Parameters
    ----------
    series : pandas.DataFrame
        ``setting`` (two names), ``panel`` (what is shown), ``day``, ``value``.
    parting_day : float or None
        Day of the first event that the two do not share; None when they tell the same.
    title : str
        What the figure shows.
    start : str
        Date of day 0 (ISO 8601); without one days are numbered.
    falls : collection of str
        Panels whose values are falls of a market (0 to 1).
    room : Room
        The room that it is laid out in.
    """
    rows(series, ("setting", "panel", "day", "value"))
    pair = Pair(in_order(series, "setting"), RunDays(start, float(series["day"].max())), parting_day, falls)
    panels = in_order(series, "panel")
    charts = [_panel(series[series["panel"] == panel], pair, (panel, panel == panels[-1]), room) for panel in panels]
    return styled(alt.vconcat(*charts, spacing=14), title, _told(pair), room=room)


def _told(pair: Pair) -> str:
    """When the two part, if they do."""
    if pair.parting_day is None:
        return "The same luck and the same events in both."
    day = pair.parting_day
    when = spoken_date(date_after(pair.days.start, day)) if pair.days.start else f"day {int(day)}"
    return f"The same luck in both; upright line: {when}, the first event that the two do not share."


def _panel(table: pd.DataFrame, pair: Pair, place: tuple[str, bool], room: Room) -> Any:
    (name, is_last), pixels = place, HEIGHT * room.height
    top = HEADROOM * float(table["value"].max()) or 1.0
    heights = Heights(top, 0.0, pixels) if name in pair.falls else Heights(0.0, top, pixels)
    legend = long_legend(room) if room.is_narrow else None
    scale = colours(pair.settings)
    form = ".0%" if name in pair.falls else "~f"
    base = alt.Chart(rows(table, ("setting", "day", "value")))
    lines = base.mark_line(strokeWidth=3, interpolate="step-after").encode(
        x=pair.days.across(room, is_last),
        y=alt.Y("value:Q", title=None, scale=heights.scale, axis=alt.Axis(tickCount=3, format=form)),
        color=alt.Color("setting:N", scale=scale, title=None, legend=legend),
        strokeDash=alt.StrokeDash("setting:N", scale=dashes(pair.settings), title=None, legend=legend),
        tooltip=["setting:N", "day:Q", alt.Tooltip("value:Q", format=".3~g")],
    )  # fmt: skip
    layers = [*_parting(pair, is_last, room), lines]
    if not room.is_narrow:
        layers += line_ends(_ends(table, pair), (scale, NAMES), (pair.days, is_last), heights, room)
    heading = alt.Title(name, fontSize=room.text, offset=6, frame="group")
    return alt.layer(*layers, width=room.width, height=pixels, title=heading)


def _ends(table: pd.DataFrame, pair: Pair) -> list[tuple[str, float, float]]:
    """Each setting with the day and the value at which its run ends."""
    found = []
    for setting in pair.settings:
        last = table[table["setting"] == setting].iloc[-1]
        found.append((setting, float(last["day"]), float(last["value"])))
    return found


def _parting(pair: Pair, is_last: bool, room: Room) -> list[Any]:
    """The day on which the two part, as an upright line."""
    if pair.parting_day is None:
        return []
    here = alt.Chart(alt.InlineData(values=[{"day": float(pair.parting_day)}]))
    return [here.mark_rule(color=INK, strokeWidth=2, strokeDash=[3, 3]).encode(x=pair.days.across(room, is_last))]
