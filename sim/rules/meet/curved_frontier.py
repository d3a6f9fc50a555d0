"""The frontier where a part of an issue is worth less at the margin the more one has (issue exponent a below 1).

On it every divisible issue is shared at odds lean * exp(tilt), the other's part to one's own, so that one number, the
tilt, leads from having all (far below 0) to having nothing. One unit of one's own utility costs the other
exp(-(1 - a) * tilt). With exponent a and weights w_i, w_j this is the logistic share of (log w_i - log w_j - t) /
(1 - a) that maximises u_i + exp(t) * u_j. Parts are kept between the red lines; they still fall in the tilt.

Every solution is the one root of an increasing function of the tilt, found by Newton's steps inside a bracket that
bisects whenever a step would leave it.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.meet.stakes import bend_of, gets_whole, worth_of_part
from sim.rules.meet.straight_frontier import nash_score
from sim.state.between import Issue
from sim.state.world import World

TO_CLAIM = 0
TO_EVEN = 1
TO_NASH = 2

FARTHEST_TILT = 320.0
MOST_STEPS = 60
CLOSE = 1.0e-15
CLOSE_TILT = 1.0e-7
"""A step of Newton's that is this small is the last: it squares the error. Utilities may be far closer at a corner."""


@rule
def part_at(issue: Issue, side: int, spread: float) -> float:
    """The part of a divisible issue that ``side`` gets when all odds are ``spread`` (above 0) times their lean."""
    part = 1 / (1 + issue.lean[side] * spread)
    if part < issue.red_line[side]:
        return issue.red_line[side]
    return 1 - issue.red_line[1 - side] if 1 - part < issue.red_line[1 - side] else part


@rule
def whole_issues(world: World, way: int, side: int) -> tuple[float, float]:
    """Utilities (own, other's) from the indivisible issues alone."""
    own = 0.0
    other = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 0:
            if gets_whole(world, way, k, side):
                own = own + issue.share[side]
            else:
                other = other + issue.share[1 - side]
    return own, other


@rule
def divided_issues(world: World, side: int, tilt: float) -> tuple[float, float, float]:
    """Utilities (own, other's) from the divisible issues at a tilt, and by how much the other's rises with it."""
    bend = bend_of(world)
    spread = math.exp(tilt)
    spread_worth = math.exp(bend * tilt)
    own = 0.0
    other = 0.0
    slope = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 1:
            odds = issue.lean[side] * spread
            part = 1 / (1 + odds)
            if part < issue.red_line[side] or odds * part < issue.red_line[1 - side]:
                part = part_at(issue, side, spread)
                own = own + issue.share[side] * worth_of_part(world, issue, part)
                other = other + issue.share[1 - side] * worth_of_part(world, issue, 1 - part)
            else:
                worth = math.exp(-bend * math.log(1 + odds))
                theirs = issue.share[1 - side] * worth * issue.lean_worth[side] * spread_worth
                own = own + issue.share[side] * worth
                other = other + theirs
                slope = slope + bend * part * theirs
    return own, other, slope


@rule
def off_target(
    point: tuple[float, float, float], price: float, goal: int, floors: tuple[float, float], power: float
) -> float:
    """How far a point of the frontier lies beyond what is looked for; rises in the tilt, 0 at the solution.

    ``point`` is (own, other's, ...); ``floors[0]`` is the claim itself where a claim is looked for.
    """
    if goal == TO_CLAIM:
        return floors[0] - point[0]
    if goal == TO_EVEN:
        return point[1] - point[0]
    return power * (point[1] - floors[1]) - (1 - power) * price * (point[0] - floors[0])


@rule
def steepness(point: tuple[float, float, float], price: float, goal: int, loss: float, power: float) -> float:
    """By how much :func:`off_target` rises with the tilt; ``loss`` is (1 - a) times one's gain, ``point[2]`` a slope.

    Along the frontier one's own utility falls by the other's rise over the price.
    """
    if goal == TO_CLAIM:
        return point[2] / price
    if goal == TO_EVEN:
        return point[2] + point[2] / price
    return point[2] + (1 - power) * price * loss


@rule
def find_tilt(
    world: World, whole: tuple[float, float], aim: tuple[int, int, float], floors: tuple[float, float], power: float
) -> float:
    """The tilt at which the two have what is looked for, given what the indivisible issues bring them.

    Where the frontier does not reach that far, the end of it that lies nearest.

    Parameters
    ----------
    world : World
        The world, read only.
    whole : pair of float
        Utilities (own, other's) from the indivisible issues.
    aim : tuple
        What is looked for (``TO_CLAIM``, ``TO_EVEN``, ``TO_NASH``), by which side, and the tilt to begin at.
    floors : pair of float
        Reservation values (own, other's); for ``TO_CLAIM`` the claim comes first.
    power : float
        Bargaining power (0..1).
    """
    goal, side, tilt = aim
    give = 1 - bend_of(world)
    low = -FARTHEST_TILT
    high = FARTHEST_TILT
    for _ in range(MOST_STEPS):
        own, other, slope = divided_issues(world, side, tilt)
        point = (whole[0] + own, whole[1] + other, slope)
        price = math.exp(-give * tilt)
        beyond = off_target(point, price, goal, floors, power)
        if beyond > 0:
            high = tilt
        else:
            low = tilt
        steep = steepness(point, price, goal, give * (point[0] - floors[0]), power)
        step = beyond / steep if steep > 0 else FARTHEST_TILT
        if abs(step) <= CLOSE_TILT:
            return tilt - step
        if abs(beyond) <= CLOSE or high - low <= CLOSE_TILT:
            return tilt
        moved = tilt - step
        tilt = moved if low < moved < high else (low + high) / 2
    return tilt


@rule
def utilities_at(world: World, whole: tuple[float, float], side: int, tilt: float) -> tuple[float, float]:
    """Utilities (own, other's) at a tilt, those from the indivisible issues included."""
    own, other, _ = divided_issues(world, side, tilt)
    return whole[0] + own, whole[1] + other


@rule
def ceiling(
    whole: tuple[float, float], line: tuple[float, float], goal: int, floors: tuple[float, float], power: float
) -> float:
    """The best score that a way can reach, by a line that no frontier of divisible issues crosses.

    ``line`` is the price of one's own utility at a tilt and the utility of the two at that price; every way adds what
    its indivisible issues bring. A way whose ceiling is below what another reached need not be searched.
    """
    price = line[0]
    total = line[1] + price * whole[0] + whole[1]
    if goal == TO_CLAIM:
        return total - price * floors[0]
    if goal == TO_EVEN:
        return total / (1 + price)
    gain = total - price * floors[0] - floors[1]
    return nash_score(power * gain / price, (1 - power) * gain, power)
