"""How many points a side has in force right after an event, said only where the record makes it certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sim.results.record_rows import Event
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e

CHANGING = tuple(e.WORDS[kind] for kind in (e.ESCALATE, e.EASE, e.TRUCE_AGREED, e.TRUCE_BREACHED, e.DEAL, e.VALUE_SET))


def points_after(trajectory: Trajectory, log: Sequence[Event]) -> dict[tuple[int, str], float]:
    """Return the points in force after each event that changes them, by number of the event and side.

    The record has them at the end of each step; from there they are followed back through the events of the step, as
    far as it is known what each of them changed.
    """
    steps = trajectory.columns["steps"]
    rows = {step: row for row, step in enumerate(steps["step"])}
    found: dict[tuple[int, str], float] = {}
    changes = [event for event in log if event.kind in CHANGING]
    for step, group in groupby(changes, key=lambda event: event.step):
        row = rows.get(step + 1)
        if row is None:
            continue
        moment = list(group)
        for side in trajectory.scenario.leaders:
            _follow_back(side, moment, float(steps[f"{side}.pressure"][row]), found)
    return found


def _follow_back(side: str, moment: Sequence[Event], points: float, found: dict[tuple[int, str], float]) -> None:
    known: float | None = points
    for event in reversed(moment):
        if known is None:
            return
        if event.actor != side and event.kind in OWN:
            continue
        found[event.event, side] = known
        known = _before(event, known)


OWN = (e.WORDS[e.ESCALATE], e.WORDS[e.EASE])
"""Kinds that change the points of the side that acts, and of no other."""


def _before(event: Event, points: float) -> float | None:
    """The points before an event, or None where the record does not say."""
    if event.kind == e.WORDS[e.ESCALATE]:
        return points - event.amount
    if event.kind == e.WORDS[e.EASE]:
        return points + event.amount
    if event.kind == e.WORDS[e.TRUCE_AGREED] and event.amount < 1:
        return points / (1 - event.amount)
    return None
