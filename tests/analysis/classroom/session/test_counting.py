"""Which worlds are counted when, and counts that nobody waits for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.classroom.session.counting import Wanted, counted_news, wanted
from analysis.classroom.session.state import WorldChoice
from tests.analysis.classroom.session.teaching import BRIEF, COUNTED, PREDICT, WATCH, Class, lesson

ALL = Wanted(f"made/{PREDICT}/1000", WorldChoice(0, {"ego": 0.7}), "first_voice", 1000)


def test_nothing_is_counted_before_the_lesson_begins() -> None:
    assert wanted(Class().session, lesson()) is None


def test_the_next_forecast_is_counted_ahead() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    assert wanted(classroom.session, lesson()) == ALL
    classroom.count()
    assert wanted(classroom.session, lesson()) is None


def test_counting_that_was_called_off_is_not_begun_again_by_itself() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.act("cancel")
    assert wanted(classroom.session, lesson()) is None
    classroom.act("count")
    assert wanted(classroom.session, lesson()) == ALL._replace(key=f"made/{PREDICT}/100", runs=100)


def test_nothing_else_is_counted_where_counting_was_called_off() -> None:
    two = replace(lesson(), steps=(*lesson().steps[:5], lesson().steps[PREDICT], *lesson().steps[5:]))
    classroom = Class()
    classroom.act("go", step=PREDICT)
    first = wanted(classroom.session, two)
    classroom.act("cancel")
    assert wanted(classroom.session, two) is None
    classroom.act("go", step=PREDICT + 1)
    second = wanted(classroom.session, two)
    assert first is not None
    assert second is not None
    assert first.key != second.key


def test_what_was_counted_before_it_was_called_off_is_kept() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.act("cancel")
    some = replace(COUNTED, runs=300, happened=120, whole=False)
    session = classroom.take(counted_news(classroom.session, ALL.key, some))
    assert session.forecasts[PREDICT].counted == some


def test_nothing_is_counted_after_the_end_or_for_another_lesson() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    assert wanted(classroom.session, replace(lesson(), id="another")) is None
    classroom.act("end")
    assert wanted(classroom.session, lesson()) is None


def test_forecasts_that_were_passed_over_are_not_counted() -> None:
    classroom = Class()
    classroom.act("clock", do="resume")
    classroom.act("go", step=PREDICT + 1)
    assert wanted(classroom.session, lesson()) is None
    classroom.act("go", step=BRIEF)
    assert wanted(classroom.session, lesson()) == ALL


@pytest.mark.parametrize("key", ["another/3/1000", "", "made", "made/x/1000", "/3/1000"])
def test_a_count_that_nobody_waits_for_comes_to_nothing(key: str) -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    assert counted_news(classroom.session, key, COUNTED) == []
