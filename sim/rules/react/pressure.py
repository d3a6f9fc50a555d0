"""How pressure goes up and down.

Rungs, ceilings, the truce that suspends part of it, and the breach that brings it back.

Ladders of escalation with retaliation (Johnson 1953; Morgan, Bapat & Kobayashi 2014); a truce is a mutual cut for a
term.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.agenda import put, strike
from sim.rules.limits import larger, smaller
from sim.rules.meet.groundwork import lay_ground, tear_ground
from sim.rules.observe.face import gain_face, lose_face, pressure_share, sink_face
from sim.rules.observe.markets import move_markets
from sim.rules.order import in_turn
from sim.rules.react.audience import applaud, applaud_defiance, punish_backing_down
from sim.rules.react.coercion import open_lesson
from sim.rules.react.memories import burn
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.decisive import record_agreement, record_break, record_lapse
from sim.rules.record.ledger import note, note_amount, tag_amount, tag_mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary.codes import BOTH


@rule
def set_points(world: World, side: int, points: float) -> float:
    """Set a side's pressure (points), keep its peak, and return the change as a share of the ceiling."""
    leader = world.leaders[side]
    before = pressure_share(world, side)
    leader.points = points
    leader.peak_points = larger(leader.peak_points, points)
    return pressure_share(world, side) - before


@rule
def escalate(world: World, side: int) -> None:
    """One rung up: markets fall, the other is provoked, ground is lost, defiance is cheered.

    A truce in force is broken.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    number = note(world, e.ESCALATE, side, 1 - side)
    if world.dyad[0].truce == 1:
        breach_truce(world, side)
    step = smaller(leader.rung, leader.ceiling - leader.points)
    tag_amount(world, number, step)
    move_markets(world, set_points(world, side, leader.points + step))
    provoke(world, side, 1.0)
    open_lesson(world, side)
    tear_ground(world, weights.ground_wear)
    gain_face(world, side, weights.face_gain * leader.provocation)
    sink_face(world, side, weights.sink)
    applaud_defiance(world, side)


@rule
def ease(world: World, side: int) -> None:
    """One rung down.

    Markets recover in part, the other is soothed; it costs face and approval as far as nothing covers it.
    """
    weights = world.weights[0]
    leader = world.leaders[side]
    step = smaller(leader.rung, leader.points)
    note_amount(world, e.EASE, side, 1 - side, step)
    move_markets(world, set_points(world, side, leader.points - step))
    soothe(world, side, 1.0)
    lose_face(world, side, weights.face_loss * leader.face_exposure)
    punish_backing_down(world, side)


@rule
def agree_truce(world: World, mediator: int) -> None:
    """Both cut at once (simultaneous easing, so that neither is seen to yield first) for a term."""
    dyad = world.dyad[0]
    setting = world.setting[0]
    number = note_amount(world, e.TRUCE_AGREED, BOTH, BOTH, setting.cut + 0.0)
    tag_mediator(world, number, mediator)
    dyad.truce = 1
    dyad.ever_truce = 1
    dyad.truce_started = dyad.now
    dyad.truce_until = dyad.now + setting.term_days
    if dyad.truce_day < 0:
        dyad.truce_day = dyad.now
    for turn in range(2):
        side = in_turn(world, turn)
        suspended = world.leaders[side].points * setting.cut
        dyad.suspended[side] = suspended
        move_markets(world, set_points(world, side, world.leaders[side].points - suspended))
        soothe(world, side, 1.0)
        applaud(world, side, world.weights[0].result_gain)
    lay_ground(world, world.weights[0].truce_ground)
    put(world, slots.TRUCE_TERM, dyad.truce_until, number, BOTH)
    record_agreement(world)


@rule
def breach_truce(world: World, side: int) -> None:
    """An escalation under a truce.

    What was suspended comes back on both sides, and a promise is remembered as broken.
    """
    note(world, e.TRUCE_BREACHED, side, 1 - side)
    world.dyad[0].ever_breach = 1
    for turn in range(2):
        k = in_turn(world, turn)
        back = smaller(world.leaders[k].points + world.dyad[0].suspended[k], world.leaders[k].ceiling)
        move_markets(world, set_points(world, k, back))
    end_truce(world)
    burn(world, 1 - side, world.weights[0].sting_broken_promise)
    record_break(world)


@rule
def end_truce(world: World) -> None:
    """The promise ends; what is in force stays as it is."""
    dyad = world.dyad[0]
    dyad.truce = 0
    dyad.suspended[0] = 0.0
    dyad.suspended[1] = 0.0
    strike(world, slots.TRUCE_TERM)


@rule
def renew_truce(world: World) -> None:
    """Both keep the truce for another term."""
    dyad = world.dyad[0]
    number = note(world, e.TRUCE_RENEWED, BOTH, BOTH)
    dyad.truce_started = dyad.now
    dyad.truce_until = dyad.now + world.setting[0].term_days
    put(world, slots.TRUCE_TERM, dyad.truce_until, number, BOTH)
    record_agreement(world)


@rule
def lapse_truce(world: World) -> None:
    """The term ends without renewal and without breach: nothing snaps back, both are free again."""
    note(world, e.TRUCE_LAPSED, BOTH, BOTH)
    end_truce(world)
    record_lapse(world)


@rule
def truce_urgency(world: World) -> float:
    """How far a truce has run towards its term (0 without one, 1 at the end): unresolved stakes grow heavier."""
    dyad = world.dyad[0]
    if dyad.truce == 0:
        return 0.0
    return (dyad.now - dyad.truce_started) / (dyad.truce_until - dyad.truce_started)
