"""Is the form of a casebook whole, and does each of its outcomes have a class of the model?"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.evidence.casebook.casebook_form import CASEBOOK, CaseOutcome
from sim.files.slots import Slot, slots
from sim.vocabulary.outcomes import WORDS


def below(slot: Slot) -> Iterator[tuple[str, Slot]]:
    """Every slot under one, by name; blocks that take anything end it."""
    if slot.item is not None:
        yield from below(slot.item)
    for name, child in slots(slot.part).items() if slot.part is not None else ():
        yield name, child
        yield from below(child)


def test_every_key_says_what_it_means() -> None:
    found = dict(below(CASEBOOK.root))
    assert {"known_at_origin", "class", "alternative_class", "trust", "why"} <= set(found)
    assert [name for name, slot in found.items() if not slot.description] == []


def test_the_outcomes_are_the_classes_of_the_model_in_their_order() -> None:
    assert tuple(outcome.model_class for outcome in CaseOutcome) == WORDS


def test_a_truce_stands_for_whatever_is_partial() -> None:
    assert CaseOutcome("truce-or-partial").model_class == "truce"
