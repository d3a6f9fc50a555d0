"""The debrief: one of its four steps at a time, and of its cards one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.messages import messages
from analysis.classroom.session.state import DEBRIEF
from analysis.classroom.views.debrief import shared_minutes
from tests.analysis.classroom.views.watched import COMPARE, WATCH, Watched
from tests.analysis.classroom.views.watched import DEBRIEF as STEP


def debriefing(surface: str = "mirrored") -> Watched:
    """A class that has watched and compared, and talks it over."""
    watched = Watched(surface=surface).act("go", step=WATCH).act("jump", day=100)
    return watched.act("go", step=COMPARE).act("jump", day=100).act("go", step=STEP)


@pytest.mark.parametrize("step", DEBRIEF)
def test_of_the_other_steps_nothing_is_shown(step: str) -> None:
    view = debriefing().act("debrief", to=step).view()
    assert [one["now"] for one in view["steps"]] == [name == step for name in DEBRIEF]
    shown = {"happened": view["card"] is not None, "why": bool(view["theory"]), "so_what": bool(view["leaves_out"])}
    assert shown == {name: name == step for name in shown}
    assert view["prompt"]["id"] in messages()


def test_the_arrow_leads_through_all_of_it() -> None:
    watched, seen = debriefing(), []
    for _ in range(9):
        view = watched.view()
        seen.append((view["step"], view["card"]["kind"] if view["card"] else ""))
        (onwards,) = [one for one in view["controls"] if one["shortcut"] in ("ArrowRight", "n")]
        if onwards["act"] == "go":
            break
        watched.act("debrief", **onwards["what"])
    assert seen == [("feel", ""), ("happened", "margin"), ("happened", "parting"), ("why", ""), ("so_what", "")]


def test_a_card_that_is_not_there_is_the_last_one() -> None:
    assert debriefing().act("debrief", to="happened", card=2).view()["card"]["kind"] == "parting"


def test_without_cards_one_goes_on() -> None:
    view = Watched().act("go", step=STEP).act("debrief", to="happened").view()
    assert view["card"] is None
    assert [one["what"] for one in view["controls"]] == [{"to": "why"}]


def test_notes_are_seen_where_they_are_typed() -> None:
    apart = debriefing("second").act("note", text="Ask Ben about <b>pride</b>.")
    assert apart.view("wall")["notes"] is None
    assert apart.view("desk")["notes"] == ["Ask Ben about <b>pride</b>."]
    assert debriefing().act("note", text="Here.").view()["notes"] == ["Here."]


@given(minutes=st.floats(0, 60))
def test_the_steps_of_the_debrief_share_its_minutes(minutes: float) -> None:
    shared = shared_minutes(minutes)
    assert list(shared) == list(DEBRIEF)
    assert sum(shared.values()) == round(minutes)
    assert min(shared.values()) >= 0


@pytest.mark.parametrize("step", DEBRIEF)
def test_every_control_can_be_pressed_and_no_key_means_two_things(step: str) -> None:
    watched = debriefing().act("debrief", to=step)
    session, view = watched.session, watched.view()
    pressed: list[Any] = [*view["controls"], *view["more"]]
    keys = [one["shortcut"] for one in pressed if one["shortcut"]]
    assert len(keys) == len(set(keys))
    for one in pressed:
        watched.session = session
        if one["enabled"]:
            watched.act(one["act"], **one["what"])
