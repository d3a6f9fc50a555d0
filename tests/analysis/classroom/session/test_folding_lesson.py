"""Facts about the lesson: going back and forth, undoing, and time that never goes back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session.lesson_clock import running
from analysis.classroom.session.state import WorldChoice
from tests.analysis.classroom.session.teaching import BRIEF, COMPARE, COUNTED, PREDICT, SECOND_WATCH, WATCH, Class


def test_a_step_begins_with_its_own_settings_and_the_first_luck() -> None:
    classroom = Class()
    assert classroom.act("go", step=WATCH).world == WorldChoice(3, {"ego": 0.3})
    assert not classroom.session.watching.beside


def test_a_comparison_sets_the_file_beside_its_settings() -> None:
    session = Class().act("go", step=COMPARE)
    assert (session.world, session.other) == (WorldChoice(3, {}), WorldChoice(3, {"host": "nobody"}))
    assert session.watching.beside


def test_settings_that_are_those_of_the_file_are_no_change() -> None:
    assert Class().act("go", step=SECOND_WATCH).world == WorldChoice(3, {})


def test_a_step_is_found_as_it_was_left() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("set", slider="ego", value=0.9)
    classroom.act("luck")
    classroom.act("step")
    left = classroom.session
    classroom.act("go", step=COMPARE)
    assert classroom.session.watching.day == 0
    classroom.act("go", step=WATCH)
    assert (classroom.session.world, classroom.session.watching) == (left.world, left.watching)
    assert classroom.session.before == left.before


def test_how_one_likes_to_watch_goes_along() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("speed", weeks=2)
    classroom.act("stops", on=False)
    classroom.act("numbers", on=True)
    watching = classroom.act("go", step=SECOND_WATCH).watching
    assert (watching.speed, watching.stops, watching.numbers) == (2.0, False, True)


def test_leaving_a_step_halts_what_plays_there() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("play")
    classroom.act("go", step=PREDICT)
    assert not classroom.session.watching.playing
    assert not classroom.act("go", step=WATCH).watching.playing


def test_a_step_that_was_left_out_is_taken_up_again_by_going_there() -> None:
    classroom = Class()
    assert classroom.act("drop", step=COMPARE).dropped == (COMPARE,)
    assert classroom.act("go", step=COMPARE).dropped == ()


@given(minutes=st.lists(st.floats(0, 9), min_size=3, max_size=3))
def test_undoing_takes_back_the_step_and_not_the_time(minutes: list[float]) -> None:
    classroom = Class()
    classroom.wait(minutes[0]).act("go", step=WATCH)
    began = classroom.session.clock
    classroom.wait(minutes[1]).act("go", step=PREDICT)
    classroom.wait(minutes[2]).act("undo")
    assert classroom.session.step == WATCH
    assert classroom.session.clock == began
    assert running(classroom.session.clock, classroom.at) == running(began, classroom.at)


def test_undoing_keeps_names_notes_and_what_was_counted() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    classroom.act("hands", round="first", counts=[0, 1, 2, 3, 4])
    classroom.act("hands", round="second", counts=[0, 0, 2, 3, 4])
    classroom.act("note", text="  So it\nis. ")
    classroom.act("names", real=False)
    classroom.count()
    session = classroom.act("undo")
    assert session.forecasts[PREDICT].first == (0, 1, 2, 3, 4)
    session = classroom.act("undo")
    assert (session.forecasts[PREDICT].first, session.forecasts[PREDICT].phase) == (None, "first")
    assert session.forecasts[PREDICT].counted == COUNTED
    assert session.notes == ("So it is.",)
    assert not session.names


def test_a_wrong_lesson_is_undone() -> None:
    session = Class().act("undo")
    assert session.lesson == ""


def test_a_lesson_that_was_ended_goes_on_when_that_is_undone() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.wait(5).act("end")
    classroom.wait(2)
    session = classroom.act("undo")
    assert session.clock.paused_at is None
    assert running(session.clock, classroom.at) == (5 + 5) * 60


def test_opening_another_lesson_after_the_end_begins_from_nothing() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("note", text="first")
    classroom.act("end")
    session = classroom.act("open", lesson="made", surface="second")
    assert (session.step, session.notes, session.clock.started, session.surface) == (BRIEF, (), None, "second")
    assert classroom.act("undo").notes == ("first",)


def test_a_clock_that_sleeps_began_to_when_the_computer_did() -> None:
    classroom = Class()
    classroom.act("clock", do="resume")
    classroom.wait(4)
    classroom.take([("interrupted", {"since": 60.0})])
    assert running(classroom.session.clock, classroom.at) == 60.0
    classroom.act("clock", do="resume")
    classroom.wait(1)
    assert running(classroom.session.clock, classroom.at) == 120.0
