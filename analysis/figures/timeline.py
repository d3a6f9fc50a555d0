"""Who reached for whom, when, and what came of it: a lane for whoever acts, one for both, and dates below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.figures.figure import FigureError
from analysis.figures.reaching import COLUMNS, strip, strip_chart
from analysis.figures.run_days import RunDays
from analysis.figures.style import WIDE, Room, rows, styled


def who_calls_whom(marks: pd.DataFrame, title: str, lanes: Sequence[str], days: RunDays, room: Room = WIDE) -> Any:
    """Marks in lanes: who asks, who answers, when they are in touch; like marks that would touch are one, counted.

    Parameters
    ----------
    marks : pandas.DataFrame
        ``day``, ``lane``, ``form`` (a :class:`analysis.figures.figure.Reach`), ``label``, ``told``: one row an event.
    title : str
        What the figure shows.
    lanes : sequence of str
        From above.
    days : RunDays
        The days of the run.
    room : Room
        The room that it is laid out in.
    """
    if not len(marks):
        raise FigureError("nobody reached for anybody: there is no event to draw")
    rows(marks, COLUMNS)
    return styled(strip_chart(strip(marks, lanes, days, room), days, room), title, room=room)
