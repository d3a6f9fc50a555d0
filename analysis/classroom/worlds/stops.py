"""Before which decisions watching stops to ask the class: by a rule that never looks at what came of them.

A stop must not give away that something happens there. So the record is walked from its beginning, and whether to stop
before a decision is settled by what was so before it was taken: the chances the leader weighed, and the stops so far.
Where the model gives one chance in three that a leader reaches out, a leader reaches out after one such stop in three,
and at the others the class learns that it was considered, and that the leader held.

1. An answer to a request is always asked about, while there is room; of several within :data:`APART_DAYS` days (both
   sides are asked at talks) the first.
2. A leader's own turn is asked about where the leader may well reach out (:data:`WORTH_ASKING`), at most
   :data:`MOST_TURNS` times in a run, so that room is left for answers; not within :data:`APART_DAYS` days of any stop,
   and not sooner after the last such turn than an eighth of the run, so that they are spread over it.
3. There are at most :data:`MOST_STOPS` in a run; a lesson has only the first of them for which its minutes are enough.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sim.results.record_rows import Decision, decisions
from sim.results.trajectory import Trajectory

MOST_STOPS = 8
MINUTES_EACH = 1.25
"""A vote by hand, what was done, and a word on the reasons."""

MOST_TURNS = 5
APART_DAYS = 3.0

WORTH_ASKING = (0.25, 0.85)
"""The chance that a leader reaches out, in any way, of which both answers are worth a guess."""

REACHING_OUT = "reach_out"
"""The nest of the moves that reach out."""


class Halt(NamedTuple):
    """A decision before which watching stops: its number, and its day."""

    decision: int
    day: float


def halts_of(trajectory: Trajectory) -> tuple[Halt, ...]:
    """Return before which decisions of a run watching stops, in order."""
    stopped = stopped_before(decisions(trajectory), trajectory.scenario.horizon_days)
    return tuple(Halt(decision.decision, decision.day) for decision in stopped)


def stops_in(minutes: float) -> int:
    """Return how many stops there is time for in so many minutes."""
    return int(minutes / MINUTES_EACH)


def stopped_before(taken: Iterable[Decision], horizon_days: float) -> Iterator[Decision]:
    """Yield the decisions before which watching stops, by the rule of this module.

    Parameters
    ----------
    taken : iterable of Decision
        Those of a run, in order; nothing of them is read that comes after the one at hand, or came of it.
    horizon_days : float
        How long the run may last.
    """
    turns, answers = [-math.inf], [-math.inf]
    for decision in taken:
        if len(turns) + len(answers) - 2 == MOST_STOPS:
            return
        since_turn, since_answer = decision.day - turns[-1], decision.day - answers[-1]
        if decision.kind == "answer":
            days, stop = answers, since_answer >= APART_DAYS
        else:
            early = min(since_turn, since_answer) < APART_DAYS or since_turn < horizon_days / MOST_STOPS
            days, stop = turns, not early and len(turns) <= MOST_TURNS and worth_asking(decision)
        if stop:
            days.append(decision.day)
            yield decision


def worth_asking(decision: Decision) -> bool:
    """Return whether it was open, before a leader's own turn, that the leader would reach out."""
    chance = math.fsum(option.probability for option in decision.options if option.nest == REACHING_OUT)
    return WORTH_ASKING[0] <= chance <= WORTH_ASKING[1]
