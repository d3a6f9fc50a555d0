"""The lesson's clock: it stands when it is stopped, and the last fifteen minutes belong to the debrief."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session.lesson_clock import debrief_step, planned_start, running, standing
from tests.analysis.classroom.session.teaching import (
    COMPARE,
    DEBRIEF,
    PREDICT,
    SECOND_WATCH,
    TICKET,
    WATCH,
    Class,
    lesson,
)


def begun() -> Class:
    """A lesson whose clock has begun with its first step."""
    classroom = Class()
    classroom.act("clock", do="resume")
    return classroom


def now(classroom: Class):
    """Where the lesson stands in its time."""
    return standing(classroom.session, lesson(), classroom.at)


def test_before_it_begins_time_does_not_pass() -> None:
    classroom = Class().wait(30)
    found = now(classroom)
    assert (found.begun, found.minute, found.left, found.until_debrief) == (False, 0.0, 5.0, 35.0)
    assert classroom.refused("clock", do="pause").message == "refused.not_begun"
    assert classroom.refused("clock", do="minute").message == "refused.not_begun"


def test_minutes_of_a_step_and_of_the_lesson() -> None:
    classroom = begun().wait(6)
    assert now(classroom)[2:5] == (6.0, -1.0, 29.0)
    classroom.act("go", step=WATCH)
    classroom.wait(2)
    assert now(classroom)[2:5] == (8.0, 6.0, 27.0)
    classroom.act("clock", do="minute")
    assert now(classroom)[2:5] == (8.0, 7.0, 27.0)


def test_a_step_has_its_minutes_however_late_and_however_long_the_clock_stood() -> None:
    classroom = Class().wait(9)
    classroom.act("clock", do="resume")
    classroom.wait(3).act("clock", do="pause")
    classroom.wait(4).act("clock", do="resume")
    classroom.act("go", step=WATCH)
    assert now(classroom.wait(1))[2:4] == (4.0, 7.0)


@given(spans=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 20)), max_size=6))
def test_the_clock_runs_only_while_it_is_not_stopped(spans: list[tuple[float, float]]) -> None:
    classroom, ran = begun(), 0.0
    for goes, stands in spans:
        classroom.wait(goes).act("clock", do="pause")
        classroom.wait(stands).act("clock", do="resume")
        ran += 60 * goes
    assert abs(running(classroom.session.clock, classroom.at) - ran) < 1e-6


def test_stopping_twice_is_stopping_once() -> None:
    classroom = begun().wait(3)
    classroom.act("clock", do="pause")
    classroom.wait(3).act("clock", do="pause")
    assert now(classroom).minute == 3.0
    assert now(classroom).paused


def test_stopping_the_clock_halts_what_plays() -> None:
    classroom = begun()
    classroom.act("go", step=WATCH)
    classroom.act("play")
    assert not classroom.act("clock", do="pause").watching.playing


def test_the_plan() -> None:
    assert planned_start(lesson(), PREDICT) == 20
    assert planned_start(lesson(), PREDICT, (COMPARE,)) == 13
    assert debrief_step(lesson()) == DEBRIEF


def test_a_lesson_on_time_offers_nothing_to_drop() -> None:
    classroom = begun().wait(4)
    assert not now(classroom).late
    assert now(classroom).drop == ()


def test_a_late_lesson_offers_the_least_that_helps() -> None:
    classroom = begun().wait(5)
    classroom.act("go", step=WATCH)
    classroom.wait(16)
    assert now(classroom).late
    assert now(classroom).drop == (COMPARE,)
    classroom.act("drop", step=COMPARE)
    assert not now(classroom).late


def test_of_what_helps_the_shortest_is_offered() -> None:
    classroom = begun().wait(13)
    assert now(classroom).drop == (COMPARE,)
    found = now(begun().wait(9))
    assert (found.late, found.drop) == (True, (SECOND_WATCH,))


def test_where_nothing_is_enough_all_is_offered() -> None:
    assert now(begun().wait(34)).drop == (COMPARE, SECOND_WATCH)


def test_the_fence() -> None:
    classroom = begun()
    classroom.act("go", step=PREDICT)
    assert not now(classroom.wait(34.9)).fenced
    assert now(classroom.wait(0.1)).fenced
    classroom.act("go", step=DEBRIEF)
    assert not now(classroom).fenced
    assert not now(classroom).late
    classroom.act("go", step=TICKET)
    assert not now(classroom).fenced


def test_what_can_be_left_out_and_when() -> None:
    classroom = begun()
    assert classroom.refused("drop", step=PREDICT).message == "refused.not_droppable"
    classroom.act("go", step=PREDICT)
    assert classroom.refused("drop", step=COMPARE).message == "refused.step_shown"
    classroom.act("drop", step=SECOND_WATCH)
    assert classroom.session.dropped == (SECOND_WATCH,)
