"""What becomes of a request when its answer falls due, of an envoy who arrives, and of a truce that ends its term.

An unanswered request (ghosting) snubs the asker; being turned down and being left waiting both teach the asker to
expect no.
"""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.agenda import pending, strike
from sim.rules.answer.verdict import answer
from sim.rules.limits import grown
from sim.rules.meet.doors import both_accept, may_agree_truce, try_deal
from sim.rules.meet.groundwork import lay_ground, visit_gain
from sim.rules.meet.meetings import letters_answered, schedule_call, schedule_summit
from sim.rules.meet.moments import spend_visit
from sim.rules.observe.advisers import access_chance
from sim.rules.observe.beliefs import remember_answer
from sim.rules.react.coercion import close_lesson
from sim.rules.react.pressure import lapse_truce, renew_truce
from sim.rules.react.reactions import refuse, snub, soothe
from sim.rules.react.rebuff import rebuff
from sim.rules.record.ledger import note_level, set_context, tag_envoy
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers, levels
from sim.vocabulary import events as e
from sim.vocabulary.codes import BY_ANSWER, BY_DUE, NONE
from sim.vocabulary.purposes import ENVOY_ACCESS


@rule
def take_up(world: World, slot: int) -> None:
    """Take a request off the agenda and say that what follows answers it."""
    event = world.agenda[slot].event
    strike(world, slot)
    set_context(world, BY_ANSWER, event, event)


@rule
def reply(world: World, side: int, topic: int, level: int) -> bool:
    """Answer the request just taken up, write it down, and let the asker feel it; true when it is a yes."""
    given = answer(world, side, topic, NONE)
    kind = e.REQUEST_LAPSED
    if given == answers.ACCEPT:
        kind = e.REQUEST_ACCEPTED
    elif given == answers.DECLINE:
        kind = e.REQUEST_DECLINED
    note_level(world, kind, side, 1 - side, level)
    if given == answers.ACCEPT:
        remember_answer(world, 1 - side, 1.0, 0.0)
        close_lesson(world, 1 - side, 1.0)
        return True
    refuse(world, side)
    snubbed = given != answers.DECLINE
    if snubbed:
        snub(world, side)
    rebuff(world, 1 - side, level, snubbed)
    return False


@rule
def answer_letter(world: World, side: int) -> None:
    """A letter is answered, or not."""
    take_up(world, slots.LETTER + side)
    if reply(world, side, answers.LETTER, levels.LETTER):
        letters_answered(world, 1 - side)


@rule
def answer_call_request(world: World, side: int) -> None:
    """A request for a call is answered; a yes sets a date."""
    take_up(world, slots.CALL_REQUEST + side)
    if reply(world, side, answers.CALL, levels.CALL) and not pending(world, slots.CALL):
        schedule_call(world, 1 - side)


@rule
def answer_proposal(world: World, side: int) -> None:
    """A proposal to meet is answered; a yes sets a date."""
    take_up(world, slots.SUMMIT_PROPOSAL + side)
    if reply(world, side, answers.SUMMIT, levels.SUMMIT) and not pending(world, slots.SUMMIT):
        schedule_summit(world, 1 - side)


@rule
def envoy_arrives(world: World, side: int) -> None:
    """The envoy of ``side`` stands at the other's door: received or blocked by the advisers there.

    Who is received may bring back an agreement, as far as he is authorised and the ground is laid.
    """
    setting = world.setting[0]
    leader = world.leaders[side]
    event = world.agenda[slots.ENVOY + side].event
    strike(world, slots.ENVOY + side)
    set_context(world, BY_DUE, event, event)
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, leader.key, ENVOY_ACCESS)
    if u < access_chance(world, 1 - side, world.envoys[leader.envoy].standing):
        receive_envoy(world, side)
        if not try_deal(world, levels.ENVOY, world.weights[0].door_envoy):
            may_agree_truce(world, levels.ENVOY, world.weights[0].door_envoy)
    else:
        block_envoy(world, side)


@rule
def receive_envoy(world: World, side: int) -> None:
    """The envoy gets through: ground is laid, standing grows, a door has opened."""
    weights = world.weights[0]
    envoy = world.envoys[world.leaders[side].envoy]
    number = note_level(world, e.ENVOY_RECEIVED, 1 - side, side, levels.ENVOY)
    tag_envoy(world, number, world.leaders[side].envoy)
    lay_ground(world, visit_gain(world, envoy.skill, envoy.standing))
    envoy.standing = grown(envoy.standing, weights.standing_gain)
    spend_visit(world)
    remember_answer(world, side, weights.envoy_credit, 0.0)
    soothe(world, side, weights.signal_strength)
    close_lesson(world, side, 1.0)


@rule
def block_envoy(world: World, side: int) -> None:
    """The envoy does not get through: the sender expects less, and may look for another envoy."""
    number = note_level(world, e.ENVOY_BLOCKED, 1 - side, side, levels.ENVOY)
    tag_envoy(world, number, world.leaders[side].envoy)
    world.leaders[side].blocked = 1.0
    remember_answer(world, side, 0.0, world.weights[0].envoy_credit)
    close_lesson(world, side, 0.0)


@rule
def end_of_term(world: World) -> None:
    """A truce has run its term: both are asked to renew it."""
    event = world.agenda[slots.TRUCE_TERM].event
    strike(world, slots.TRUCE_TERM)
    set_context(world, BY_DUE, event, event)
    if both_accept(world, answers.TRUCE, NONE):
        renew_truce(world)
    else:
        lapse_truce(world)
