"""Is every event written down with its cause, the request it answers and the decision behind it?"""

from __future__ import annotations

from types import SimpleNamespace

from sim.rules.record.ledger import (
    note,
    note_amount,
    note_level,
    set_context,
    tag_amount,
    tag_envoy,
    tag_level,
    tag_mediator,
)
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BY_DECISION, BY_DUE, NOBODY, NONE
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
    before = note(world, e.ESCALATE, 0, 1)
    number = note_level(world, e.LETTER_SENT, 0, 1, levels.LETTER)
    tag_envoy(world, number, 1)
    tag_mediator(world, number, 0)
    tag_amount(world, number, 2.5)
    event = world.events[number]
    assert (event.day, event.step, event.kind, event.actor, event.target) == (3.5, 3, e.LETTER_SENT, 0, 1)
    assert (event.level, event.envoy, event.mediator, event.amount) == (levels.LETTER, 1, 0, 2.5)
    first = world.events[before]
    assert (first.level, first.envoy, first.mediator, first.amount) == (levels.NONE, NOBODY, NOBODY, 0.0)
    last = note_amount(world, e.EASE, 0, 1, 10.0)
    tag_level(world, last, levels.CALL)
    assert (world.events[last].amount, world.events[last].level) == (10.0, levels.CALL)


def test_a_place_that_was_used_before_is_written_over_from_end_to_end() -> None:
    """Compiled runs write into a ring of places: nothing of an older event may shine through."""
    world = world_of()
    used = SimpleNamespace(**dict.fromkeys(vars(world.events[0]), 99))
    world = world._replace(events=[used])
    world.dyad[0].event_count = 3
    set_context(world, BY_DUE, 1, 2)
    assert note(world, e.EASE, 1, 0) == 3
    assert vars(used) == {
        "day": 0.0, "amount": 0.0, "step": 0, "kind": e.EASE, "actor": 1, "target": 0, "level": levels.NONE,
        "mediator": NOBODY, "envoy": NOBODY, "origin": BY_DUE, "cause": 1, "request": 2, "decision": NOBODY,
    }  # fmt: skip
    assert (world.dyad[0].event_count, world.dyad[0].cause) == (4, 3)
