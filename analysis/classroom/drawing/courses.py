"""What a world has shown by a day: the course of a quantity, what was asked, who met, and not a thing of later."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from analysis.documents.reaching_marks import ASKED, HELD, REFUSALS, TOGETHER
from analysis.documents.run_figures import side_names
from sim.narrative.cast import Cast
from sim.results.record_rows import Event, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e

DEAL = e.WORDS[e.DEAL]

Points = list[tuple[float, float]]
"""Day and value, the last one held to the day that is shown."""


class Mark(NamedTuple):
    """One event between two sides: its day, its lane (a side's id, or together), its kind, whether it was in vain."""

    day: float
    lane: str
    kind: str
    in_vain: bool


def shown_steps(trajectory: Trajectory, day: float) -> int:
    """Return how many rows of the steps table are shown by a day; the opening always is."""
    return max(1, bisect_right(trajectory.columns["steps"]["day"], day))


def shown_to(trajectory: Trajectory, day: float) -> float:
    """Return the day to which lines are drawn: what is shown, or the run's end where that came before."""
    return max(0.0, min(day, float(trajectory.columns["steps"]["day"][-1])))


def course(trajectory: Trajectory, column: str, day: float) -> Points:
    """Return a quantity up to a day as points."""
    count = shown_steps(trajectory, day)
    steps = trajectory.columns["steps"]
    points = [(float(x), float(y)) for x, y in zip(steps["day"][:count], steps[column][:count], strict=True)]
    last = shown_to(trajectory, day)
    return points if last <= points[-1][0] else [*points, (last, points[-1][1])]


def index_of_hundred(points: Points) -> Points:
    """Return a market's index (log points) with 100 at the start."""
    return [(day, 100.0 * math.exp(value)) for day, value in points]


def names_of_sides(trajectory: Trajectory) -> dict[str, str]:
    """Return what each side is called, by id, the one that stands above first."""
    return side_names(Cast(trajectory.scenario))


def shown_events(trajectory: Trajectory, day: float) -> tuple[Event, ...]:
    """Return the events up to a day."""
    return tuple(event for event in events(trajectory) if event.day <= day)


def marks(trajectory: Trajectory, day: float) -> list[Mark]:
    """Return who asked and when they were in touch, up to a day: an ask was in vain once that has been said."""
    log, sides = shown_events(trajectory, day), trajectory.scenario.leaders
    refused = {event.request for event in log if event.kind in REFUSALS}
    found = []
    for event in log:
        if event.kind in ASKED and event.actor in sides:
            found.append(Mark(event.day, event.actor, event.kind, event.event in refused))
        elif event.kind in HELD or event.kind == DEAL:
            found.append(Mark(event.day, TOGETHER, event.kind, False))
    return found


def truces(trajectory: Trajectory, day: float) -> list[tuple[float, float]]:
    """Return the stretches of days under a truce that are shown by a day."""
    count, steps = shown_steps(trajectory, day), trajectory.columns["steps"]
    pairs = zip(steps["truce"][:count], steps["day"][:count], strict=True)
    found = [[d for _, d in stretch] for held, stretch in groupby(pairs, key=lambda row: bool(row[0])) if held]
    spans = [(float(days[0]), float(days[-1])) for days in found]
    if spans and steps["truce"][count - 1]:
        spans[-1] = (spans[-1][0], max(spans[-1][1], shown_to(trajectory, day)))
    return spans


def label_of(kind: str, cast: Cast) -> str:
    """Return what was asked for, or what came about, in the words of the case."""
    return str(cast.words[ASKED.get(kind) or HELD.get(kind) or kind].noun)


def by_side(trajectory: Trajectory, column: str, day: float) -> Mapping[str, Points]:
    """Return both sides' courses of a quantity, by id; of pressure with what was done since the last row."""
    found = {side: course(trajectory, f"{side}.{column}", day) for side in names_of_sides(trajectory)}
    if column == "pressure":
        return {side: [*points, *_done_since(trajectory, side, points, day)] for side, points in found.items()}
    return found


def _done_since(trajectory: Trajectory, side: str, points: Points, day: float) -> Points:
    """What a side's pressure comes to by events of the step that is not over, whose end the record has a row later."""
    found, level = [], points[-1][1]
    step = trajectory.columns["steps"]["step"][shown_steps(trajectory, day) - 1]
    for event in shown_events(trajectory, day):
        after = level if event.step != step else _after(event, side, level)
        if after != level:
            level = after
            found.append((max(event.day, points[-1][0]), level))
    return found


def _after(event: Event, side: str, level: float) -> float:
    """A side's pressure after an event."""
    if event.kind == e.WORDS[e.TRUCE_AGREED]:
        return level * (1 - event.amount)
    if event.actor != side or event.kind not in RAISED:
        return level
    return max(0.0, level + RAISED[event.kind] * event.amount)


RAISED = {e.WORDS[e.ESCALATE]: 1, e.WORDS[e.EASE]: -1}
"""Which way a side's own moves change its pressure."""


def value_at(points: Points, day: float) -> float:
    """Return what a course holds on a day, its first value on days before it begins."""
    return points[max(bisect_right(points, day, key=itemgetter(0)) - 1, 0)][1]
