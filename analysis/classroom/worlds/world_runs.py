"""The worlds that a class watches: any of them in full, from nothing but the lesson, its sliders and the luck.

A run is a function of its address, so whatever is forgotten here comes back the same. Calls take as long as a run takes
(some hundredths of a second) and may come from any thread; none is for the thread that serves pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from analysis.classroom.lessons.lesson import PARAMETERS, Lesson, Setting
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.worlds.neutral_names import without_names
from analysis.classroom.worlds.remembered import Remembered
from analysis.classroom.worlds.stops import Halt, halts_of, stops_in
from sim.narrative.cast import Cast
from sim.narrative.choosing import Choosing
from sim.narrative.flip_sentences import flip_sentences
from sim.results.record_rows import Decision, decisions
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario

MOST_WORLDS = 64
"""Worlds remembered: two settings with ten small worlds each, and those watched, twice over."""


class _World(NamedTuple):
    """A world that has been run; `base` is kept so that its id, part of the world's key, is not given to another."""

    base: Scenario
    record: Trajectory
    halts: tuple[Halt, ...]
    flips: dict[int, tuple[str, ...]]


class WorldRuns:
    """Scenarios, records, stops and flips of the worlds of lessons, each worked out once while it is remembered."""

    def __init__(self) -> None:
        self._scenarios: Remembered[tuple[Scenario, Scenario]] = Remembered(MOST_WORLDS)
        self._worlds: Remembered[_World] = Remembered(MOST_WORLDS)

    def scenario(self, lesson: Lesson, choice: WorldChoice, names: bool = True) -> Scenario:
        """Return the lesson's scenario with its sliders as chosen, and with neutral names where real ones are off.

        Raises
        ------
        ScenarioError
            When the sliders make a scenario that does not check; names the field.
        KeyError
            For a slider that the lesson does not have.
        """
        key = (id(lesson.scenario), _moved(lesson, choice.settings), names)
        return self._scenarios.get(key, lambda: (lesson.scenario, chosen_scenario(lesson, choice.settings, names)))[1]

    def trajectory(self, lesson: Lesson, choice: WorldChoice, names: bool = True) -> Trajectory:
        """Return the record of the world chosen, under the lesson's seed; errors as for :meth:`scenario`."""
        return self._world(lesson, choice, names).record

    def halts(self, lesson: Lesson, choice: WorldChoice, names: bool = True) -> tuple[Halt, ...]:
        """Return before which decisions watching stops, in order (:mod:`analysis.classroom.worlds.stops`)."""
        minutes = [step.minutes for step in lesson.steps if step.screen == "watch"]
        found = self._world(lesson, choice, names).halts
        return found[: stops_in(max(minutes))] if minutes else found

    def flip(self, lesson: Lesson, choice: WorldChoice, names: bool, decision: int) -> tuple[str, ...]:
        """Return what would have turned a decision, in sentences; up to a seventh of a second of work.

        Raises
        ------
        KeyError
            For a decision that the run does not have.
        """
        world = self._world(lesson, choice, names)
        if decision not in world.flips:
            world.flips[decision] = _flip(world.record, decision)
        return world.flips[decision]

    def _world(self, lesson: Lesson, choice: WorldChoice, names: bool) -> _World:
        settings = _moved(lesson, choice.settings)
        key = (id(lesson.scenario), settings, names, lesson.seed, choice.luck)
        return self._worlds.get(key, lambda: self._run(lesson, choice, names))

    def _run(self, lesson: Lesson, choice: WorldChoice, names: bool) -> _World:
        record = run_one(self.scenario(lesson, choice, names), lesson.seed, choice.luck, PARAMETERS)
        return _World(lesson.scenario, record, halts_of(record), {})


def chosen_scenario(lesson: Lesson, settings: Mapping[str, Setting], names: bool = True) -> Scenario:
    """Return a lesson's scenario with its sliders as chosen; parameters and errors as for `WorldRuns.scenario`."""
    scenario = lesson.world(lesson.moved(settings))
    return scenario if names else without_names(scenario)


def _moved(lesson: Lesson, settings: Mapping[str, Setting]) -> tuple[tuple[str, Setting], ...]:
    """The settings that differ from the lesson's file, as a key: a slider that was put back there changes nothing."""
    return tuple(sorted(lesson.moved(settings).items()))


def _flip(record: Trajectory, number: int) -> tuple[str, ...]:
    decision = _decision(record, number)
    return tuple(flip_sentences(decision, Choosing.of(record, decision), Cast(record.scenario)))


def _decision(record: Trajectory, number: int) -> Decision:
    for decision in decisions(record):
        if decision.decision == number:
            return decision
    raise KeyError(number)
