"""What is done at a decision once it is chosen: an order goes before luck's choice, and the seat before both.

An order is given beforehand: this option at that decision, or from a day on at the first decision where it can be
carried out. So a run is repeated with one decision taken otherwise, or a person's moves are kept under another luck.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.decide.fresh_luck import draw_afresh
from sim.state.between import Order
from sim.state.world import World
from sim.vocabulary.codes import ANY_TOPIC, NONE


@rule
def taken(world: World, side: int) -> int:
    """What a side does at the decision that is open now; where luck is to be fresh after it, it is from here on."""
    dyad = world.dyad[0]
    dyad.ordered = look_up(world, side)
    seat = world.seats[side]
    option = unless(seat, unless(dyad.ordered, dyad.choice))
    if dyad.decision == world.setting[0].fresh_at:
        draw_afresh(world)
    return option


@rule
def unless(told: int, choice: int) -> int:
    """What somebody is told, or else the choice."""
    return choice if told == NONE else told


@rule
def look_up(world: World, side: int) -> int:
    """The option of the first order that fits, or -1; the order is done with, unless it is a standing one."""
    for k in range(len(world.orders)):
        order = world.orders[k]
        if fits(world, order, side):
            order.done = 1 - order.standing
            return order.option
    return NONE


@rule
def fits(world: World, order: Order, side: int) -> bool:
    """Whether an order is for the decision that a side takes now, and can be carried out."""
    return is_open(world, order, side) and can_be_done(world, order)


@rule
def is_open(world: World, order: Order, side: int) -> bool:
    """Whether an order to a side still stands, and its day or its decision has come."""
    dyad = world.dyad[0]
    if order.done == 1 or order.side != side:
        return False
    if order.number == NONE:
        return bool(order.day <= dyad.now)
    return bool(order.number == dyad.decision)


@rule
def can_be_done(world: World, order: Order) -> bool:
    """Whether a move is possible now, or an answer is to what is asked."""
    topic = world.dyad[0].topic
    if topic == NONE or order.topic == NONE:
        return bool(topic == order.topic and world.allowed[order.option] == 1)
    return bool(order.topic == topic or order.topic == ANY_TOPIC)
