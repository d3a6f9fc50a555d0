"""Which screen is shown."""

from __future__ import annotations

from analysis.classroom.session.screens import screen_of
from analysis.classroom.session.state import Session
from tests.analysis.classroom.session.teaching import COMPARE, WATCH, Class, lesson


def test_every_step_shows_its_screen() -> None:
    classroom = Class()
    for place, step in enumerate(lesson().steps):
        assert screen_of(classroom.act("go", step=place), lesson()) == step.screen


def test_a_world_beside_another_is_a_comparison_whatever_the_step() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    assert screen_of(classroom.act("compare"), lesson()) == "compare"
    classroom.act("go", step=COMPARE)
    assert screen_of(classroom.act("compare"), lesson()) == "watch"


def test_the_start_is_shown_without_a_lesson_and_after_its_end() -> None:
    assert screen_of(Session(), None) == "start"
    assert screen_of(Class().act("end"), lesson()) == "start"
