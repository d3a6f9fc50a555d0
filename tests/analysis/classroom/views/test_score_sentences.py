"""Scores in words: the parts add up as they are read, too few hands get none, no world is called what happened."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.lessons.reading import list_lessons, read_lesson
from analysis.classroom.session.state import Counted, Forecast
from analysis.classroom.views.naming import Naming
from analysis.classroom.views.score_sentences import score, scores_told
from analysis.classroom.views.shapes import Score
from analysis.classroom.worlds.neutral_names import without_names
from tests.analysis.classroom.lessons.made import small
from tests.analysis.classroom.views.test_predict import said
from tests.analysis.classroom.views.watched import PREDICT

COUNTS = st.tuples(*[st.integers(0, 12)] * 5)


def forecast(first: tuple[int, ...], second: tuple[int, ...] | None, happened: int, firsts: bool = True) -> Forecast:
    """A forecast at its scores."""
    counted = Counted(1000, happened, 0.0, 1.0, (firsts,) * 100, ("truce",) * 100)
    return Forecast("scores", first, second, counted)  # type: ignore[arg-type]


def told(found: Forecast, lesson: Lesson | None = None, step: int = PREDICT) -> list[Score]:
    """Its scores, with real names."""
    lesson = lesson or small()
    return scores_told(found, lesson, step, Naming(lesson.scenario, lesson.scenario))


@cache
def forecasts() -> Lesson:
    """The lesson whose question was answered in the world."""
    return read_lesson("forecasts")


@given(count=COUNTS.filter(lambda count: sum(count) >= 3), happened=st.integers(0, 1000))
def test_the_parts_add_up_as_they_are_read(count: tuple[int, ...], happened: int) -> None:
    parts = told(forecast(count, None, happened))[0]["told"][0]
    assert float(parts["miss"]) + float(parts["luck"]) == pytest.approx(float(parts["score"]), abs=1e-9)


@given(count=st.sampled_from([(1, 0, 0, 0, 0), (0, 2, 0, 0, 0), (1, 0, 0, 0, 1), (0, 0, 1, 1, 0)]))
def test_fewer_than_three_hands_are_shown_and_not_scored(count: tuple[int, ...]) -> None:
    (only,) = told(forecast(count, None, 400))
    assert [one["id"] for one in only["told"]] == ["predict.too_few"]


def test_a_class_scored_in_words() -> None:
    worlds, crowd = told(forecast((2, 0, 0, 0, 1), (0, 0, 3, 0, 0), 400))
    assert [said(one) for one in worlds["told"]] == [
        "Average miss of your hands 0.010, and luck nobody can remove 0.240: together 0.250.",
        "Before talking, the average miss was 0.143.",
        "Whoever always says 50% scores 0.25. Less is better.",
    ]
    assert said(crowd["told"][0]) == "The class says 50% (median) and 50% (mean); the worlds say 40%."
    assert said(crowd["told"][2]) == "The mean is nearer to the worlds than 0 of 3 hands."
    assert said(crowd["told"][3]) == "Each hand counts as the middle of its group."


@pytest.mark.parametrize("firsts", [True, False])
def test_what_happened_is_read_off_the_answer_key_and_off_no_world(firsts: bool) -> None:
    event = told(forecast((0, 0, 0, 0, 3), None, 500, firsts), forecasts(), 1)[2]
    assert event["kind"] == "happened"
    assert [said(one) for one in event["told"]] == [
        "In the real world it happened (5 June 2025). The class’s mean of 90% scores 0.010.",
        "Had it gone the other way, the same forecast would score 0.810.",
        f"Recorded in: {forecasts().scenario.observed.source}.",
    ]


def test_what_happened_is_scored_only_where_the_lesson_says_so_and_the_world_is_as_in_the_file() -> None:
    asked = [
        (name, place)
        for name in list_lessons()
        for place, step in enumerate(read_lesson(name).steps)
        if step.screen == "predict" and len(told(forecast((1, 1, 1, 0, 0), None, 500), read_lesson(name), place)) == 3
    ]
    assert asked == [("forecasts", 1)]


def test_a_source_names_nobody_where_names_are_off() -> None:
    scenario = forecasts().scenario
    leader = next(iter(scenario.leaders.values()))
    signed = scenario.model_copy(update={"observed": scenario.observed.model_copy(update={"source": leader.name})})
    lesson = replace(forecasts(), scenario=signed)
    naming = Naming(signed, without_names(signed))
    event = scores_told(forecast((0, 0, 0, 0, 3), None, 500), lesson, 1, naming)[2]["told"]
    assert leader.name not in said(event[2])


def test_numbers_as_they_are_read() -> None:
    assert score(0.0125) == "0.013"
