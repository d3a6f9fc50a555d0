"""Are classes words with a code, from the most to the least settled?"""

from __future__ import annotations

from sim.vocabulary import outcomes
from sim.vocabulary.outcomes import OutcomeClass


def test_codes_are_places() -> None:
    assert [row.code for row in OutcomeClass] == list(range(5))
    assert list(range(5)) == [outcomes.DEAL, outcomes.TRUCE, outcomes.NO_DEAL, outcomes.BLOW_UP, outcomes.NO_CONTACT]
    assert all(type(row.code) is int for row in OutcomeClass)


def test_a_class_is_found_by_its_word_and_can_be_spoken_of() -> None:
    assert [OutcomeClass(word) for word in outcomes.WORDS] == list(OutcomeClass)
    assert all(row.ending and row.manner for row in OutcomeClass)
