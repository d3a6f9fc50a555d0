"""Figures drawn by Vega: for reports, notebooks and files (needs the ``studies`` extra)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from analysis.figures.bars import share_bars, signed_bars
from analysis.figures.box_path import box_path
from analysis.figures.course_lines import course
from analysis.figures.curves import time_to_contact
from analysis.figures.fan import fan_chart
from analysis.figures.figure import (
    BoxPath,
    Course,
    EffectBars,
    FaceToFace,
    FanChart,
    Figure,
    FigureError,
    HeatMap,
    IndexBars,
    PartingOfTheWays,
    ShareBars,
    SidesApart,
    SignedBars,
    TimeToContact,
    Tornado,
    Waterfall,
    WhoCallsWhom,
)
from analysis.figures.figures_of_runs import Forest, HundredDots, Standings, WaysTree
from analysis.figures.forest import forest
from analysis.figures.hundred_dots import hundred_dots
from analysis.figures.input_bars import effect_bars, index_bars
from analysis.figures.ladder import face_to_face
from analysis.figures.maps import heat_maps
from analysis.figures.parting_lines import parting_of_the_ways
from analysis.figures.run_days import RunDays
from analysis.figures.sides import sides_apart
from analysis.figures.standing_areas import standing_areas
from analysis.figures.style import WIDE, Room
from analysis.figures.swing_bars import tornado
from analysis.figures.timeline import who_calls_whom
from analysis.figures.waterfall import waterfall
from analysis.figures.ways_tree import ways_tree

_DRAWN_BY: Mapping[type, Callable[..., Any]] = {
    ShareBars: share_bars,
    SignedBars: signed_bars,
    TimeToContact: time_to_contact,
    Course: lambda *parts, room: course(Course(*parts), room),
    Tornado: tornado,
    IndexBars: index_bars,
    EffectBars: effect_bars,
    FanChart: fan_chart,
    Standings: standing_areas,
    HundredDots: hundred_dots,
    WaysTree: ways_tree,
    Forest: forest,
    SidesApart: sides_apart,
    HeatMap: lambda table, x, y, value, title, panels, room: heat_maps(table, (x, y, panels), value, title, room),
    BoxPath: lambda steps, title, chosen, band, room: box_path(
        steps, title, pd.DataFrame(chosen), pd.DataFrame(band), room
    ),
    PartingOfTheWays: parting_of_the_ways,
    WhoCallsWhom: lambda marks, title, lanes, start, last, room: who_calls_whom(
        marks, title, lanes, RunDays(start, last), room
    ),
    FaceToFace: lambda *parts, room: face_to_face(FaceToFace(*parts), room),
    Waterfall: waterfall,
}


def vega_chart(figure: Figure, room: Room = WIDE) -> Any:
    """Return a figure as an Altair chart.

    Parameters
    ----------
    figure : Figure
        What is drawn.
    room : Room
        The room that it is laid out in: a desk's screen, or a telephone's.

    Raises
    ------
    FigureError
        When the table lacks a column, has no rows, or the figure is of no known kind.
    """
    draw = _DRAWN_BY.get(type(figure))
    if draw is None:
        raise FigureError(f"there is no figure of the kind {type(figure).__name__}")
    table, *rest = figure
    return draw(pd.DataFrame(table), *rest, room=room)
