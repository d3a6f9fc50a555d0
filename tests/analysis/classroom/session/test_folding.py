"""Folding facts: one handler for each kind, what can be undone, and a log by another version."""

from __future__ import annotations

import re

import pytest

from analysis.classroom.session import facts
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import HANDLERS, KEPT, UNDONE_BY_ONE, fold, replayed
from analysis.classroom.session.state import Session
from tests.analysis.classroom.session.teaching import COMPARE, WATCH, Class


def test_nothing_happened() -> None:
    assert replayed([]) == Session()


def test_every_kind_of_fact_is_documented() -> None:
    documented = set(re.findall(r"``([a-z_]+)`` +``\{", facts.__doc__ or ""))
    assert documented == set(HANDLERS)


def test_every_kind_that_can_be_undone_is_one() -> None:
    assert set(UNDONE_BY_ONE) < set(HANDLERS)


def test_a_fact_of_another_version_is_an_error_that_says_which() -> None:
    with pytest.raises(ValueError, match=r"fact 7 .*'voted'"):
        fold(Session(), Fact(7, 0.0, "voted", {}))


def test_a_slider_that_is_dragged_is_undone_at_once_and_no_more_than_that() -> None:
    classroom = Class()
    before = classroom.act("go", step=WATCH)
    for value in (0.4, 0.5, 0.6):
        classroom.act("set", slider="ego", value=value)
    assert classroom.act("undo").world == before.world
    assert classroom.session.step == WATCH
    assert classroom.act("undo").step == 0


def test_only_so_much_can_be_undone() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    for _ in range(KEPT + 5):
        classroom.act("luck")
    undone = 0
    while classroom.session.past:
        classroom.act("undo")
        undone += 1
    assert undone == KEPT
    assert classroom.refused("undo").message == "refused.nothing_to_undo"


def test_what_is_undone_leaves_the_session_as_it_was_before() -> None:
    classroom = Class()
    classroom.act("go", step=WATCH)
    classroom.act("step")
    before = classroom.session
    classroom.act("compare")
    assert classroom.act("undo") == before
    classroom.act("again")
    assert classroom.act("undo") == before
    classroom.act("go", step=COMPARE)
    after = classroom.act("undo")
    assert (after.step, after.watching, after.world, after.past) == (
        before.step,
        before.watching,
        before.world,
        before.past,
    )
