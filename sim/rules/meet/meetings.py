"""How meetings are arranged, called off and held: calls, summits, and what both are asked at them.

A call may build rapport, agree a truce, or a date for a summit, which is held in :mod:`sim.rules.meet.summit`.
"""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.agenda import pending, put, strike
from sim.rules.answer.verdict import answer
from sim.rules.meet.groundwork import lay_ground, warm_rapport
from sim.rules.observe.beliefs import remember_answer
from sim.rules.observe.face import lose_face
from sim.rules.react.audience import applaud
from sim.rules.react.memories import burn
from sim.rules.react.pressure import agree_truce
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.decisive import decide_outcome, record_contact
from sim.rules.record.ledger import note_level, set_context, tag_mediator
from sim.vocabulary.names import (
    ACCEPT,
    BOTH,
    BY_DUE,
    EV_CALL_HELD,
    EV_CALL_SCHEDULED,
    EV_SIGNING_ANNOUNCED,
    EV_SUMMIT_SCHEDULED,
    EV_WITHDRAWN,
    FIRST_MEDIATOR,
    LEVEL_CALL,
    LEVEL_LETTER,
    LEVEL_SUMMIT,
    NONE,
    OUT_BLOW_UP,
    SLOT_CALL,
    SLOT_SUMMIT,
    SUMMIT,
    TRUCE,
)


@rule
def schedule_call(world: Any, asker: int) -> None:
    """Set a date for a call."""
    number = note_level(world, EV_CALL_SCHEDULED, BOTH, BOTH, LEVEL_CALL)
    put(world, SLOT_CALL, world.dyad[0].now + world.setting[0].call_lead_days, number, asker)


@rule
def schedule_summit(world: Any, asker: int) -> None:
    """Announce a date for a summit, and the signing if the scenario has one."""
    setting = world.setting[0]
    number = note_level(world, EV_SUMMIT_SCHEDULED, BOTH, BOTH, LEVEL_SUMMIT)
    if asker >= FIRST_MEDIATOR:
        tag_mediator(world, number, asker - FIRST_MEDIATOR)
    put(world, SLOT_SUMMIT, world.dyad[0].now + setting.summit_lead_days, number, asker)
    announce_signing(world)


@rule
def announce_signing(world: Any) -> None:
    """Announce a signing ceremony with the summit, where the scenario has one."""
    if world.setting[0].signing == 1:
        note_level(world, EV_SIGNING_ANNOUNCED, BOTH, BOTH, LEVEL_SUMMIT)


@rule
def letters_answered(world: Any, asked_by: int) -> None:
    """An answered letter is contact and warms the bond."""
    record_contact(world, LEVEL_LETTER, asked_by)
    warm_rapport(world, world.weights[0].letter_rapport)


@rule
def call_off(world: Any, side: int) -> None:
    """Withdraw from the summit if one is set, else from the call. Withdrawing from an announced summit is a blow-up."""
    slot = SLOT_SUMMIT if pending(world, SLOT_SUMMIT) else SLOT_CALL
    if not pending(world, slot):
        return
    weights = world.weights[0]
    dyad = world.dyad[0]
    dyad.request = world.agenda[slot].event
    strike(world, slot)
    level = LEVEL_SUMMIT if slot == SLOT_SUMMIT else LEVEL_CALL
    note_level(world, EV_WITHDRAWN, side, 1 - side, level)
    dyad.ever_withdrawal = 1
    remember_answer(world, 1 - side, 0.0, 1.0)
    if level == LEVEL_SUMMIT:
        provoke(world, side, 1.0)
        burn(world, 1 - side, weights.sting_broken_promise)
        dyad.ever_blow_up = 1
        decide_outcome(world, OUT_BLOW_UP)
    else:
        provoke(world, side, weights.signal_strength)


@rule
def both_accept(world: Any, topic: int, mediator: int) -> bool:
    """Ask both leaders the same question at the table; true when both say yes."""
    first = answer(world, 0, topic, mediator)
    second = answer(world, 1, topic, mediator)
    world.dyad[0].decision = NONE
    return first == ACCEPT and second == ACCEPT


@rule
def try_truce(world: Any, mediator: int) -> bool:
    """At a table: would both cut at once? Not asked while a truce holds or when there is nothing to cut."""
    if world.dyad[0].truce == 1 or world.leaders[0].points + world.leaders[1].points <= 0:
        return False
    if not both_accept(world, TRUCE, mediator):
        return False
    agree_truce(world, mediator)
    return True


@rule
def try_summit(world: Any, asker: int) -> None:
    """Ask both at a table whether they would come to a summit."""
    if not pending(world, SLOT_SUMMIT) and both_accept(world, SUMMIT, NONE):
        schedule_summit(world, asker)


@rule
def hold_call(world: Any) -> None:
    """The two leaders speak: a bond, some ground, perhaps a truce, perhaps a date for a summit."""
    weights = world.weights[0]
    item = world.agenda[SLOT_CALL]
    strike(world, SLOT_CALL)
    set_context(world, BY_DUE, item.event, item.event)
    note_level(world, EV_CALL_HELD, BOTH, BOTH, LEVEL_CALL)
    world.dyad[0].ever_call = 1
    record_contact(world, LEVEL_CALL, item.asker)
    warm_rapport(world, weights.call_rapport)
    lay_ground(world, weights.call_ground)
    for side in range(2):
        soothe(world, side, weights.signal_strength)
        remember_answer(world, side, 1.0, 0.0)
    try_truce(world, NONE)
    try_summit(world, BOTH)


@rule
def disappoint(world: Any, part: float) -> None:
    """A meeting ends with nothing: face and approval suffer on both sides by ``part``."""
    for side in range(2):
        lose_face(world, side, part)
        applaud(world, side, -part)
