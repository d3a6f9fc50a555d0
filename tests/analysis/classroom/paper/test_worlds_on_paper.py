"""Tests for analysis.classroom.paper.worlds_on_paper: each world as far as it was shown, in the lesson's order."""

from __future__ import annotations

from analysis.classroom.paper.asked_in_class import asked_in_class
from analysis.classroom.paper.worlds_on_paper import (
    Paper,
    explained_on_paper,
    visited,
    world_said,
    worlds_on_paper,
)
from analysis.classroom.session.state import WorldChoice
from analysis.classroom.views.naming import Naming
from tests.analysis.classroom.paper.taught import RUNS, explained, taught, watched
from tests.analysis.classroom.session.teaching import COMPARE, WATCH, Class, lesson


def paper(found: Class) -> Paper:
    naming = Naming(lesson().scenario, RUNS.scenario(lesson(), WorldChoice(), found.session.names))
    return Paper(found.session, lesson(), RUNS, naming, asked_in_class(found.facts))


def test_worlds_stand_in_the_order_of_the_lesson_and_none_that_was_not_watched() -> None:
    assert [step for step, _ in visited(paper(taught()))] == [WATCH, COMPARE]
    assert list(visited(paper(Class()))) == []


def test_a_world_that_goes_on_says_how_far_it_was_seen_and_one_that_is_over_how_it_ended() -> None:
    early = "".join(worlds_on_paper(paper(watched(3))))
    assert "Seen up to week 3" in early
    assert "Where it stands" not in early
    whole = "".join(worlds_on_paper(paper(taught())))
    assert "Seen to its end." in whole
    assert "Where it stands" in whole


def test_ten_other_lucks_stand_there_where_the_class_tried_them() -> None:
    assert "other lucks" in "".join(worlds_on_paper(paper(taught()))).lower()


def test_a_world_says_its_luck_and_what_was_changed() -> None:
    said = world_said(paper(taught()), WorldChoice(8, {"ego": 0.9}))
    assert said.startswith("Luck 8.")
    assert "How proud?" in said
    assert world_said(paper(taught()), WorldChoice(8, {})) == "Luck 8."


def test_a_decision_that_was_asked_about_has_its_reasons_and_what_would_have_turned_it() -> None:
    found = watched(5)
    assert list(explained_on_paper(paper(found))) == []
    number = explained(found)
    text = "".join(explained_on_paper(paper(found)))
    flips = RUNS.flip(lesson(), found.session.world, True, number)
    assert text.count("<h3>") == 1
    assert "<svg" in text
    assert all(flip[:20].split("'")[0] in text for flip in flips)
