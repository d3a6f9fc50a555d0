"""What an action does the moment it is taken."""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.agenda import pending, put, strike
from sim.rules.limits import grown
from sim.rules.meet.mediation import invite
from sim.rules.meet.meetings import call_off, letters_answered, schedule_call, schedule_summit
from sim.rules.observe.beliefs import remember_answer, remember_asking
from sim.rules.observe.face import gain_face
from sim.rules.react.audience import applaud_defiance, inflame
from sim.rules.react.pressure import ease, escalate
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.ledger import note, note_level, set_context, tag_envoy
from sim.vocabulary.names import (
    APPOINT_ENVOY,
    BOTH,
    BY_DECISION,
    COURT_PARTNERS,
    EASE,
    ESCALATE,
    EV_CALL_REQUESTED,
    EV_COURT,
    EV_CROSSED,
    EV_ENVOY_APPOINTED,
    EV_ENVOY_SENT,
    EV_LETTER,
    EV_RALLY,
    EV_SIGNAL,
    EV_SUMMIT_PROPOSED,
    HOLD,
    INVITE_MEDIATOR,
    LEVEL_CALL,
    LEVEL_LETTER,
    LEVEL_SUMMIT,
    NONE,
    PROPOSE_SUMMIT,
    RALLY,
    REQUEST_CALL,
    SEND_ENVOY,
    SEND_LETTER,
    SIGNAL,
    SLOT_CALL,
    SLOT_CALL_REQUEST,
    SLOT_ENVOY,
    SLOT_LETTER,
    SLOT_SUMMIT,
    SLOT_SUMMIT_PROPOSAL,
)


@rule
def act(world: Any, side: int, action: int) -> None:
    """Carry an action out; it is counted, and at once worth less to repeat."""
    leader = world.leaders[side]
    set_context(world, BY_DECISION, NONE, NONE)
    world.dyad[0].decision = leader.decision
    leader.counts[action] = leader.counts[action] + 1
    if action == HOLD:
        return
    leader.recent[action] = 1.0
    if action <= SIGNAL:
        act_openly(world, side, action)
    elif action <= INVITE_MEDIATOR:
        act_quietly(world, side, action)
    else:
        act_at_top(world, side, action)


@rule
def act_openly(world: Any, side: int, action: int) -> None:
    """Pressure and public signals."""
    if action == ESCALATE:
        escalate(world, side)
    elif action == EASE:
        ease(world, side)
    else:
        signal(world, side)


@rule
def act_quietly(world: Any, side: int, action: int) -> None:
    """Letters, envoys, mediators."""
    if action == SEND_LETTER:
        send_letter(world, side)
    elif action == SEND_ENVOY:
        send_envoy(world, side)
    elif action == APPOINT_ENVOY:
        appoint_envoy(world, side)
    else:
        invite(world, side)


@rule
def act_at_top(world: Any, side: int, action: int) -> None:
    """Calls, summits, withdrawals, and what is done at home or with third countries."""
    if action == REQUEST_CALL:
        request_call(world, side)
    elif action == PROPOSE_SUMMIT:
        propose_summit(world, side)
    elif action == COURT_PARTNERS:
        court_partners(world, side)
    elif action == RALLY:
        rally(world, side)
    else:
        call_off(world, side)


@rule
def signal(world: Any, side: int) -> None:
    """Praise the other in public: it lends cover and raises the belief that a yes would come."""
    weights = world.weights[0]
    other = 1 - side
    note(world, EV_SIGNAL, side, other)
    world.leaders[other].overture = grown(world.leaders[other].overture, weights.overture)
    remember_answer(world, other, weights.signal_credit, 0.0)
    remember_asking(world, other, weights.signal_credit)
    soothe(world, side, weights.signal_strength)


@rule
def send_letter(world: Any, side: int) -> None:
    """Write to the other leader in private; the answer takes its time. Letters that cross answer one another."""
    number = note_level(world, EV_LETTER, side, 1 - side, LEVEL_LETTER)
    if pending(world, SLOT_LETTER + side):
        strike(world, SLOT_LETTER + side)
        note_level(world, EV_CROSSED, BOTH, BOTH, LEVEL_LETTER)
        letters_answered(world, BOTH)
        remember_answer(world, 0, 1.0, 0.0)
        remember_answer(world, 1, 1.0, 0.0)
    else:
        put(world, SLOT_LETTER + 1 - side, answer_day(world), number, side)


@rule
def send_envoy(world: Any, side: int) -> None:
    """Send the envoy in office on a trip to the other capital."""
    number = note(world, EV_ENVOY_SENT, side, 1 - side)
    tag_envoy(world, number, world.leaders[side].envoy)
    put(world, SLOT_ENVOY + side, world.dyad[0].now + world.setting[0].envoy_days, number, side)


@rule
def appoint_envoy(world: Any, side: int) -> None:
    """Bring up the next envoy on the bench; the memory of a blocked door fades with the old one."""
    leader = world.leaders[side]
    leader.envoy = leader.envoy + 1
    leader.blocked = 0.0
    tag_envoy(world, note(world, EV_ENVOY_APPOINTED, side, 1 - side), leader.envoy)


@rule
def ask(world: Any, side: int, kind: int, level: int, slot: int) -> bool:
    """Put a request to the other; true when the other has asked too: the requests cross and both count as asking."""
    other = 1 - side
    number = note_level(world, kind, side, other, level)
    remember_asking(world, other, 1.0)
    if not pending(world, slot + side):
        put(world, slot + other, answer_day(world), number, side)
        return False
    strike(world, slot + side)
    note_level(world, EV_CROSSED, BOTH, BOTH, level)
    return True


@rule
def request_call(world: Any, side: int) -> None:
    """Ask for a call; crossing requests set a date at once."""
    crossed = ask(world, side, EV_CALL_REQUESTED, LEVEL_CALL, SLOT_CALL_REQUEST)
    if crossed and not pending(world, SLOT_CALL):
        schedule_call(world, BOTH)


@rule
def propose_summit(world: Any, side: int) -> None:
    """Propose a summit; crossing proposals set a date at once."""
    crossed = ask(world, side, EV_SUMMIT_PROPOSED, LEVEL_SUMMIT, SLOT_SUMMIT_PROPOSAL)
    if crossed and not pending(world, SLOT_SUMMIT):
        schedule_summit(world, BOTH)


@rule
def answer_day(world: Any) -> float:
    """The day on which a request made now is answered."""
    return world.dyad[0].now + world.setting[0].answer_days


@rule
def court_partners(world: Any, side: int) -> None:
    """Win third countries over: a better outside option, a market less exposed."""
    weights = world.weights[0]
    note(world, EV_COURT, side, NONE)
    leader = world.leaders[side]
    leader.outside_option = grown(leader.outside_option, weights.courting)
    market = world.markets[side]
    market.exposure = market.exposure * (1 - weights.courting_shield)


@rule
def rally(world: Any, side: int) -> None:
    """Rally the public: more hostility, more face, cheers; it ties one's own hands and is heard next door."""
    weights = world.weights[0]
    note(world, EV_RALLY, side, 1 - side)
    inflame(world, side, weights.rally)
    gain_face(world, side, weights.face_gain)
    applaud_defiance(world, side)
    provoke(world, side, weights.rally_echo)
