"""Chapters: whole months, and not too many of them; those without anything to tell join the next."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sim.narrative.cast import spoken_month
from sim.narrative.items import Item
from sim.narrative.told_run import ToldRun
from sim.results.trajectory import Trajectory

MOST_CHAPTERS = 7
MONTHS_A_CHAPTER = (1, 2, 3, 6, 12, 24)


class Chapter(NamedTuple):
    """One stretch of months: its heading and its items."""

    heading: str
    items: tuple[Item, ...]


def chapter_months(trajectory: Trajectory) -> int:
    """Return how many months a chapter spans, so that there are not too many of them."""
    dates = trajectory.columns["steps"]["date"]
    months = month_number(dates[-1]) - month_number(dates[0]) + 1
    return next((length for length in MONTHS_A_CHAPTER if months <= length * MOST_CHAPTERS), months)


def month_number(iso: str) -> int:
    """Return the months since year 0 of an ISO date."""
    return 12 * int(iso[:4]) + int(iso[5:7]) - 1


def chapter_of(iso: str, length: int) -> int:
    """Return in which chapter of so many months a date falls."""
    return month_number(iso) // length


def chapters(items: Sequence[Item], run: ToldRun) -> Iterator[Chapter]:
    """Yield the chapters of a run with their items; every month of the run lies in one of them."""
    length = chapter_months(run.trajectory)
    first, last = (month_number(str(run.steps["date"][row])) for row in (0, -1))
    stretches: list[tuple[int, int, list[Item]]] = []
    begun = first
    for number in range(first // length, last // length + 1):
        until = min(last, (number + 1) * length - 1)
        inside = [item for item in items if chapter_of(item.first, length) == number]
        if inside:
            stretches.append((begun, until, inside))
            begun = until + 1
    for place, (start, end, inside) in enumerate(stretches):
        closing = last if place == len(stretches) - 1 else end
        yield Chapter(heading(start, closing, run), tuple(inside))


def heading(first: int, last: int, run: ToldRun) -> str:
    """Return a chapter's heading: its months, and where pressure and markets stood at their end."""
    months = [spoken_month(f"{month // 12:04}-{month % 12 + 1:02}-01") for month in (first, last)]
    if months[0][-4:] == months[1][-4:]:
        months[0] = months[0][:-5]
    when = months[1] if first == last else f"{months[0]} to {months[1]}"
    if run.plain:
        return when
    return f"{when} - {'; '.join(standing(side, last, run) for side in run.cast.sides)}"


def standing(side: str, month: int, run: ToldRun) -> str:
    """Return a side's points and the fall of its market at the end of a month (months since year 0)."""
    end = dt.date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    row = min(bisect_left(run.steps["day"], (end - run.trajectory.scenario.start).days), len(run.steps["day"]) - 1)
    points, fall = _points(side, end.isoformat(), row, run), run.steps[f"{side}.drawdown"][row]
    text = f"{run.cast.country(side)} {points:.0f}, {run.cast.fill('{market}')} {-fall:.0%}"
    return text.replace(" -0", " 0")


def _points(side: str, end: str, row: int, run: ToldRun) -> float:
    """A side's points before a date: after the last event that changed them, or of a step where no event tells."""
    changed = [event for event in run.log if (event.event, side) in run.points and event.date < end]
    return run.points[changed[-1].event, side] if changed else float(run.steps[f"{side}.pressure"][row])
