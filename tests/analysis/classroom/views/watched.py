"""A class that watches real worlds, for tests of what it sees; and pairs of worlds that are one up to a decision."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.session.facts import Act, Fact
from analysis.classroom.session.folding import fold
from analysis.classroom.session.requests import facts_of
from analysis.classroom.session.state import Session
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Runs, Showing
from analysis.classroom.views.snapshot import snapshot
from analysis.classroom.worlds.world_runs import WorldRuns
from sim.results.record_rows import Decision, decisions
from sim.results.trajectory import Trajectory
from sim.run import Order, run_one
from sim.scenario import Scenario
from tests.analysis.classroom.lessons.made import small

WORLDS = WorldRuns()
"""Worlds are run once for all tests."""

BRIEF, PREDICT, WATCH, COMPARE, DEBRIEF, TICKET = range(6)
"""The steps of the small lesson."""


class Watched:
    """A class: acts are judged, become facts and are folded, and surfaces show what comes of it.

    Parameters
    ----------
    lesson : Lesson, optional
        The small lesson by default.
    surface : str
        ``mirrored`` or ``second``.
    """

    def __init__(self, lesson: Lesson | None = None, surface: str = "mirrored") -> None:
        self.lesson = lesson or small()
        self.session, self.number, self.at = Session(), 0, 0.0
        self.act("open", lesson=self.lesson.id, surface=surface)

    def act(self, word: str, **what: Any) -> Watched:
        """Do an act."""
        for kind, particulars in facts_of(self.session, Act(word, what, ""), self.lesson, WORLDS):
            self.number += 1
            self.session = fold(self.session, Fact(self.number, self.at, kind, particulars))
        return self

    def showing(self, surface: str = "wall") -> Showing:
        """What a picture is made of."""
        return Showing(self.session, self.lesson, surface, self.at, self.number, {}, None, "test")

    def snapshot(self, surface: str = "wall", runs: Runs = WORLDS) -> Snapshot:
        """What a surface shows."""
        return snapshot(self.showing(surface), runs)

    def view(self, surface: str = "wall") -> Any:
        """What its screen shows."""
        return self.snapshot(surface)["view"]


class OneWorld:
    """Runs of which every world is the same record, wherever its sliders stand."""

    def __init__(self, record: Trajectory) -> None:
        self.record = record

    def scenario(self, lesson: Lesson, *_: object) -> Scenario:
        """The lesson's scenario."""
        return lesson.scenario

    def trajectory(self, *_: object) -> Trajectory:
        """The one record."""
        return self.record

    def flip(self, *_: object) -> tuple[str, ...]:
        """Nothing."""
        return ()


class Fork(NamedTuple):
    """Two records that are one up to a decision, in which they differ."""

    one: Trajectory
    other: Trajectory
    decision: Decision


@cache
def forks(run: int, name: str = "two-leaders") -> tuple[Fork, ...]:
    """Some forks of a run: at its decisions in even distances, each turned to its least likely option."""
    one = run_one(name, seed=5, run=run)
    choices = [choice for choice in decisions(one) if len(choice.options) > 1]
    return tuple(Fork(one, _turned(one, choice), choice) for choice in choices[1 :: max(1, len(choices) // 6)])


def _turned(one: Trajectory, choice: Decision) -> Trajectory:
    others = [option for option in choice.options if option is not choice.chosen]
    least = min(others, key=lambda option: option.probability)
    order = Order(choice.leader, least.name, about=choice.about, number=choice.decision)
    return run_one(one.scenario, one.seed, one.run, orders=[order])


@cache
def shipped() -> tuple[Lesson, ...]:
    """The lessons that are shipped."""
    return tuple(read_lesson(name) for name in list_lessons())
