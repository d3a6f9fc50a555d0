"""What a leader sees before choosing: pain, cover, face exposure, ripeness, and the chance that the other says yes."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.answer.answering import accept_chance, chance_over, fill_lapse, refusal_value
from sim.rules.limits import share, smaller
from sim.rules.observe.beliefs import answer_belief, expect_other_to_ask, form_image, spread_of
from sim.rules.observe.face import cover, face_exposure
from sim.rules.observe.hosts import best_host, host_promise, would_come
from sim.rules.observe.markets import market_pain
from sim.rules.react.memories import recall
from sim.state.sides import Leader
from sim.state.world import World
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE


@rule
def way_out(world: World, mind: Leader) -> float:
    """How visible a way out is (0..1): the bare telephone, cover, and what a host could offer."""
    closed = (1 - world.weights[0].bare_way_out) * (1 - mind.cover)
    return share(1 - closed * (1 - host_promise(world)))


@rule
def ripeness(world: World, mind: Leader, other_pain: float) -> float:
    """A mutually hurting stalemate with a way out (Zartman 2000).

    The smaller of the two pains times the way out, 0..2.
    """
    return smaller(mind.pain, other_pain) * way_out(world, mind)


@rule
def look(world: World, side: int) -> None:
    """Bring everything up to date that ``side`` chooses by: memories, the image of the other, all features.

    Called when somebody decides, answers or bargains. No rule reads what is worked out here at any other time; a record
    of steps looks for itself (:mod:`sim.engines.plain.glimpse`).
    """
    other = 1 - side
    leader = world.leaders[side]
    image = world.images[side]
    recall(world, side)
    form_image(world, side)
    leader.cover = cover(world, side)
    image.cover = cover(world, other)
    leader.pain = market_pain(world, leader, side)
    image.pain = market_pain(world, image, other)
    leader.face_exposure = face_exposure(world, leader, side)
    image.face_exposure = face_exposure(world, image, other)
    leader.ripeness = ripeness(world, leader, image.pain)
    image.ripeness = ripeness(world, image, leader.pain)
    leader.spread = spread_of(leader.accepted, leader.refused)
    leader.best_host = best_host(world)


@rule
def expect(world: World, side: int) -> None:
    """What ``side`` expects (each 0..1): of contact (:func:`expect_contact`), and whether the best host can be had."""
    leader = world.leaders[side]
    expect_contact(world, side)
    leader.host_belief = 0.0
    if leader.best_host != NONE:
        let_in = accept_chance(world, world.images[side], 1 - side, answers.MEDIATION, leader.best_host)
        leader.host_belief = let_in * would_come(world, world.mediators[leader.best_host])


@rule
def expect_contact(world: World, side: int) -> None:
    """What ``side`` expects of contact (each 0..1): the answer to a call and to a summit, and that the other asks.

    To the image of the other, not saying yes is worth the same whatever it is asked.
    """
    leader = world.leaders[side]
    image = world.images[side]
    other = 1 - side
    refusal = refusal_value(world, image.precision, fill_lapse(world))
    call = chance_over(world, image, other, answers.CALL, NONE, refusal)
    leader.call_belief = answer_belief(world, side, call)
    summit = chance_over(world, image, other, answers.SUMMIT, NONE, refusal)
    leader.summit_belief = answer_belief(world, side, summit)
    leader.ask_belief = expect_other_to_ask(world, side)
