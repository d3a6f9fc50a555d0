"""Do words and numbers name the same things, in the same order, everywhere they are written down?"""

from __future__ import annotations

from sim.results.kinds import ACTIONS as TOLD_ACTIONS
from sim.results.kinds import ANSWERS as TOLD_ANSWERS
from sim.results.kinds import EVENT_KINDS
from sim.scenario.dyad import ClockKind, Order
from sim.scenario.intervention import InterventionKind
from sim.scenario.observed import OutcomeClass
from sim.scenario.precedent import PrecedentKind
from sim.scenario.weights import WEIGHTS
from sim.vocabulary import names


def test_every_word_of_a_tuple_has_the_number_of_its_place() -> None:
    numbered = {
        "ACTIONS": names.ACTIONS,
        "COMPONENTS": names.COMPONENTS,
        "ANSWERS": names.ANSWERS,
        "TOPICS": names.TOPICS,
    }
    for words in numbered.values():
        for place, word in enumerate(words):
            assert getattr(names, word.upper()) == place
    for place, word in enumerate(names.LEVELS[1:], 1):
        assert getattr(names, f"LEVEL_{word.upper()}") == place
    for place, word in enumerate(names.OUTCOMES):
        assert getattr(names, f"OUT_{word.upper()}") == place


def test_events_have_numbers_of_their_own() -> None:
    numbers = sorted(value for name, value in vars(names).items() if name.startswith("EV_"))
    assert numbers == list(range(len(names.EVENTS)))


def test_the_record_documents_the_same_words() -> None:
    assert tuple(TOLD_ACTIONS) == names.ACTIONS
    assert tuple(TOLD_ANSWERS) == names.ANSWERS
    assert set(EVENT_KINDS) == set(names.EVENTS)


def test_the_scenario_offers_the_same_words() -> None:
    assert tuple(ClockKind) == names.CLOCKS
    assert tuple(Order) == names.ORDERS
    assert tuple(InterventionKind) == names.INTERVENTIONS
    assert tuple(PrecedentKind) == names.PRECEDENT_KINDS
    assert set(names.OUTCOMES) == set(OutcomeClass)


def test_every_component_has_a_weight() -> None:
    assert tuple(weight.name for weight in WEIGHTS)[: names.N_COMPONENTS] == names.COMPONENTS


def test_slots_of_the_agenda_do_not_overlap() -> None:
    pairs = [names.SLOT_RING, names.SLOT_LETTER, names.SLOT_CALL_REQUEST, names.SLOT_SUMMIT_PROPOSAL, names.SLOT_ENVOY]
    taken = [slot + side for slot in pairs for side in range(2)]
    taken += [names.SLOT_CALL, names.SLOT_SUMMIT, names.SLOT_TRUCE_TERM, names.SLOT_FIRST_MEDIATOR]
    assert taken == list(range(len(taken)))


def test_codes_of_actors_do_not_overlap() -> None:
    assert len({names.BOTH, names.NOBODY, 0, 1, names.FIRST_MEDIATOR}) == 5
