"""When things fall due: the clock of each leader, and one agenda of requests, trips, talks and meetings in time order.

Under the poisson clock (McKelvey & Palfrey 1998 in continuous time) a leader decides at random moments, with six hours
between two decisions at the least, so that no two share an address; under the fixed clock both have the same rounds.
"""

from __future__ import annotations

import math

from sim.luck import uniform
from sim.rule import rule
from sim.rules.limits import larger
from sim.rules.order import first_side, tossed
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import BOTH, NEVER, NONE
from sim.vocabulary.purposes import RING, TURN_ORDER

DAYS_A_WEEK = 7.0
TICKS_A_DAY = 4.0
DEAD_TIME_DAYS = 0.25


@rule
def tick_of(day: float) -> int:
    """The quarter-day that a moment lies in: the time part of luck's address."""
    return int(day * TICKS_A_DAY)


@rule
def put(world: World, slot: int, due: float, event: int, asker: int) -> None:
    """Put something on the agenda: when it falls due, the event it stems from, and who asked for it."""
    item = world.agenda[slot]
    item.due = due
    item.since = world.dyad[0].now
    item.event = event
    item.asker = asker


@rule
def strike(world: World, slot: int) -> None:
    """Take something off the agenda."""
    world.agenda[slot].due = NEVER


@rule
def pending(world: World, slot: int) -> bool:
    """Whether something is on the agenda."""
    return bool(world.agenda[slot].due < NEVER)


@rule
def next_due(world: World, until: float) -> int:
    """The slot that falls due first before ``until``, or -1; see :func:`comes_before` for two at the same moment."""
    found = NONE
    soonest = until
    for slot in range(len(world.agenda)):
        due = world.agenda[slot].due
        if due < soonest or (due == soonest and comes_before(world, slot, found)):
            soonest = due
            found = slot
    return found


@rule
def comes_before(world: World, later: int, found: int) -> bool:
    """Whether a slot goes before one listed earlier that falls due at the same moment.

    Kinds go in the order of their slots; of one kind the side whose turn comes first.
    """
    pair = found != NONE and later < slots.CALL and later == found + 1 and found % 2 == 0
    return pair and first_side(world) == 1


@rule
def ring_again(world: World, slot: int) -> None:
    """Set the next moment at which a leader (or, under the fixed clock, both) will decide."""
    setting = world.setting[0]
    leader = world.leaders[slot - slots.RING]
    if setting.clock == words.FIXED:
        due = leader.rings * setting.every_days
    else:
        due = ring_after(world, slot - slots.RING, world.dyad[0].now)
    leader.rings = leader.rings + 1
    put(world, slot, due, NONE, NONE)


@rule
def ring_after(world: World, side: int, rung: float) -> float:
    """When the poisson clock asks a leader next, whom it asked last at ``rung`` and has not asked until now."""
    setting = world.setting[0]
    leader = world.leaders[side]
    u = uniform(setting.seed, setting.run, leader.rings, leader.key, RING)
    spare = DAYS_A_WEEK / setting.rate_per_week - DEAD_TIME_DAYS
    return larger(world.dyad[0].now, rung + DEAD_TIME_DAYS) - math.log(u) * spare


@rule
def ring_anew(world: World, side: int) -> None:
    """Draw again, from now on, when a leader will decide; the fixed clock, which has no luck, stays as it is.

    What is left of an exponential wait is exponential itself, however long it has lasted.
    """
    if world.setting[0].clock != words.FIXED:
        slot = slots.RING + side
        put_off(world, slot, ring_after(world, side, world.agenda[slot].since))
        world.leaders[side].rings = world.leaders[side].rings + 1


@rule
def put_off(world: World, slot: int, due: float) -> None:
    """Let something on the agenda fall due at another moment."""
    world.agenda[slot].due = due


@rule
def movers(world: World, slot: int) -> int:
    """Who decides when a ring falls due: side 0, side 1, or both (-2)."""
    setting = world.setting[0]
    if setting.clock != words.FIXED:
        return slot - slots.RING
    if setting.order == words.SIMULTANEOUS:
        return BOTH
    round_number = world.leaders[0].rings - 1
    if setting.order == words.ALTERNATING:
        return (round_number + setting.leads) % 2
    return coin(world, round_number)


@rule
def coin(world: World, toss: int) -> int:
    """The side that a fair coin of the dyad names."""
    setting = world.setting[0]
    u = uniform(setting.seed, setting.run, toss, setting.dyad_key, TURN_ORDER)
    return tossed(world, u)
