"""The lesson's clock: which minute it is, what is left of a step, when the debrief must begin, what to drop."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from analysis.classroom.lessons.lesson import FENCED_MINUTES, Lesson
from analysis.classroom.session.state import Clock, Session

SECONDS = 60.0
"""In a minute."""

SLACK = 0.5
"""Minutes by which a lesson may be behind before it is called late."""


class Standing(NamedTuple):
    """Where a lesson stands in its time, all in minutes.

    Attributes
    ----------
    begun, paused : bool
        Whether the clock has begun, and whether it stands.
    minute : float
        How long the lesson has gone on.
    left : float
        What is left of the step at hand; below 0 when it takes longer than planned.
    until_debrief : float
        What is left until the minutes that belong to the debrief; below 0 once they are running.
    late : bool
        Whether the steps before the debrief no longer fit in before it.
    drop : tuple of int
        Steps to leave out so that they do; as much as can be where nothing is enough.
    fenced : bool
        Whether the minutes of the debrief are running, and something else is shown.
    """

    begun: bool
    paused: bool
    minute: float
    left: float
    until_debrief: float
    late: bool
    drop: tuple[int, ...]
    fenced: bool


def running(clock: Clock, now: float) -> float:
    """Return how many seconds the clock has run at a moment (seconds since the session began)."""
    if clock.started is None:
        return 0.0
    until = now if clock.paused_at is None else clock.paused_at
    return max(0.0, until - clock.started - clock.lost)


def planned_start(lesson: Lesson, step: int, dropped: Sequence[int] = ()) -> float:
    """Return the minute at which a step begins when all before it keep to their time."""
    return sum(one.minutes for place, one in enumerate(lesson.steps[:step]) if place not in dropped)


def debrief_step(lesson: Lesson) -> int:
    """Return the place of the first step of the debrief; the number of steps where there is none."""
    return next((place for place, step in enumerate(lesson.steps) if step.screen == "debrief"), len(lesson.steps))


def standing(session: Session, lesson: Lesson, now: float) -> Standing:
    """Return where a lesson stands in its time.

    Parameters
    ----------
    session : Session
        The session.
    lesson : Lesson
        Its lesson.
    now : float
        Seconds since the session began.
    """
    clock = session.clock
    minute = running(clock, now) / SECONDS
    left = lesson.steps[session.step].minutes + clock.extra - (minute - clock.step_started / SECONDS)
    until = lesson.minutes - FENCED_MINUTES - minute
    still_before = session.step < debrief_step(lesson) and not session.ended
    behind = max(0.0, left) + _minutes(lesson, _to_come(session, lesson)) - until
    late = still_before and behind > SLACK
    return Standing(
        clock.started is not None,
        clock.paused_at is not None,
        minute,
        left,
        until,
        late,
        _enough(lesson, _droppable(session, lesson), behind) if late else (),
        still_before and clock.started is not None and until <= 0,
    )


def _droppable(session: Session, lesson: Lesson) -> list[int]:
    return [step for step in _to_come(session, lesson) if lesson.steps[step].droppable]


def _to_come(session: Session, lesson: Lesson) -> list[int]:
    """The steps between that at hand and the debrief that are not left out."""
    return [step for step in range(session.step + 1, debrief_step(lesson)) if step not in session.dropped]


def _enough(lesson: Lesson, steps: Sequence[int], minutes: float) -> tuple[int, ...]:
    """The fewest steps that make up for so many minutes, and of those the shortest; all of them if that is too few."""
    for several in range(1, len(steps) + 1):
        enough = [some for some in combinations(steps, several) if _minutes(lesson, some) >= minutes - SLACK]
        if enough:
            return min(enough, key=lambda some: (_minutes(lesson, some), some))
    return tuple(steps)


def _minutes(lesson: Lesson, steps: Sequence[int]) -> float:
    return sum(lesson.steps[step].minutes for step in steps)
