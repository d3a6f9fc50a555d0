"""The frontier where value is linear (issue exponent 1): segments, dearest issue first, each given whole but one.

Whoever claims a share gets it from the issues worth most to him against the other, which is logrolling. Everything is
exact: no iteration. A red line keeps its part of an issue out of the trade.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import clamp, smaller
from sim.rules.meet.stakes import gets_whole, ranked, spare_part
from sim.state.world import World

WORST = -1.0e18


@rule
def starting_point(world: World, way: int, side: int) -> tuple[float, float]:
    """Utilities (own, other's) when ``side`` gets its indivisible issues and the least part of the divisible ones."""
    own = 0.0
    other = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 1:
            own = own + issue.share[side] * issue.red_line[side]
            other = other + issue.share[1 - side] * (1 - issue.red_line[side])
        elif gets_whole(world, way, k, side):
            own = own + issue.share[side]
        else:
            other = other + issue.share[1 - side]
    return own, other


@rule
def claim_straight(world: World, way: int, side: int, claim: float) -> tuple[float, float]:
    """Utilities (own, other's) where ``side`` has at least ``claim`` in one way, or all that it can have."""
    own, other = starting_point(world, way, side)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if own < claim and issue.divisible == 1:
            worth = issue.share[side] * spare_part(issue)
            part = 1.0 if own + worth <= claim else (claim - own) / worth
            own = claim if part < 1 else own + worth
            other = other - part * issue.share[1 - side] * spare_part(issue)
    return own, other


@rule
def nash_on_segment(own: float, other: float, worth: float, cost: float, power: float) -> float:
    """The part (0..1) of a divisible issue to take.

    Gains ``own`` and ``other`` before it, ``worth`` and ``cost`` of all.
    """
    if cost <= 0:
        return 1.0
    if worth <= 0:
        return 0.0
    return clamp(power * other / cost - (1 - power) * own / worth, 0.0, 1.0)


@rule
def nash_score(own_gain: float, other_gain: float, power: float) -> float:
    """Log of the Nash product of two gains, or far below everything when either is not positive."""
    if own_gain <= 0 or other_gain <= 0:
        return WORST
    return power * math.log(own_gain) + (1 - power) * math.log(other_gain)


@rule
def nash_straight(world: World, way: int, side: int, floors: tuple[float, float], power: float) -> tuple[float, float]:
    """Utilities (own, other's) of the largest Nash product in one way of dividing the indivisible issues."""
    own, other = starting_point(world, way, side)
    best = nash_score(own - floors[0], other - floors[1], power)
    found = (own, other)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if issue.divisible == 1:
            worth = issue.share[side] * spare_part(issue)
            cost = issue.share[1 - side] * spare_part(issue)
            part = nash_on_segment(own - floors[0], other - floors[1], worth, cost, power)
            score = nash_score(own + part * worth - floors[0], other - part * cost - floors[1], power)
            if score > best:
                best = score
                found = (own + part * worth, other - part * cost)
            own = own + worth
            other = other - cost
    return found


@rule
def even_straight(world: World, way: int, side: int) -> tuple[float, float]:
    """Utilities (own, other's) where the two have the same in one way, or as nearly as its frontier allows."""
    own, other = starting_point(world, way, side)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        worth = issue.share[side] * spare_part(issue)
        cost = issue.share[1 - side] * spare_part(issue)
        is_free = cost <= 0  # what costs the other nothing is taken whole, or the point would lie below the frontier
        if issue.divisible == 1 and worth > 0 and (is_free or own < other):
            part = 1.0 if is_free else smaller(1.0, (other - own) / (worth + cost))
            own = own + part * worth
            other = other - part * cost
    return own, other


@rule
def part_needed(missing: float, worth: float) -> float:
    """The part (0..1) of an issue of a given worth that makes up for what is missing."""
    if missing <= 0:
        return 0.0
    return smaller(1.0, missing / worth) if worth > 0 else 1.0
