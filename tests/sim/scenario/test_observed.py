"""Is the answer key explained and closed, with levels that the world knows?"""

from __future__ import annotations

from sim.scenario.observed import ContactLevel, Observed, ObservedContact
from sim.vocabulary import levels
from tests.sim.scenario.parts import check_part


def test_fields() -> None:
    check_part(Observed)
    check_part(ObservedContact)


def test_levels_are_those_of_the_world() -> None:
    assert set(ContactLevel) <= set(levels.WORDS)
