"""Tests for analysis.classroom.paper.asked_in_class: each decision once, with its world, whatever came after."""

from __future__ import annotations

from analysis.classroom.paper.asked_in_class import asked_in_class
from tests.analysis.classroom.paper.taught import explained, taught, watched
from tests.analysis.classroom.session.teaching import COMPARE, WATCH


def test_a_decision_is_remembered_with_its_world_though_the_world_changes() -> None:
    found = watched(4)
    number = explained(found)
    settings = dict(found.session.world.settings)
    luck = found.session.world.luck
    found.act("set", slider="ego", value=0.9, world="this")
    found.act("luck")
    (one,) = asked_in_class(found.facts).explained
    assert (one.decision, one.luck, dict(one.settings), one.flip) == (number, luck, settings, True)
    assert (one.world.luck, one.world.settings) == (luck, settings)


def test_asking_again_is_the_same_question() -> None:
    found = watched(4)
    number = explained(found)
    found.act("why", decision=None)
    found.act("why", decision=number)
    (one,) = asked_in_class(found.facts).explained
    assert one.flip


def test_steps_that_tried_other_lucks_are_known() -> None:
    assert asked_in_class(taught().facts).lucks == {COMPARE}
    assert WATCH not in asked_in_class(taught().facts).lucks
    assert asked_in_class([]).explained == ()
