"""Does a surface show what the session has come to, all of it as plain data, and nothing that it may not know?"""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from analysis.classroom.lessons.lesson import Lesson
from analysis.classroom.messages import messages
from analysis.classroom.session.state import Session, WorldChoice
from analysis.classroom.views.shapes import Snapshot
from analysis.classroom.views.showing import Showing
from analysis.classroom.views.snapshot import snapshot
from sim.results.trajectory import Trajectory
from tests.analysis.classroom.views.watched import (
    BRIEF,
    COMPARE,
    TICKET,
    WATCH,
    WORLDS,
    Fork,
    OneWorld,
    Watched,
    forks,
    shipped,
)  # fmt: skip

FORKS = [fork for run in range(3) for fork in forks(run)]


def shows(record: Trajectory, beside: bool, **watching: Any) -> Snapshot:
    """What the wall shows of a record, with all that can be asked for."""
    watched = Watched().act("go", step=WATCH)
    state = replace(watched.session.watching, beside=beside, numbers=True, flip=True, **watching)
    world = WorldChoice(3, {"pride": 0.9})
    session = replace(watched.session, watching=state, world=world, before=WorldChoice(3))
    return snapshot(watched.showing()._replace(session=session), OneWorld(record))


def assert_nothing_later_is_shown(fork: Fork, beside: bool) -> None:
    """Two worlds that part at a decision look the same before its day, and where watching stands before it."""
    number, day = fork.decision.decision, fork.decision.day
    earlier = {"day": math.nextafter(day, 0), "stop": None, "why": number - 1}
    before = {"day": day, "stop": number, "passed": number - 1, "why": number}
    for where in (earlier, before):
        one, other = (shows(record, beside, **where) for record in (fork.one, fork.other))
        assert one == other


@pytest.mark.parametrize("fork", FORKS)
def test_nothing_later_than_the_day_shown_is_in_any_field(fork: Fork) -> None:
    for beside in (False, True):
        assert_nothing_later_is_shown(fork, beside)


@pytest.mark.nightly
@pytest.mark.parametrize("name", ["two-leaders", "us-china-2025", "us-dprk-2018"])
@pytest.mark.parametrize("run", range(12))
def test_nothing_later_is_shown_in_many_worlds(run: int, name: str) -> None:
    for fork in forks(run, name):
        for beside in (False, True):
            assert_nothing_later_is_shown(fork, beside)


def test_what_came_later_is_shown_later() -> None:
    for fork in FORKS[:4]:
        one, other = (shows(record, False, day=fork.decision.day + 28) for record in (fork.one, fork.other))
        assert one != other


def test_the_same_session_is_the_same_picture_to_the_letter() -> None:
    watched = Watched().act("go", step=WATCH).act("step").act("step")
    assert json.dumps(watched.snapshot()) == json.dumps(watched.snapshot())


@pytest.mark.parametrize("lesson", shipped(), ids=lambda lesson: lesson.id)
def test_every_screen_of_every_shipped_lesson_is_plain_data_and_its_messages_are_there(lesson: Lesson) -> None:
    watched = Watched(lesson)
    for place, step in enumerate(lesson.steps):
        watched.act("go", step=place)
        if step.screen in ("watch", "compare"):
            watched.act("step").act("step")
        for surface in ("wall", "desk"):
            if step.screen in ("brief", "watch", "compare", "ticket"):
                picture = watched.snapshot(surface)
                assert picture["screen"] == step.screen
                assert json.loads(json.dumps(picture, allow_nan=False)) == picture
                assert set(_message_ids(picture)) <= set(messages())


def _message_ids(part: Any) -> list[str]:
    """The ids of all messages in a picture: of blocks with an id and nothing of a lesson, slider or paper."""
    if isinstance(part, list):
        return [name for one in part for name in _message_ids(one)]
    if not isinstance(part, dict):
        return []
    found = [name for key, one in part.items() if key != "lesson" for name in _message_ids(one)]
    is_message = isinstance(part.get("id"), str) and "." in part["id"]
    return [*found, *([part["id"]] if is_message else [])]


def test_at_most_four_controls_stand_beside_the_drawer_and_no_key_means_two_things() -> None:
    watched = Watched()
    for step in (BRIEF, WATCH, COMPARE, TICKET):
        watched.act("go", step=step)
        for days in (0, 10, 1000) if step in (WATCH, COMPARE) else (0,):
            if days:
                watched.act("jump", day=days)
            view = watched.view()
            assert 1 <= len(view["controls"]) <= 4
            keys = [one["shortcut"] for one in (*view["controls"], *view["more"]) if one["shortcut"]]
            assert len(keys) == len(set(keys))
            assert not {"m", "h", "f", "?", "Escape"} & set(keys), "the page has these keys for itself"


def test_every_control_that_can_be_pressed_is_an_act_that_is_done() -> None:
    for steps in ((), ("step",), ("step", "step", "play")):
        for step in (BRIEF, WATCH, COMPARE, TICKET):
            watched = Watched().act("go", step=step)
            for word in steps if step in (WATCH, COMPARE) else ():
                watched.act(word)
            session, view = watched.session, watched.view()
            for one in (*view["controls"], *view["more"]):
                watched.session = session
                if one["enabled"]:
                    watched.act(one["act"], **one["what"])


def test_what_is_for_the_teacher_is_on_the_desk_alone() -> None:
    watched = Watched(surface="second").act("go", step=WATCH)
    wall, desk = watched.snapshot("wall"), watched.snapshot("desk")
    assert wall["lesson"] is not None
    assert desk["lesson"] is not None
    assert (wall["lesson"]["say"], desk["lesson"]["say"]) == ("", "Press play.")
    assert (wall["controls"], desk["controls"]) == (False, True)
    assert Watched().snapshot("wall")["controls"]


def test_without_a_lesson_the_start_is_shown() -> None:
    start: Any = {"lessons": [], "broken": [], "first": "", "resume": None, "papers": []}
    picture = snapshot(Showing(Session(), None, "wall", 0.0, 0, {}, start, "test"), WORLDS)
    assert (picture["screen"], picture["view"], picture["lesson"]) == ("start", start, None)


def test_when_a_lesson_has_ended_the_start_is_shown_with_its_papers() -> None:
    start: Any = {"lessons": [], "broken": [], "first": "", "resume": None, "papers": []}
    watched = Watched().act("go", step=TICKET)
    assert snapshot(watched.showing()._replace(start=start), WORLDS)["screen"] == "ticket"
    picture = snapshot(watched.act("end").showing()._replace(start=start), WORLDS)
    assert picture["screen"] == "start"
    assert picture["view"]["papers"][0]["address"] == "/paper/student"
    assert [one["act"] for one in picture["view"]["more"]] == ["undo"]
    assert start["papers"] == []


def test_with_names_off_no_real_name_is_left() -> None:
    watched = Watched().act("names", real=False)
    for step in (BRIEF, WATCH, COMPARE, TICKET):
        watched.act("go", step=step)
        if step in (WATCH, COMPARE):
            watched.act("step").act("step").act("step")
        said = json.dumps(watched.snapshot("desk"))
        for name in ("Oslin", "Vask", "Aldmark", "Verenia", "Sorrel", "Lark", "Rook"):
            assert name not in said, (step, name)
