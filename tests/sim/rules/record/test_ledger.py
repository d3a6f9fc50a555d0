"""Is every event written down with its cause, the request it answers and the decision behind it?"""

from __future__ import annotations

from sim.rules.record.ledger import note, note_amount, note_level, set_context, tag_amount, tag_envoy, tag_mediator
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BY_DECISION, BY_DUE, NONE
from tests.sim.rules.worlds import world_of


def test_events_are_numbered_in_order_and_each_causes_the_next_of_the_same_breath() -> None:
    world = world_of()
    set_context(world, BY_DECISION, NONE, NONE)
    first = note(world, e.ESCALATE, 0, 1)
    second = note(world, e.EASE, 1, 0)
    assert (first, second) == (0, 1)
    assert world.dyad[0].event_count == 2
    assert world.events[0].cause == NONE
    assert world.events[1].cause == 0


def test_a_new_context_says_why_and_forgets_the_decision() -> None:
    world = world_of()
    note(world, e.ESCALATE, 0, 1)
    world.dyad[0].decision = 7
    set_context(world, BY_DUE, 0, 0)
    number = note(world, e.EASE, 1, 0)
    event = world.events[number]
    assert (event.origin, event.cause, event.request, event.decision) == (BY_DUE, 0, 0, NONE)


def test_an_event_carries_what_it_is_told() -> None:
    world = world_of()
    world.dyad[0].now, world.dyad[0].step = 3.5, 3
    number = note_level(world, e.LETTER_SENT, 0, 1, levels.LETTER)
    tag_envoy(world, number, 1)
    tag_mediator(world, number, 0)
    tag_amount(world, number, 2.5)
    event = world.events[number]
    assert (event.day, event.step, event.kind, event.actor, event.target) == (3.5, 3, e.LETTER_SENT, 0, 1)
    assert (event.level, event.envoy, event.mediator, event.amount) == (levels.LETTER, 1, 0, 2.5)
    assert world.events[note_amount(world, e.EASE, 0, 1, 10.0)].amount == 10.0
