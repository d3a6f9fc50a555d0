"""How dense in cases the boxes of a search are, for how many cases they hold, and what searches in nothing give."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from analysis.figures.style import BLUE, FAINT, INK, MIDDLE, ORANGE, PAPER, WIDE, Room, rows, styled
from analysis.figures.tooltips import Said, tooltips

SOUGHT, HELD, NOTHING, CHOSEN = (
    "where it was sought",
    "held out",
    "95% of searches in shuffled outcomes",
    "the box reported",
)
"""What the marks are; the two halves as the table has them."""

_COLOURS = {SOUGHT: ORANGE, HELD: BLUE, NOTHING: MIDDLE, CHOSEN: INK}
_SHAPES = {SOUGHT: "circle", HELD: "square", NOTHING: "stroke", CHOSEN: "diamond"}
_WHOLE = alt.Scale(domain=[0, 1], nice=False)
_NEEDED = ("half", "step", "coverage", "density", "low", "high")


def box_path(steps: pd.DataFrame, title: str, chosen: pd.DataFrame, band: pd.DataFrame, room: Room = WIDE) -> Any:
    """Draw a search as density against coverage: a point a box, held-out values with their band.

    Parameters
    ----------
    steps : pandas.DataFrame
        ``half``, ``step``, ``coverage``, ``density``, ``low``, ``high``.
    title : str
        What the box reported says.
    chosen : pandas.DataFrame
        The box reported, a row: ``coverage``, ``density``, ``low``, ``high``.
    band : pandas.DataFrame
        ``coverage``, ``low``, ``high`` of searches in nothing; without rows where that is not known.
    """
    base = alt.Chart(rows(steps, _NEEDED)).encode(x=_coverage(room))
    layers = [*_nothing(band, room), _held_band(base, room), *_lines(base, room), *_reported(chosen, room)]
    chart = alt.layer(*layers, width=room.width, height=room.height)
    return styled(chart, title, room=room)


def _coverage(room: Room) -> alt.X:
    return alt.X("coverage:Q", title="share of all cases in the box", axis=_percents(room), scale=_WHOLE)


def _density(room: Room, column: str = "density") -> alt.Y:
    return alt.Y(f"{column}:Q", title="share of its runs that are cases", axis=_percents(room), scale=_WHOLE)


def _percents(room: Room) -> alt.Axis:
    return alt.Axis(format=".0%", values=[0, 0.5, 1] if room.is_narrow else [0, 0.2, 0.4, 0.6, 0.8, 1])


def _nothing(band: pd.DataFrame, room: Room) -> list[Any]:
    """Where searches in nothing lie: a grey band with dashed edges."""
    if band.empty:
        return []
    base = alt.Chart(rows(band.assign(mark=NOTHING), ("coverage", "low", "high"))).encode(x=_coverage(room))
    area = base.mark_area(color=FAINT, opacity=0.8).encode(y=_density(room, "low"), y2=alt.Y2("high:Q"))
    edges = [
        base.mark_line(color=MIDDLE, strokeWidth=1.5, strokeDash=[5, 4]).encode(y=_density(room, end))
        for end in ("low", "high")
    ]
    top = base.transform_filter("datum.coverage == 0.5 || datum.coverage == 1").mark_point(size=1, opacity=0)
    named = top.encode(y=_density(room, "high"), color=_colour(room), shape=_shape(room))
    return [area, *edges, named]


def _held_band(base: Any, room: Room) -> Any:
    """The intervals of the held-out densities."""
    held = base.transform_filter(f"datum.half == '{HELD}'")
    return held.mark_area(color=BLUE, opacity=0.22).encode(y=_density(room, "low"), y2=alt.Y2("high:Q"))


def _lines(base: Any, room: Room) -> list[Any]:
    """A line and a point a box for each half."""
    marked = base.transform_calculate(mark="datum.half").encode(
        y=_density(room), color=_colour(room), order=alt.Order("step:Q")
    )
    told = tooltips(
        marked, {"half": "counted"}, Said("density", "share of cases", ".0%"), Said("coverage", "holds", ".0%", "", "")
    )
    line = marked.mark_line(strokeWidth=2)
    points = told.mark_point(size=20 if room.is_narrow else 45, filled=True, opacity=1).encode(shape=_shape(room))
    return [line, points]


def _reported(chosen: pd.DataFrame, room: Room) -> list[Any]:
    """The box reported, with the interval of its density."""
    base = alt.Chart(rows(chosen.assign(mark=CHOSEN), ("coverage", "density", "low", "high"))).encode(x=_coverage(room))
    rule = base.mark_rule(color=INK, strokeWidth=3).encode(y=_density(room, "low"), y2=alt.Y2("high:Q"))
    told = tooltips(
        base, {"mark": "mark"}, Said("density", "share of cases", ".0%"), Said("coverage", "holds", ".0%", "", "")
    )
    point = told.mark_point(size=260, filled=True, opacity=1, stroke=PAPER, strokeWidth=1.5)
    return [rule, point.encode(y=_density(room), color=_colour(room), shape=_shape(room))]


def _colour(room: Room) -> alt.Color:
    scale = alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values()))
    return alt.Color(
        "mark:N", title=None, scale=scale, legend=alt.Legend(labelLimit=room.whole, columns=1 if room.is_narrow else 2)
    )


def _shape(room: Room) -> alt.Shape:
    return alt.Shape(
        "mark:N",
        title=None,
        scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())),
        legend=alt.Legend(labelLimit=room.whole, columns=1 if room.is_narrow else 2),
    )
