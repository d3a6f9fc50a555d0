"""The days of a run along an axis, written as dates: as many as can be read in the room there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from analysis.figures.lettering import width_of
from analysis.figures.style import WIDE, Room
from sim.narrative.cast import MONTHS

_STEPS = (1, 2, 7, 14)
"""Days between marks where months are too far apart."""

_MONTHS = (1, 2, 3, 4, 6, 12, 24, 60, 120)
"""Months between marks, always of the first of a month."""

_FEWEST = 3
"""Fewer marks than this and days are marked in place of months."""

_AIR = 1.1
"""Room for a label, in lengths of one."""


def days_axis(start: str, last: float, room: Room = WIDE, shown: bool = True) -> Any:
    """An axis for a field that counts days since the start.

    Parameters
    ----------
    start : str
        Date of day 0 (ISO 8601); without one, days are numbered.
    last : float
        The last day on the axis.
    room : Room
        The room that it is laid out in.
    shown : bool
        Whether anything is written; panels above others share the axis of the lowest.
    """
    if not shown:
        return alt.Axis(grid=False, labels=False, ticks=False, title=None)
    if not start:
        return alt.Axis(grid=False, title="day", tickCount=4 if room.is_narrow else 7)
    marks = marked_days(start, last, room)
    labels = dict(zip(marks, day_labels(start, marks), strict=True))
    told = f"{list(labels.values())}[indexof({list(labels)}, datum.value)]"
    return alt.Axis(grid=False, title=None, values=marks, labelExpr=told, labelBound=False, labelFlush=True)


def marked_days(start: str, last: float, room: Room = WIDE) -> list[int]:
    """Days that are written on an axis from the start to the last day, evenly spread and never too many to read."""
    first = dt.date.fromisoformat(start)
    most = max(2, int(room.width / (_AIR * width_of("30 Sep", room.small))))
    for step in _STEPS[:-1]:
        if last / step + 1 <= most:
            return list(range(0, int(last) + 1, step))
    for months in _MONTHS:
        found = list(_firsts(first, last, months))
        if len(found) <= most:
            break
    if len(found) >= _FEWEST:
        return found
    return list(range(0, int(last) + 1, max(_STEPS[-1], -(-int(last) // (most - 1)))))


def _firsts(start: dt.date, last: float, months: int) -> Iterator[int]:
    """Days on which every so many months begin."""
    for number in range(start.year * 12 + start.month, start.year * 12 + start.month + int(last / 28) + 2):
        day = (dt.date(number // 12, number % 12 + 1, 1) - start).days
        if number % months == 0 and 0 <= day <= last:
            yield day


def day_labels(start: str, days: Sequence[float]) -> list[list[str]]:
    """``["1 May", "2025"]``: a day and its month, with the year below where it is the first of that year."""
    first, year, labels = dt.date.fromisoformat(start), 0, []
    for day in days:
        date = first + dt.timedelta(days=int(day))
        said = f"{date.day} {MONTHS[date.month - 1][:3]}"
        labels.append([said] if date.year == year else [said, str(date.year)])
        year = date.year
    return labels
