"""How meetings are arranged, called off and held: calls, summits, and what both are asked at them.

A call may build rapport, settle the matter, agree a truce, or a date for a summit, which is held in
:mod:`sim.rules.meet.summit`.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.agenda import pending, put, strike
from sim.rules.meet.doors import may_meet, try_deal, try_truce
from sim.rules.meet.groundwork import lay_ground, warm_rapport
from sim.rules.meet.moments import spend_call
from sim.rules.observe.beliefs import remember_answer
from sim.rules.react.memories import burn
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.decisive import record_break, record_contact, record_date
from sim.rules.record.ledger import note_level, set_context, tag_mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_DUE, FIRST_MEDIATOR


@rule
def schedule_call(world: World, asker: int) -> None:
    """Set a date for a call."""
    number = note_level(world, e.CALL_SCHEDULED, BOTH, BOTH, levels.CALL)
    record_date(world)
    put(world, slots.CALL, world.dyad[0].now + world.setting[0].call_lead_days, number, asker)


@rule
def schedule_summit(world: World, asker: int) -> None:
    """Announce a date for a summit, and the signing if the scenario has one."""
    setting = world.setting[0]
    number = note_level(world, e.SUMMIT_SCHEDULED, BOTH, BOTH, levels.SUMMIT)
    record_date(world)
    if asker >= FIRST_MEDIATOR:
        tag_mediator(world, number, asker - FIRST_MEDIATOR)
    put(world, slots.SUMMIT, world.dyad[0].now + setting.summit_lead_days, number, asker)
    announce_signing(world)


@rule
def announce_signing(world: World) -> None:
    """Announce a signing ceremony with the summit, where the scenario has one."""
    if world.setting[0].signing == 1:
        note_level(world, e.SIGNING_ANNOUNCED, BOTH, BOTH, levels.SUMMIT)


@rule
def letters_answered(world: World, asked_by: int) -> None:
    """An answered letter is contact and warms the bond."""
    record_contact(world, levels.LETTER, asked_by)
    warm_rapport(world, world.weights[0].letter_rapport)


@rule
def call_off(world: World, side: int) -> None:
    """Withdraw from the summit if one is set, else from the call: a break between the leaders."""
    slot = slots.SUMMIT if pending(world, slots.SUMMIT) else slots.CALL
    if not pending(world, slot):
        return
    weights = world.weights[0]
    dyad = world.dyad[0]
    dyad.request = world.agenda[slot].event
    strike(world, slot)
    level = levels.SUMMIT if slot == slots.SUMMIT else levels.CALL
    note_level(world, e.MEETING_WITHDRAWN, side, 1 - side, level)
    dyad.ever_withdrawal = 1
    record_break(world)
    remember_answer(world, 1 - side, 0.0, 1.0)
    if level == levels.SUMMIT:
        provoke(world, side, 1.0)
        burn(world, 1 - side, weights.sting_broken_promise)
    else:
        provoke(world, side, weights.signal_strength)


@rule
def try_summit(world: World, asker: int) -> None:
    """Ask both at a table whether they would come to a summit, and set a date."""
    if may_meet(world):
        schedule_summit(world, asker)


@rule
def hold_call(world: World) -> None:
    """The two leaders speak: a bond, some ground, perhaps a truce, perhaps a date for a summit."""
    weights = world.weights[0]
    item = world.agenda[slots.CALL]
    strike(world, slots.CALL)
    set_context(world, BY_DUE, item.event, item.event)
    note_level(world, e.CALL_HELD, BOTH, BOTH, levels.CALL)
    world.dyad[0].ever_call = 1
    record_contact(world, levels.CALL, item.asker)
    warm_rapport(world, weights.call_rapport)
    lay_ground(world, weights.call_ground)
    for side in range(2):
        soothe(world, side, weights.signal_strength)
        remember_answer(world, side, 1.0, 0.0)
    spend_call(world)
    if not try_deal(world, levels.CALL, weights.door_call):
        try_truce(world, levels.CALL)
        try_summit(world, BOTH)
