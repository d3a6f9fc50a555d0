"""Do numbers for nobody, both and third parties never meet the number of a side?"""

from __future__ import annotations

from sim.vocabulary.codes import BOTH, BY_ANSWER, BY_DECISION, FIRST_MEDIATOR, NOBODY, ORIGINS


def test_actors_are_told_apart() -> None:
    assert len({0, 1, BOTH, NOBODY, FIRST_MEDIATOR}) == 5
    assert FIRST_MEDIATOR == 2


def test_origins_have_their_names() -> None:
    assert (ORIGINS[BY_DECISION], ORIGINS[BY_ANSWER]) == ("decision", "answer")
