"""Is the answer key explained and closed, with the outcome classes that the world knows?"""

from __future__ import annotations

from sim.scenario.observed import ContactLevel, Observed, ObservedContact, OutcomeClass
from sim.vocabulary.names import LEVELS, OUTCOMES
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Observed)
    check_part(ObservedContact)


def test_words_are_those_of_the_world() -> None:
    assert tuple(OutcomeClass) == OUTCOMES
    assert set(ContactLevel) <= set(LEVELS)
