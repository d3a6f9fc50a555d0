"""What the two could settle on and what each claims: the frontier, Nash's solution, and a pull to the even split.

Nash (1950) with unequal power (Binmore, Rubinstein & Wolinsky 1986), logrolling along the frontier, indivisible issues
enumerated. A side's utility is the sum over issues of its weight times what its part is worth; weights sum to 1.

Nobody offers as little as power alone would allow: in ultimatum games offers lie near the even split (Güth,
Schmittberger & Schwarze 1982), because what is unequal is disliked (Fehr & Schmidt 1999). An outside option moves that
norm only as far as it binds, "deal me out" (Binmore, Shaked & Sutton 1989): so each claims a point on the frontier
between Nash's and the even one, the latter kept between what the two would refuse.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import larger, smaller
from sim.rules.meet.curved_frontier import (
    TO_CLAIM,
    TO_EVEN,
    TO_NASH,
    ceiling,
    find_tilt,
    utilities_at,
    whole_issues,
)
from sim.rules.meet.stakes import bend_of, count_ways, is_open, is_straight, lines_cross
from sim.rules.meet.straight_frontier import WORST, claim_straight, even_straight, nash_score, nash_straight
from sim.state.offer import Offer
from sim.state.world import World

NOTHING = -1.0
REACHED = 1.0e-9
TIE = 1.0e-9
"""Scores closer than this are equally good: what is found on a curved frontier is exact to about a hundredth of it."""


@rule
def point_in_way(
    world: World, way: int, aim: tuple[int, int, float], floors: tuple[float, float], power: float
) -> tuple[float, float, float]:
    """What is looked for in one way of dividing the indivisible issues: utilities (own, other's) and the tilt."""
    goal, side, _ = aim
    if not is_straight(world):
        whole = whole_issues(world, way, side)
        tilt = find_tilt(world, whole, aim, floors, power)
        own, other = utilities_at(world, whole, side, tilt)
        return own, other, tilt
    if goal == TO_CLAIM:
        own, other = claim_straight(world, way, side, floors[0])
    elif goal == TO_EVEN:
        own, other = even_straight(world, way, side)
    else:
        own, other = nash_straight(world, way, side, floors, power)
    return own, other, 0.0


@rule
def score_of(own: float, other: float, goal: int, floors: tuple[float, float], power: float) -> float:
    """How good a point is for what is looked for: the larger the better."""
    if goal == TO_CLAIM:
        return other if own >= floors[0] - REACHED else WORST
    if goal == TO_EVEN:
        return smaller(own, other)
    return nash_score(own - floors[0], other - floors[1], power)


@rule
def is_worth_a_look(
    world: World,
    way: int,
    aim: tuple[int, int, float],
    mark: tuple[float, float, float],
    floors: tuple[float, float],
    power: float,
) -> bool:
    """Whether a way crosses no red line and may hold something as good as the best so far.

    ``mark`` is the best score, and the line through its point (:func:`supporting_line`).
    """
    if not is_open(world, way):
        return False
    if mark[1] <= 0:
        return True
    line = (mark[1], mark[2])
    return ceiling(whole_issues(world, way, aim[1]), line, aim[0], floors, power) >= mark[0] - REACHED


@rule
def best_point(
    world: World, aim: tuple[int, int, float], floors: tuple[float, float], power: float
) -> tuple[float, Offer]:
    """The best score and point over all ways of dividing the indivisible issues.

    Of ways that are equally good each side thinks of the one that is better for itself, so that neither is favoured
    (self-serving bias: Babcock & Loewenstein 1997). The score is ``WORST`` where nothing can be agreed.
    """
    best = WORST
    found = Offer(floors[0], NOTHING, 0, 0.0)
    line = (0.0, 0.0)
    if lines_cross(world):
        return best, found
    tilt = aim[2]
    for way in range(count_ways(world)):
        if is_worth_a_look(world, way, aim, (best, line[0], line[1]), floors, power):
            own, other, tilt = point_in_way(world, way, (aim[0], aim[1], tilt), floors, power)
            score = score_of(own, other, aim[0], floors, power)
            if score > best + TIE or (score >= best - TIE and score > WORST and own > found.claim):
                best = score
                found = Offer(own, other, way, tilt)
                line = supporting_line(world, way, aim[1], found)
    return best, found


@rule
def supporting_line(world: World, way: int, side: int, found: Offer) -> tuple[float, float]:
    """The price of own utility at a point, and what the divisible issues are worth to both at it; 0 where linear."""
    if is_straight(world):
        return 0.0, 0.0
    whole = whole_issues(world, way, side)
    price = math.exp(-(1 - bend_of(world)) * found.tilt)
    return price, price * (found.claim - whole[0]) + found.left - whole[1]


@rule
def offer_at(world: World, side: int, claim: float, start: float) -> Offer:
    """The offer that leaves the other most when ``side`` has at least ``claim``; looked for from a tilt on."""
    _, found = best_point(world, (TO_CLAIM, side, start), (claim, 0.0), 0.0)
    return Offer(claim, found.left, found.way, found.tilt)


@rule
def other_best(world: World, side: int, claim: float) -> float:
    """The most the other can have when ``side`` has at least ``claim`` (the Pareto frontier), 0..1.

    -1 if impossible, or where red lines exclude one another.
    """
    return offer_at(world, side, claim, 0.0).left


@rule
def nash_claim(world: World, side: int, floors: tuple[float, float], power: float) -> float:
    """The utility of ``side`` in the asymmetric Nash solution (0..1); its floor where no agreement seems possible.

    ``floors`` are its own reservation value and its estimate of the other's, as utilities (0..1), ``power`` (0..1) is
    its bargaining power.
    """
    score, found = best_point(world, (TO_NASH, side, 0.0), floors, power)
    return larger(found.claim, floors[0]) if score > WORST else floors[0]


@rule
def even_claim(world: World, side: int) -> float:
    """The utility of ``side`` in the division of all issues that is best for whoever has less (0..1)."""
    _, found = best_point(world, (TO_EVEN, side, 0.0), (0.0, 0.0), 0.0)
    return found.claim


@rule
def make_offer(world: World, side: int, floors: tuple[float, float], power: float) -> Offer:
    """What ``side`` offers: Nash's solution, pulled towards the even one by the weight of fairness.

    The even point is first kept between the two floors, so that neither side gets less than it would refuse. The claim
    rises with one's own floor and power and falls with the other's floor.

    Parameters
    ----------
    world : World
        The world, read only.
    side : int
        Who offers.
    floors : pair of float
        Its own reservation value and its estimate of the other's, both as utilities (0..1).
    power : float
        Its bargaining power (0..1).

    Returns
    -------
    Offer
        With its own floor as claim where no agreement seems possible.
    """
    score, nash = best_point(world, (TO_NASH, side, 0.0), floors, power)
    pull = world.weights[0].fairness
    if score <= WORST:
        return offer_at(world, side, floors[0], 0.0)
    if pull <= 0:
        return nash
    _, balanced = best_point(world, (TO_EVEN, side, nash.tilt), (0.0, 0.0), 0.0)
    even = balanced.claim
    if even > nash.claim and balanced.left < floors[1]:
        even = smaller(even, larger(other_best(world, 1 - side, floors[1]), nash.claim))
    claim = nash.claim + pull * (larger(even, floors[0]) - nash.claim)
    return offer_at(world, side, claim, nash.tilt)


@rule
def fair_claim(world: World, side: int, floors: tuple[float, float], power: float) -> float:
    """The utility that ``side`` keeps by its offer (0..1); parameters as for :func:`make_offer`."""
    return make_offer(world, side, floors, power).claim
