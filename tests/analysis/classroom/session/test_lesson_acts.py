"""Acts on the lesson as a whole: which lesson, which step, which notes."""

from __future__ import annotations

import pytest

from analysis.classroom.session.facts import Act, Refused
from analysis.classroom.session.lesson_acts import MOST_NOTES
from analysis.classroom.session.requests import facts_of
from analysis.classroom.session.state import Session
from tests.analysis.classroom.session.teaching import DEBRIEF, PREDICT, WATCH, Class, MadeRuns


def test_a_lesson_opens_on_its_first_step_with_its_first_luck() -> None:
    session = Class().session
    assert (session.lesson, session.surface, session.step, session.world.luck) == ("made", "mirrored", 0, 3)
    assert session.clock.started is None


@pytest.mark.parametrize("named", ["other", "", "../made", None, 3])
def test_a_lesson_that_is_not_there_is_refused(named: object) -> None:
    refused = Class(opened=False).refused("open", lesson=named, surface="mirrored")
    assert (refused.status, refused.message) == (422, "refused.no_lesson")


def test_a_lesson_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(Refused, match="no_lesson"):
        facts_of(Session(), Act("open", {"lesson": "made", "surface": "second"}, ""), None, MadeRuns())
    with pytest.raises(Refused, match="lesson_gone"):
        facts_of(Class().session, Act("go", {"step": 1}, ""), None, MadeRuns())


def test_a_running_lesson_is_not_replaced_by_mistake() -> None:
    classroom = Class()
    classroom.act("open", lesson="made", surface="second")
    classroom.act("go", step=WATCH)
    assert classroom.refused("open", lesson="made", surface="mirrored").message == "refused.lesson_open"


@pytest.mark.parametrize("step", [-1, 7, 1.0, True, "1", None])
def test_a_step_is_one_of_the_lessons(step: object) -> None:
    assert Class().refused("go", step=step).status == 422


def test_going_where_one_is_comes_to_nothing() -> None:
    classroom = Class()
    classroom.act("go", step=0)
    assert len(classroom.facts) == 1


def test_the_debrief_is_talked_over_on_its_screen_only() -> None:
    classroom = Class()
    assert classroom.refused("debrief", to="why").message == "refused.other_screen"
    classroom.act("go", step=DEBRIEF)
    assert classroom.act("debrief", to="why").debrief == "why"
    assert classroom.refused("debrief", to="where").status == 422


@pytest.mark.parametrize("text", ["", "  ", "\x00\x07", "x" * 501, None, 7, ["a"]])
def test_a_note_is_a_text(text: object) -> None:
    assert Class().refused("note", text=text).status == 422


def test_a_note_is_kept_as_a_line() -> None:
    assert Class().act("note", text="<b>Why\n\tnow?</b>\x1b").notes == ("<b>Why now?</b>",)


def test_there_is_room_for_so_many_notes() -> None:
    classroom = Class()
    for place in range(MOST_NOTES):
        classroom.act("note", text=f"note {place}")
    assert classroom.refused("note", text="one more").message == "refused.notes_full"


def test_names_are_hidden_before_a_lesson_and_stay_so() -> None:
    classroom = Class(opened=False)
    classroom.act("names", real=False)
    classroom.act("open", lesson="made", surface="mirrored")
    assert not classroom.session.names
    assert classroom.act("names", real=True).names


def test_who_has_only_looked_ahead_has_not_begun() -> None:
    classroom = Class()
    for step in (WATCH, PREDICT, DEBRIEF, WATCH):
        classroom.wait(1).act("go", step=step)
        assert classroom.session.clock.started is not None
    assert classroom.act("go", step=0).clock.started is None
    classroom.act("undo")
    assert classroom.session.step == WATCH
    assert classroom.session.clock.started is None


@pytest.mark.parametrize("do", ["resume", "minute", "pause"])
def test_a_clock_that_was_used_is_not_taken_back(do: str) -> None:
    classroom = Class()
    if do == "resume":
        classroom.act("clock", do=do)
    classroom.act("go", step=WATCH)
    if do != "resume":
        classroom.act("clock", do=do)
    assert classroom.act("go", step=0).clock.started is not None


@pytest.mark.parametrize(
    ("word", "what"), [("step", {}), ("hands", {"round": "first", "counts": [1] * 5}), ("note", {"text": "Well."})]
)
def test_a_lesson_in_which_something_was_done_goes_on_at_its_first_step(word: str, what: dict[str, object]) -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT if word == "hands" else WATCH)
    classroom.act(word, **what)
    began = classroom.session.clock.started
    assert classroom.act("go", step=0).clock.started == began


def test_a_clock_is_told_one_of_three_things() -> None:
    assert Class().refused("clock", do="stop").status == 422


def test_lessons_need_not_be_taken_in_order() -> None:
    classroom = Class()
    classroom.act("go", step=PREDICT)
    assert classroom.act("go", step=WATCH).step == WATCH
