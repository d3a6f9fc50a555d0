"""Is the first luck a typical one of those that show what the lesson is about, by the rule as it is written?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from statistics import median_low

import pytest

from analysis.classroom.lessons import first_luck as rule
from analysis.classroom.lessons.first_luck import NothingShownError, first_luck, voice_share
from analysis.classroom.lessons.lesson import Lesson, Question, Step
from analysis.classroom.lessons.measure_names import happened
from sim.results.outcome import Outcome
from sim.run import run_one
from tests.analysis.classroom.lessons.made import small

LUCKS = 16


@pytest.fixture(autouse=True)
def few_lucks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "LUCKS", LUCKS)


@cache
def outcome_of(*settings: tuple[str, str], luck: int) -> Outcome:
    return run_one(small().world(dict(settings)), small().seed, luck).outcome


def by_hand(lesson: Lesson, settings: list[dict[str, str]], measure: str) -> int:
    """The rule as it is written down, from single runs."""
    outcomes = [[outcome_of(*sorted(at.items()), luck=luck) for luck in range(LUCKS)] for at in settings]
    said = [[happened(outcome, measure) for outcome in column] for column in outcomes]
    if len(said) == 1:
        shown = [luck for luck in range(LUCKS) if said[0][luck]]
    else:
        ways = [[luck for luck in range(LUCKS) if (said[0][luck], said[1][luck]) == way] for way in WAYS]
        shown = max(ways, key=len)
    day = {luck: min(_voice(column[luck], lesson) for column in outcomes) for luck in shown}
    return min(luck for luck in shown if day[luck] == median_low(day.values()))


WAYS = ((False, True), (True, False))


def _voice(outcome: Outcome, lesson: Lesson) -> float:
    return outcome.first_voice.day if outcome.first_voice else lesson.scenario.horizon_days


def question(lesson: Lesson, measure: str) -> Lesson:
    steps = [replace(step, question=Question("?", measure)) if step.question.measure else step for step in lesson.steps]
    return replace(lesson, steps=tuple(steps))


@pytest.mark.parametrize("measure", ["mediated", "contact", "ever_talks"])
def test_a_comparison_that_changes_the_answer(measure: str) -> None:
    lesson = question(small(), measure)
    assert first_luck(lesson) == by_hand(lesson, [{}, {"host": "none"}], measure)


@pytest.mark.parametrize("measure", ["first_voice_days", "mediated", ""])
def test_without_a_comparison_a_world_that_says_yes(measure: str) -> None:
    steps = tuple(step for step in small().steps if step.screen != "compare")
    lesson = question(replace(small(), steps=steps), measure)
    assert first_luck(lesson) == by_hand(lesson, [{}], measure or "first_voice_days")


def test_where_nothing_is_shown_that_is_said() -> None:
    steps = (Step("predict", 5, question=Question("?", "mediated")), Step("compare", 5, settings={"pride": 0.85}))
    with pytest.raises(NothingShownError, match="none of 16 lucks shows mediated change"):
        first_luck(replace(small(), steps=steps))


def test_how_often_they_speak() -> None:
    found = voice_share(small())
    spoken = [outcome_of(luck=luck).first_voice is not None for luck in range(LUCKS)]
    assert (found.value, found.n) == (sum(spoken) / LUCKS, LUCKS)
