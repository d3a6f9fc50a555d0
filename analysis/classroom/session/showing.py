"""How far a world is shown next: to the end of a week, to a decision before which it halts, or to its end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.facts import Refused
from analysis.classroom.session.state import Session, Watching, WorldChoice
from sim.results.trajectory import Trajectory

WEEK = 7.0
"""Days in a week."""


class Halt(Protocol):
    """A decision before which a world halts: its number and its day."""

    @property
    def decision(self) -> int:
        """Its number."""
        ...

    @property
    def day(self) -> float:
        """Days since the start."""
        ...


class Runs(Protocol):
    """What is asked of the runs (:class:`analysis.classroom.worlds.world_runs.WorldRuns`)."""

    def trajectory(self, lesson: Lesson, choice: WorldChoice, names: bool) -> Trajectory:
        """Return the record of a world; ValueError where it cannot be run."""
        ...

    def halts(self, lesson: Lesson, choice: WorldChoice, names: bool) -> tuple[Halt, ...]:
        """Return the decisions before which it halts, in order."""
        ...


class World(NamedTuple):
    """The worlds of a session as far as showing them goes: the last day, days of events, and where to halt."""

    last: float
    days: tuple[float, ...]
    halts: tuple[Halt, ...]


def world_of(session: Session, lesson: Lesson, runs: Runs) -> World:
    """Return the world that is watched; beside another it goes on until both are over, and halts nowhere.

    Raises
    ------
    Refused
        When it cannot be run; says why.
    """
    choices = [session.world, *([session.other] if session.watching.beside else [])]
    try:
        records = [runs.trajectory(lesson, choice, session.names) for choice in choices]
        halts = () if session.watching.beside else runs.halts(lesson, session.world, session.names)
    except ValueError as error:
        raise Refused(422, "refused.world", text=str(error)) from None
    last = max(float(record.columns["steps"]["day"][-1]) for record in records)
    days = {float(day) for record in records for day in record.columns["events"]["day"]}
    return World(last, tuple(sorted(days)), halts)


def onwards(world: World, watching: Watching, day: float) -> dict[str, Any]:
    """Return what showing a world on to a later day comes to, halting before the first decision on the way.

    One that stands before a decision goes on to what was decided, and no further: the class is to see just that.
    """
    day = min(day, world.last)
    halt = next((halt for halt in world.halts if halt.decision > watching.passed and halt.day <= day), None)
    if watching.stop is not None:
        return _past_the_stop(world, watching)
    if halt is None or not watching.stops:
        return outright(world, day)
    return {"day": halt.day, "stop": halt.decision, "passed": watching.passed, "over": False}


def _past_the_stop(world: World, watching: Watching) -> dict[str, Any]:
    return outright(world, watching.day) | {"passed": watching.stop}


def outright(world: World, day: float) -> dict[str, Any]:
    """Return what showing a world up to a day comes to, that day's decisions included."""
    day = min(day, world.last)
    return {"day": day, "stop": None, "passed": _passed(world.halts, day), "over": day >= world.last}


def as_far(world: World, watching: Watching) -> dict[str, Any]:
    """Return what showing a changed world as far as the one before comes to.

    Where the earlier one stood before a decision, this one does too, if the same decision is still before it.
    """
    stands = any((halt.decision, halt.day) == (watching.stop, watching.day) for halt in world.halts)
    if not stands or not watching.stops:
        return outright(world, watching.day)
    return {"day": watching.day, "stop": watching.stop, "passed": watching.passed, "over": False}


def _passed(halts: Iterable[Halt], day: float) -> int:
    return max((halt.decision for halt in halts if halt.day <= day), default=-1)


def week_after(day: float) -> float:
    """Return the end of the week that a day is in, or of the next where it ends one."""
    return (day // WEEK + 1) * WEEK


def week_before(day: float) -> float:
    """Return the end of the last week that is over before a day; 0 in the first."""
    return max(0.0, (-(-day // WEEK) - 1) * WEEK)
