"""Chapters: whole months, and not too many of them; those without anything to tell join the next."""

from __future__ import annotations

from bisect import bisect_right
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
    row = bisect_right(run.steps["date"], f"{last // 12:04}-{last % 12 + 1:02}-31") - 1
    return f"{when} - {'; '.join(standing(side, row, run) for side in run.cast.sides)}"


def standing(side: str, row: int, run: ToldRun) -> str:
    """Return a side's points and the fall of its market in a row of the steps table."""
    points, fall = run.steps[f"{side}.pressure"][row], run.steps[f"{side}.drawdown"][row]
    text = f"{run.cast.country(side)} {points:.0f}, {run.cast.fill('{market}')} {-fall:.0%}"
    return text.replace(" -0%", " 0%")
