"""What an action does the moment it is taken."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.agenda import pending, put, strike
from sim.rules.limits import grown
from sim.rules.meet.mediation import invite
from sim.rules.meet.meetings import call_off, letters_answered, schedule_call, schedule_summit
from sim.rules.observe.beliefs import remember_answer, remember_asking
from sim.rules.observe.face import gain_face, sink_face
from sim.rules.react.audience import applaud_defiance, inflame
from sim.rules.react.pressure import ease, escalate
from sim.rules.react.reactions import provoke, soothe
from sim.rules.react.rebuff import show_need
from sim.rules.record.ledger import note, note_level, set_context, tag_envoy
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_DECISION, NONE


@rule
def act(world: World, side: int, action: int) -> None:
    """Carry an action out; it is counted, and at once worth less to repeat."""
    leader = world.leaders[side]
    set_context(world, BY_DECISION, NONE, NONE)
    world.dyad[0].decision = leader.decision
    leader.counts[action] = leader.counts[action] + 1
    if action == a.HOLD:
        return
    leader.recent[action] = 1.0
    if action <= a.SIGNAL:
        act_openly(world, side, action)
    elif action <= a.INVITE_MEDIATOR:
        act_quietly(world, side, action)
    else:
        act_at_top(world, side, action)


@rule
def act_openly(world: World, side: int, action: int) -> None:
    """Pressure and public signals."""
    if action == a.ESCALATE:
        escalate(world, side)
    elif action == a.EASE:
        ease(world, side)
    else:
        signal(world, side)


@rule
def act_quietly(world: World, side: int, action: int) -> None:
    """Letters, envoys, mediators."""
    if action == a.SEND_LETTER:
        send_letter(world, side)
    elif action == a.SEND_ENVOY:
        send_envoy(world, side)
    elif action == a.APPOINT_ENVOY:
        appoint_envoy(world, side)
    else:
        invite(world, side)


@rule
def act_at_top(world: World, side: int, action: int) -> None:
    """Calls, summits, withdrawals, and what is done at home or with third countries."""
    if action == a.REQUEST_CALL:
        request_call(world, side)
    elif action == a.PROPOSE_SUMMIT:
        propose_summit(world, side)
    elif action == a.COURT_PARTNERS:
        court_partners(world, side)
    elif action == a.RALLY:
        rally(world, side)
    else:
        call_off(world, side)


@rule
def signal(world: World, side: int) -> None:
    """Praise the other in public: it lends cover and raises the belief that a yes would come."""
    weights = world.weights[0]
    other = 1 - side
    note(world, e.SIGNAL, side, other)
    world.leaders[other].overture = grown(world.leaders[other].overture, weights.overture)
    remember_answer(world, other, weights.signal_credit, 0.0)
    remember_asking(world, other, weights.signal_credit)
    soothe(world, side, weights.signal_strength)


@rule
def send_letter(world: World, side: int) -> None:
    """Write to the other leader in private; the answer takes its time. Letters that cross answer one another."""
    number = note_level(world, e.LETTER_SENT, side, 1 - side, levels.LETTER)
    if pending(world, slots.LETTER + side):
        strike(world, slots.LETTER + side)
        note_level(world, e.REQUESTS_CROSSED, BOTH, BOTH, levels.LETTER)
        letters_answered(world, BOTH)
        remember_answer(world, 0, 1.0, 0.0)
        remember_answer(world, 1, 1.0, 0.0)
    else:
        put(world, slots.LETTER + 1 - side, answer_day(world), number, side)


@rule
def send_envoy(world: World, side: int) -> None:
    """Send the envoy in office on a trip to the other capital."""
    number = note(world, e.ENVOY_SENT, side, 1 - side)
    tag_envoy(world, number, world.leaders[side].envoy)
    put(world, slots.ENVOY + side, world.dyad[0].now + world.setting[0].envoy_days, number, side)


@rule
def appoint_envoy(world: World, side: int) -> None:
    """Bring up the next envoy on the bench; the memory of a blocked door fades with the old one."""
    leader = world.leaders[side]
    leader.envoy = leader.envoy + 1
    leader.blocked = 0.0
    tag_envoy(world, note(world, e.ENVOY_APPOINTED, side, 1 - side), leader.envoy)


@rule
def ask(world: World, side: int, kind: int, level: int, slot: int) -> bool:
    """Put a request to the other; true when the other has asked too: the requests cross and both count as asking."""
    other = 1 - side
    number = note_level(world, kind, side, other, level)
    remember_asking(world, other, 1.0)
    show_need(world, side, level)
    if not pending(world, slot + side):
        put(world, slot + other, answer_day(world), number, side)
        return False
    strike(world, slot + side)
    note_level(world, e.REQUESTS_CROSSED, BOTH, BOTH, level)
    return True


@rule
def request_call(world: World, side: int) -> None:
    """Ask for a call; crossing requests set a date at once."""
    crossed = ask(world, side, e.CALL_REQUESTED, levels.CALL, slots.CALL_REQUEST)
    if crossed and not pending(world, slots.CALL):
        schedule_call(world, BOTH)


@rule
def propose_summit(world: World, side: int) -> None:
    """Propose a summit; crossing proposals set a date at once."""
    crossed = ask(world, side, e.SUMMIT_PROPOSED, levels.SUMMIT, slots.SUMMIT_PROPOSAL)
    if crossed and not pending(world, slots.SUMMIT):
        schedule_summit(world, BOTH)


@rule
def answer_day(world: World) -> float:
    """The day on which a request made now is answered."""
    return world.dyad[0].now + world.setting[0].answer_days


@rule
def court_partners(world: World, side: int) -> None:
    """Win third countries over: a better outside option, a market less exposed."""
    weights = world.weights[0]
    note(world, e.COURT_PARTNERS, side, NONE)
    leader = world.leaders[side]
    leader.outside_option = grown(leader.outside_option, weights.courting)
    market = world.markets[side]
    market.exposure = market.exposure * (1 - weights.courting_shield)


@rule
def rally(world: World, side: int) -> None:
    """Rally the public: more hostility, more face, cheers; it ties one's own hands and is heard next door."""
    weights = world.weights[0]
    note(world, e.RALLY, side, 1 - side)
    inflame(world, side, weights.rally)
    sink_face(world, side, weights.sink)
    gain_face(world, side, weights.face_gain)
    applaud_defiance(world, side)
    provoke(world, side, weights.rally_echo)
