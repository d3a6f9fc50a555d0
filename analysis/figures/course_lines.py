"""How one run went: both sides' series over its days, a panel each, with the stretches of truce shaded."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from analysis.figures.figure import Course
from analysis.figures.line_ends import Heights, line_ends, long_legend
from analysis.figures.run_days import RunDays
from analysis.figures.style import (
    DASHES,
    FAINT,
    SIDES,
    WIDE,
    Room,
    in_order,
    rows,
    styled,
)
from sim.vocabulary.wording import with_article

HEIGHT = 0.32
"""Height of a panel, as a part of the room's."""
HEADROOM = 1.08
NAMES = 150
"""Pixels that the name of a side may take at the end of its line."""


class Panels(NamedTuple):
    """What is known of all panels: the sides, the days, the truces; which show falls, and which only 0 to 1."""

    sides: list[str]
    days: RunDays
    truces: pd.DataFrame
    falls: Collection[str] = ()
    parts: Collection[str] = ()

    def heights(self, panel: str, values: pd.Series, pixels: float) -> Heights:
        """Return where a panel's values are: 0 below, or above for a fall; what cannot leave 0 to 1 has all of that."""
        top = 1.0 if panel in self.parts else HEADROOM * float(values.max())
        return Heights(top or 1.0, 0.0, pixels) if panel in self.falls else Heights(0.0, top or 1.0, pixels)

    def colours(self) -> alt.Scale:
        """Return the sides' colours."""
        return alt.Scale(domain=self.sides, range=list(SIDES[: len(self.sides)]))


def course(figure: Course, room: Room = WIDE) -> Any:
    """Lines of both sides, told apart by colour and dash, one panel per series.

    Parameters
    ----------
    figure : Course
        What is drawn; its marks are for the terminal.
    room : Room
        The room that it is laid out in.
    """
    series, truces = pd.DataFrame(figure.series), pd.DataFrame(figure.truces)
    rows(series, ("side", "panel", "day", "value"))
    days = RunDays(figure.start, float(series["day"].max()))
    panels = Panels(in_order(series, "side"), days, truces, figure.falls, figure.parts)
    names = in_order(series, "panel")
    charts = [_panel(series[series["panel"] == name], panels, (name, name == names[-1]), room) for name in names]
    told = "" if truces.empty else f"Shaded: {with_article(figure.held, '')} is in force."
    return styled(alt.vconcat(*charts, spacing=14), figure.title, told, room=room)


def _panel(table: pd.DataFrame, panels: Panels, place: tuple[str, bool], room: Room) -> Any:
    (name, is_last), days, pixels = place, panels.days, HEIGHT * room.height
    heights = panels.heights(name, table["value"], pixels)
    form = ".0%" if name in panels.falls else "~f"
    legend = long_legend(room) if room.is_narrow else None
    base = alt.Chart(rows(table, ("side", "day", "value")))
    lines = base.mark_line(strokeWidth=3, interpolate="step-after").encode(
        x=days.across(room, is_last),
        y=alt.Y("value:Q", title=None, scale=heights.scale, axis=alt.Axis(tickCount=3, format=form)),
        color=alt.Color("side:N", scale=panels.colours(), title=None, legend=legend),
        strokeDash=alt.StrokeDash("side:N", scale=_dashes(panels), title=None, legend=legend),
        tooltip=["side:N", "day:Q", alt.Tooltip("value:Q", format=".1%" if name in panels.falls else ".3~g")],
    )  # fmt: skip
    layers = [*_shades(panels, is_last, room), lines]
    if not room.is_narrow:
        ends = [(side, days.last, float(table[table["side"] == side]["value"].iloc[-1])) for side in panels.sides]
        layers += line_ends(ends, (panels.colours(), NAMES), (days, is_last), heights, room)
    heading = alt.Title(name, fontSize=room.text, offset=6, frame="group")
    return alt.layer(*layers, width=room.width, height=pixels, title=heading)


def _shades(panels: Panels, is_last: bool, room: Room) -> list[Any]:
    """The days of a truce, over the whole height."""
    if panels.truces.empty:
        return []
    base = alt.Chart(rows(panels.truces, ("start", "end"))).mark_rect(color=FAINT, opacity=0.6)
    return [base.encode(x=panels.days.across(room, is_last, "start"), x2=alt.X2("end:Q"))]


def _dashes(panels: Panels) -> alt.Scale:
    return alt.Scale(domain=panels.sides, range=[list(dash) for dash in DASHES[: len(panels.sides)]])
