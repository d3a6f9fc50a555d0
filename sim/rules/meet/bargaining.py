"""What the two could settle on and what each claims: the frontier, Nash's solution, and a pull to the even split.

Nash (1950) with unequal power (Binmore, Rubinstein & Wolinsky 1986), logrolling along the frontier, indivisible issues
enumerated. A side's utility is the sum over issues of its weight times what its part is worth; weights sum to 1.

Nobody offers as little as power alone would allow: in ultimatum games offers lie near the even split (Güth,
Schmittberger & Schwarze 1982), because what is unequal is disliked (Fehr & Schmidt 1999). An outside option moves that
norm only as far as it binds, "deal me out" (Binmore, Shaked & Sutton 1989): so each claims a point on the frontier
between Nash's and the even one, the latter kept between what the two would refuse.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import clamp, larger, smaller
from sim.rules.meet.curved_frontier import even_curved, nash_curved, other_gets_curved
from sim.rules.meet.stakes import count_ways, is_open, is_straight, lines_cross
from sim.rules.meet.straight_frontier import NOTHING, WORST, even_straight, nash_straight, other_gets_straight
from sim.state.world import World


@rule
def other_gets(world: World, way: int, side: int, claim: float) -> float:
    """The most the other can have in one way of dividing the indivisible when ``side`` has ``claim``.

    -1 if impossible, or where the way crosses a red line.
    """
    if not is_open(world, way):
        return NOTHING
    if is_straight(world):
        return other_gets_straight(world, way, side, claim)
    return other_gets_curved(world, way, side, claim)


@rule
def other_best(world: World, side: int, claim: float) -> float:
    """The most the other can have when ``side`` has at least ``claim`` (the Pareto frontier), 0..1.

    -1 if impossible, or where red lines exclude one another.
    """
    best = NOTHING
    if lines_cross(world):
        return best
    for way in range(count_ways(world)):
        value = other_gets(world, way, side, claim)
        best = value if value > best else best
    return best


@rule
def best_way(world: World, side: int, claim: float) -> int:
    """The way of dividing the indivisible issues that leaves the other most when ``side`` has ``claim``."""
    chosen = 0
    best = NOTHING
    for way in range(count_ways(world)):
        value = other_gets(world, way, side, claim)
        if value > best:
            best = value
            chosen = way
    return chosen


@rule
def nash_in_way(world: World, way: int, side: int, floors: tuple[float, float], power: float) -> tuple[float, float]:
    """Best (score, own utility) along the frontier of one way of dividing the indivisible issues."""
    if is_straight(world):
        return nash_straight(world, way, side, floors, power)
    return nash_curved(world, way, side, floors, power)


@rule
def nash_claim(world: World, side: int, floors: tuple[float, float], power: float) -> float:
    """The utility of ``side`` in the asymmetric Nash solution.

    Of ways that are equally good each side thinks of the one that is better for itself, so that neither is favoured.

    Parameters
    ----------
    world : World
        The world, read only.
    side : int
        Who claims.
    floors : pair of float
        Its own reservation value and its estimate of the other's, both as utilities (0..1).
    power : float
        Its bargaining power (0..1).

    Returns
    -------
    float
        0..1; its own floor where no agreement seems possible.
    """
    best = WORST
    claim = floors[0]
    if lines_cross(world):
        return claim
    for way in range(count_ways(world)):
        if is_open(world, way):
            score, value = nash_in_way(world, way, side, floors, power)
            if score > best or (score == best and best > WORST and value > claim):
                best = score
                claim = value
    return claim if claim > floors[0] else floors[0]


@rule
def even_claim(world: World, side: int) -> float:
    """The utility of ``side`` in the division of all issues that is best for whoever has less (0..1).

    Where an indivisible issue leaves no even division, each side thinks the one even that is better for itself
    (Babcock & Loewenstein 1997).
    """
    least = NOTHING
    claim = 0.0
    for way in range(count_ways(world)):
        if is_open(world, way):
            own, other = even_straight(world, way, side) if is_straight(world) else even_curved(world, way, side)
            less = smaller(own, other)
            if less > least or (less == least and own > claim):
                least = less
                claim = own
    return claim


@rule
def fair_claim(world: World, side: int, floors: tuple[float, float], power: float) -> float:
    """What ``side`` claims: Nash's solution, pulled towards the even one by the weight of fairness.

    Parameters as for :func:`nash_claim`. The even point is first kept between the two floors, so that neither side
    gets less than it would refuse; the claim rises with one's own floor and power and falls with the other's floor.
    """
    nash = nash_claim(world, side, floors, power)
    pull = world.weights[0].fairness
    if pull <= 0 or nash <= floors[0]:
        return nash
    highest = larger(other_best(world, 1 - side, floors[1]), floors[0])
    even = clamp(even_claim(world, side), floors[0], highest)
    return nash + pull * (even - nash)
