"""Has everything that can fall due a slot of its own?"""

from __future__ import annotations

from sim.vocabulary import agenda_slots as slots


def test_slots_do_not_overlap() -> None:
    pairs = [slots.RING, slots.LETTER, slots.CALL_REQUEST, slots.SUMMIT_PROPOSAL, slots.ENVOY]
    taken = [slot + side for slot in pairs for side in range(2)]
    taken += [slots.CALL, slots.SUMMIT, slots.TRUCE_TERM, slots.FIRST_MEDIATOR]
    assert taken == list(range(len(taken)))
