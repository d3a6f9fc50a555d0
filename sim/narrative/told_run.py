"""All that a teller needs of one run, looked up once: its log, its scenes, what became of requests, names, points."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from sim.narrative.amounts import inside, without_digits
from sim.narrative.cast import Cast
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.points_in_force import points_after
from sim.narrative.request_fates import Thread, threads
from sim.narrative.scenes import Scene, scenes
from sim.results.record_rows import Decision, Event, decisions, events
from sim.results.trajectory import Trajectory
from sim.vocabulary import events as e


class PlainCast(Cast):
    """Names as they are read aloud: digits in them are spelled, but for years."""

    def leader(self, side: str) -> str:
        """Return the name of a side's leader."""
        return without_digits(super().leader(side))

    def country(self, side: str) -> str:
        """Return what the side itself is called."""
        return without_digits(super().country(side))

    def mediator(self, mediator: str) -> str:
        """Return the name of a third party."""
        return without_digits(super().mediator(mediator))

    def envoy(self, side: str, envoy: str) -> str:
        """Return the name of an envoy."""
        return without_digits(super().envoy(side, envoy))

    def issue(self, issue: str) -> str:
        """Return the name of a matter in dispute."""
        return without_digits(super().issue(issue))


class ToldRun:
    """One run, ready to be told.

    Parameters
    ----------
    trajectory : Trajectory
        The record.
    plain : bool
        Whether it is told for reading aloud: amounts in words, no digits in names.
    """

    def __init__(self, trajectory: Trajectory, plain: bool = False) -> None:
        self.trajectory = trajectory
        self.plain = plain
        self.cast: Cast = PlainCast(trajectory.scenario) if plain else Cast(trajectory.scenario)
        self.log: tuple[Event, ...] = events(trajectory)
        self.steps = trajectory.columns["steps"]

    @cached_property
    def scenes(self) -> list[Scene]:
        """The log as scenes."""
        return scenes(self.log)

    @cached_property
    def threads(self) -> Mapping[int, Thread]:
        """What became of each request, by its number."""
        return threads(self.log)

    @cached_property
    def choices(self) -> Mapping[int, Decision]:
        """All decisions, by number."""
        return {choice.decision: choice for choice in decisions(self.trajectory)}

    @cached_property
    def facts(self) -> RecordFacts:
        """What was so when somebody decided."""
        return RecordFacts(self.trajectory, self.cast)

    @cached_property
    def points(self) -> Mapping[tuple[int, str], float]:
        """Points in force after an event, by number of the event and side."""
        return points_after(self.trajectory, self.log)

    @cached_property
    def first_contact_day(self) -> float:
        """The day of the first contact; later than any for none."""
        first = self.trajectory.outcome.first_contact
        return float("inf") if first is None else first.day

    @property
    def both(self) -> str:
        """Both leaders: by name, but read aloud only as what they are, for the ear has their names already."""
        if self.plain:
            return self.cast.fill("the two {leader.plural}")
        return " and ".join(self.cast.leader(side) for side in self.cast.sides)

    def side(self, side: str) -> str:
        """Return what a side is called inside a sentence: ``the United States``; a third party likewise."""
        return inside(self.cast.country(side) if side in self.cast.sides else self.cast.anyone(side))

    def host(self, mediator: str) -> str:
        """Return what a third party is called inside a sentence."""
        return inside(self.cast.mediator(mediator))

    @property
    def last_date(self) -> str:
        """The day on which the record ends, ISO 8601."""
        return str(self.steps["date"][-1])

    def at_the_table(self, day: float) -> list[Decision]:
        """Return what both said about a truce on a day."""
        return [choice for choice in self.choices.values() if choice.day == day and choice.about == "truce"]

    def step_row(self, day: float) -> int:
        """Return the row of the last step that ends on or before a day."""
        days = self.steps["day"]
        return max(0, next((row for row, then in enumerate(days) if then > day), len(days)) - 1)


def date_of(run: ToldRun, request: Event | None) -> str:
    """Return the day on which a meeting was fixed, ISO 8601; empty where that was before the first day."""
    fixed = next((event for event in run.log if request is not None and event.event == request.request), None)
    if fixed is None or fixed.origin == "scheduled" or fixed.kind == e.WORDS[e.TRUCE_IN_FORCE]:
        return ""
    return fixed.date
