"""What the two could settle on: the frontier over several issues, Nash's solution, claims and offers.

Nash (1950) with unequal power (Binmore, Rubinstein & Wolinsky 1986), logrolling along the frontier, indivisible issues
enumerated. A side's utility is the sum of its issue weights times the share it gets; weights sum to 1 on each side.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import clamp, smaller
from sim.rules.order import first_side
from sim.state.between import Issue
from sim.state.world import World

NOTHING = -1.0
HALF = 0.5
WORST = -1.0e18


@rule
def sort_issues(world: World) -> None:
    """Scale weights to sum to 1 and rank issues for each side by what they are worth to it against the other."""
    for side in range(2):
        scale_weights(world, side)
    for side in range(2):
        for k in range(len(world.issues)):
            rank_issue(world, side, k)


@rule
def scale_weights(world: World, side: int) -> None:
    """Scale a side's weights to sum to 1; where a later value leaves none above 0, the shares stay as they were."""
    total = 0.0
    for k in range(len(world.issues)):
        total = total + world.issues[k].weight[side]
    if total <= 0:
        return
    for k in range(len(world.issues)):
        world.issues[k].share[side] = world.issues[k].weight[side] / total


@rule
def rank_issue(world: World, side: int, k: int) -> None:
    """Insert issue ``k`` into a side's ranking of the issues before it; whatever is compared, each stands once."""
    place = k
    while place > 0 and is_dearer(side, world.issues[k], world.issues[world.issues[place - 1].order[side]]):
        world.issues[place].order[side] = world.issues[place - 1].order[side]
        place = place - 1
    world.issues[place].order[side] = k


@rule
def is_dearer(side: int, first: Issue, second: Issue) -> bool:
    """Whether an issue is worth relatively more to a side than another; what matters to nobody comes last."""
    if first.share[0] + first.share[1] <= 0:
        return False
    if second.share[0] + second.share[1] <= 0:
        return True
    return bool(first.share[side] * second.share[1 - side] > second.share[side] * first.share[1 - side])


@rule
def ranked(world: World, side: int, position: int) -> Issue:
    """The issue at a position when issues are ordered by comparative worth to ``side``."""
    return world.issues[world.issues[position].order[side]]


@rule
def count_ways(world: World) -> int:
    """In how many ways the indivisible issues can be given to one side or the other."""
    ways = 1
    for k in range(len(world.issues)):
        if world.issues[k].divisible == 0:
            ways = ways * 2
    return ways


@rule
def gets_whole(world: World, way: int, k: int, side: int) -> bool:
    """Whether ``side`` gets indivisible issue ``k`` in a given way of dividing the indivisible ones.

    Ways are numbered by what the side that comes first gets, whichever number that side has.
    """
    bit = way
    for earlier in range(k):
        if world.issues[earlier].divisible == 0:
            bit = bit // 2
    return (bit % 2 == 1) == (side == first_side(world))


@rule
def starting_point(world: World, way: int, side: int) -> tuple[float, float]:
    """Utilities (own, other's) when ``side`` gets its indivisible issues and none of the divisible ones."""
    own = 0.0
    other = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 0 and gets_whole(world, way, k, side):
            own = own + issue.share[side]
        else:
            other = other + issue.share[1 - side]
    return own, other


@rule
def other_gets(world: World, way: int, side: int, claim: float) -> float:
    """The most the other can have in one way of dividing the indivisible when ``side`` has ``claim``.

    -1 if impossible.
    """
    own, other = starting_point(world, way, side)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if own < claim and issue.divisible == 1:
            worth = issue.share[side]
            part = 1.0 if own + worth <= claim else (claim - own) / worth
            own = claim if part < 1 else own + worth
            other = other - part * issue.share[1 - side]
    return other if own >= claim else NOTHING


@rule
def other_best(world: World, side: int, claim: float) -> float:
    """The most the other can have when ``side`` has at least ``claim`` (the Pareto frontier), 0..1.

    -1 if impossible.
    """
    best = NOTHING
    for way in range(count_ways(world)):
        value = other_gets(world, way, side, claim)
        best = value if value > best else best
    return best


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
def nash_in_way(world: World, way: int, side: int, floors: tuple[float, float], power: float) -> tuple[float, float]:
    """Best (score, own utility) along the frontier of one way of dividing the indivisible issues."""
    own, other = starting_point(world, way, side)
    best = nash_score(own - floors[0], other - floors[1], power)
    claim = own
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if issue.divisible == 1:
            worth = issue.share[side]
            cost = issue.share[1 - side]
            part = nash_on_segment(own - floors[0], other - floors[1], worth, cost, power)
            score = nash_score(own + part * worth - floors[0], other - part * cost - floors[1], power)
            if score > best:
                best = score
                claim = own + part * worth
            own = own + worth
            other = other - cost
    return best, claim


@rule
def nash_claim(world: World, side: int, floors: tuple[float, float], power: float) -> float:
    """What ``side`` claims: its utility in the asymmetric Nash solution.

    ``floors`` are its own reservation value and its estimate of the other's; ``power`` (0..1) is its bargaining power.
    Where no agreement seems possible it claims its own floor.
    """
    best = WORST
    claim = floors[0]
    for way in range(count_ways(world)):
        score, value = nash_in_way(world, way, side, floors, power)
        if score > best:
            best = score
            claim = value
    return claim if claim > floors[0] else floors[0]


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
def settle_at(world: World, side: int, claim: float) -> None:
    """Write down who gets what when the offer of ``side``, which leaves it ``claim`` on the frontier, is taken."""
    write_offer(world, side, claim, 1.0)


@rule
def settle_between(world: World, claims: tuple[float, float], toss: int) -> None:
    """Write down who gets what when both offers would do: the mean of the two, issue by issue.

    Where they give the indivisible issues to different sides there is no mean, and a toss says whose offer stands
    (either is good enough for both).

    Parameters
    ----------
    world : World
        The world; the issues' ``settled`` is written.
    claims : pair of float
        What each side claims for itself (0..1).
    toss : int
        The side whose offer stands then.
    """
    if best_way(world, 0, claims[0]) == best_way(world, 1, claims[1]):
        write_offer(world, 0, claims[0], 1.0)
        write_offer(world, 1, claims[1], HALF)
    else:
        settle_at(world, toss, claims[toss])


@rule
def write_offer(world: World, side: int, claim: float, part: float) -> None:
    """Let the offer of ``side`` make up ``part`` (0..1) of what is written down, and what stood there the rest."""
    way = best_way(world, side, claim)
    own, _ = starting_point(world, way, side)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if issue.divisible == 1:
            taken = part_needed(claim - own, issue.share[side])
            own = own + taken * issue.share[side]
            blend(issue, side, taken, part)
    for k in range(len(world.issues)):
        if world.issues[k].divisible == 0:
            blend(world.issues[k], side, 1.0 if gets_whole(world, way, k, side) else 0.0, part)


@rule
def blend(issue: Issue, side: int, taken: float, part: float) -> None:
    """Let ``part`` of an issue's settlement give ``taken`` of it to ``side`` and the rest to the other."""
    issue.settled[side] = issue.settled[side] * (1 - part) + taken * part
    issue.settled[1 - side] = issue.settled[1 - side] * (1 - part) + (1 - taken) * part


@rule
def part_needed(missing: float, worth: float) -> float:
    """The part (0..1) of an issue of a given worth that makes up for what is missing."""
    if missing <= 0:
        return 0.0
    return smaller(1.0, missing / worth) if worth > 0 else 1.0


@rule
def settled_value(world: World, side: int) -> float:
    """What a side gets from the settlement written down (0..1)."""
    total = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        total = total + issue.share[side] * issue.settled[side]
    return total
