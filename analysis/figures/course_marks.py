"""The top panel of a run's course: who asked, and when the two spoke or met, a lane a side and one between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import FAINT, INK, PAPER, WIDE, Room, in_order, rows

LANE = 50
"""Height of a lane in pixels: a mark, and its label above."""
EDGE = 0.07
"""Share of the days next to either end in which a label stands inwards of its mark."""
HEADING = "Who asked (hollow: in vain), and when they were in touch"
FORMS = {
    "ask": ("triangle-right", INK),
    "ask in vain": ("triangle-right", PAPER),
    "talks": ("square", INK),
    "call": ("circle", INK),
    "summit": ("diamond", INK),
}
"""Shape and filling of each form, told apart without any colour."""


def marks_panel(marks: pd.DataFrame, sides: Sequence[str], days: tuple[float, float], room: Room = WIDE) -> Any:
    """Return the panel.

    Parameters
    ----------
    marks : pandas.DataFrame
        ``day``, ``lane`` (a side, or what stands between them), ``form`` (one of :data:`FORMS`), ``label``.
    sides : sequence of str
        Whose lanes are above and below.
    days : tuple of float
        First and last day of the course below.
    """
    one, other = sides
    lanes = [one, *(lane for lane in in_order(marks, "lane") if lane not in sides), other]
    shapes, fills = ([form[part] for form in FORMS.values()] for part in (0, 1))
    base = alt.Chart(rows(marks, ("day", "lane", "form", "label"))).encode(
        x=_days(days), y=_lanes(lanes, room), tooltip=["day:Q", "lane:N", "form:N", "label:N"]
    )
    points = base.mark_point(size=190, opacity=1, stroke=INK, strokeWidth=1.5).encode(
        shape=alt.Shape("form:N", scale=alt.Scale(domain=list(FORMS), range=shapes), legend=None),
        fill=alt.Fill("form:N", scale=alt.Scale(domain=list(FORMS), range=fills), legend=None),
    )
    labels = base.mark_text(align=_inwards(days), dy=-17, fontSize=room.small - 1, color=INK).encode(text="label:N")
    heading = alt.Title(HEADING, fontSize=room.text, offset=8, frame="group")
    return alt.layer(points, labels).properties(width=room.width, height=LANE * len(lanes), title=heading)


def _days(days: tuple[float, float]) -> alt.X:
    """The days, which are written below the panels that follow."""
    axis = alt.Axis(grid=False, labels=False, ticks=False, domain=False)
    return alt.X("day:Q", title=None, axis=axis, scale=alt.Scale(domain=list(days)))


def _lanes(lanes: Sequence[str], room: Room) -> alt.Y:
    axis = alt.Axis(ticks=False, domain=False, grid=True, gridColor=FAINT, labelFontSize=room.small)
    return alt.Y("lane:N", sort=list(lanes), title=None, scale=alt.Scale(domain=list(lanes)), axis=axis)


def _inwards(days: tuple[float, float]) -> Any:
    """Labels over their marks, but within the frame at its ends."""
    first, last = days
    edge = EDGE * (last - first)
    return alt.expr(f"datum.day > {last - edge} ? 'right' : datum.day < {first + edge} ? 'left' : 'center'")
