"""Figures drawn by Vega: for reports, notebooks and files (needs the ``studies`` extra)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from analysis.figures.bars import share_bars, signed_bars
from analysis.figures.course_lines import course
from analysis.figures.curves import time_to_contact
from analysis.figures.decision_bars import decision_stack
from analysis.figures.fan import fan_chart
from analysis.figures.figure import (
    Course,
    DecisionStack,
    EffectBars,
    FanChart,
    Figure,
    FigureError,
    HeatMap,
    IndexBars,
    PartingOfTheWays,
    ShareBars,
    SignedBars,
    TimeToContact,
    Tornado,
    WhoCallsWhom,
)
from analysis.figures.input_bars import effect_bars, index_bars
from analysis.figures.maps import heat_maps
from analysis.figures.parting_lines import parting_of_the_ways
from analysis.figures.style import WIDE, Room
from analysis.figures.swing_bars import tornado
from analysis.figures.timeline import who_calls_whom

_DRAWN_BY: Mapping[type, Callable[..., Any]] = {
    ShareBars: share_bars,
    SignedBars: signed_bars,
    TimeToContact: lambda curves, title, what, *_, room: time_to_contact(curves, title, what, room),
    Course: lambda series, truces, title, _, __, marks, held, room: course(
        series, pd.DataFrame(truces), title, pd.DataFrame(marks or {}), held, room
    ),
    Tornado: tornado,
    IndexBars: index_bars,
    EffectBars: effect_bars,
    FanChart: fan_chart,
    HeatMap: lambda table, x, y, value, title, panels, room: heat_maps(table, (x, y, panels), value, title, room),
    PartingOfTheWays: parting_of_the_ways,
    WhoCallsWhom: who_calls_whom,
    DecisionStack: decision_stack,
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
