"""Is a lesson that was changed since a session noticed, whatever of the session it no longer has, and no other?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.session.fitting import misfit
from tests.analysis.classroom.session.teaching import COMPARE, PREDICT, TICKET, WATCH, Class, lesson

SHORTER = replace(lesson(), steps=lesson().steps[:COMPARE])
NO_FORECAST = replace(lesson(), steps=tuple(replace(step, screen="watch") for step in lesson().steps))
NO_SLIDERS = replace(lesson(), sliders=())
NO_CHOICE = replace(lesson(), sliders=(lesson().sliders[0], replace(lesson().sliders[1], choices={"island": {}})))


def taught() -> Class:
    """A class that has been everywhere."""
    classroom = Class()
    for step in range(len(lesson().steps)):
        classroom.act("go", step=step)
    classroom.act("go", step=PREDICT)
    classroom.act("hands", round="first", counts=[1, 2, 3, 4, 5])
    return classroom


def test_a_lesson_that_is_the_same_fits() -> None:
    assert misfit(Class().session, lesson()) == ""
    assert misfit(taught().session, lesson()) == ""
    assert misfit(taught().session, replace(lesson(), title="Another title", facts=())) == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (SHORTER, "it has 2 steps"), (NO_FORECAST, "asks for no forecast"), (NO_SLIDERS, "its sliders"),
        (NO_CHOICE, "its sliders"),
    ],
)  # fmt: skip
def test_what_a_lesson_no_longer_has_is_said(changed: Lesson, said: str) -> None:
    assert said in misfit(taught().session, changed)


@pytest.mark.parametrize("changed", [SHORTER, NO_SLIDERS])
def test_what_can_be_undone_has_to_fit_too(changed: Lesson) -> None:
    classroom = Class()
    classroom.act("go", step=WATCH if changed is NO_SLIDERS else TICKET)
    classroom.act("go", step=0)
    here = replace(classroom.session, left={})
    assert misfit(here, changed)
    assert misfit(replace(here, past=()), changed) == ""
