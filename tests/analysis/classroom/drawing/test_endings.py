"""Tests for analysis.classroom.drawing.endings: every outcome has a look of its own and a name of the case."""

from __future__ import annotations

from analysis.classroom.drawing.endings import MARKS, ending_key, ending_name
from sim.narrative.cast import Cast
from sim.vocabulary.outcomes import WORDS
from tests.analysis.classroom.drawing.worlds import world


def test_every_outcome_has_a_mark_unlike_the_others() -> None:
    assert set(MARKS) == set(WORDS)
    assert len(set(MARKS.values())) == len(MARKS)
    assert len({shape for shape, _ in MARKS.values()}) == len(MARKS)


def test_a_key_names_only_what_came_up_from_the_most_settled_on() -> None:
    cast = Cast(world().scenario)
    assert [entry.name for entry in ending_key(["blow_up", "deal", "deal"], cast)] == ["deal", "broken off"]
    assert ending_name("truce", cast) == "a truce in force"
