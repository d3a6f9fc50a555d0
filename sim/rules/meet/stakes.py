"""What each issue is worth to whom: weights, worth of a part, red lines, and the ways to give what cannot be divided.

Weights sum to 1 on each side. A part x of a divisible issue is worth x ** a of it, with an exponent a of at most 1 that
the two share: below 1 the first half of an issue is worth more than the second, so that both keep something of every
issue (diminishing marginal value; Keeney & Raiffa 1976). What cannot be divided is worth all or nothing. A red line is
the least part of an issue without which a side signs nothing (Raiffa 1982: no zone of agreement, no deal).
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import clamp
from sim.rules.order import first_side
from sim.state.between import Issue
from sim.state.world import World

STRAIGHT = 0.97
"""From this exponent on the worth of a part counts as the part itself, and the frontier as a chain of segments."""
FARTHEST_LEAN = 280.0
ONE_SIDED_LEAN = 370.0
ROUNDING = 1.0e-12


@rule
def sort_issues(world: World) -> None:
    """Scale weights to sum to 1 and rank issues for each side by what they are worth to it against the other."""
    for side in range(2):
        scale_weights(world, side)
    for side in range(2):
        for k in range(len(world.issues)):
            rank_issue(world, side, k)
            lean_issue(world, side, world.issues[k])


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
def lean_issue(world: World, side: int, issue: Issue) -> None:
    """Work out the odds (the other's part to one's own) at which an issue is shared where both count alike.

    With exponent a they are (w_j / w_i) ** (1 / (1 - a)); ``lean_worth`` is their a-th power. Kept within what a float
    can hold: an issue that matters to one side alone leans farther than any that matters to both.
    """
    bend = bend_of(world)
    lean = 0.0
    if is_straight(world):
        lean = 0.0
    elif issue.share[side] > 0 and issue.share[1 - side] > 0:
        ratio = math.log(issue.share[1 - side]) - math.log(issue.share[side])
        lean = clamp(ratio / (1 - bend), -FARTHEST_LEAN, FARTHEST_LEAN)
    elif issue.share[side] > 0:
        lean = -ONE_SIDED_LEAN
    elif issue.share[1 - side] > 0:
        lean = ONE_SIDED_LEAN
    issue.lean[side] = math.exp(lean)
    issue.lean_worth[side] = math.exp(bend * lean)


@rule
def bend_of(world: World) -> float:
    """The exponent a of the worth of a part of a divisible issue."""
    return world.setting[0].exponent


@rule
def is_straight(world: World) -> bool:
    """Whether the worth of a part is the part itself."""
    return bool(world.setting[0].exponent >= STRAIGHT)


@rule
def bent(world: World, part: float) -> float:
    """A part (0..1) to the power of the exponent."""
    if is_straight(world) or part >= 1:
        return part
    return math.exp(bend_of(world) * math.log(part)) if part > 0 else 0.0


@rule
def worth_of_part(world: World, issue: Issue, part: float) -> float:
    """What a part (0..1) of an issue is worth of all of it, 0..1."""
    return part if issue.divisible == 0 else bent(world, part)


@rule
def worth_of_share(world: World, side: int, share: float) -> float:
    """The utility (0..1) of a ``share`` (0..1) of everything, the measure in which floors and win-sets are given.

    It is that part of each divisible issue, and that chance of each one that cannot be divided. A side is indifferent
    between this and going on when the share is its reservation value; where value is linear, the utility is the share.
    """
    worth = bent(world, share)
    total = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        total = total + issue.share[side] * (worth if issue.divisible == 1 else share)
    return total


@rule
def ranked(world: World, side: int, position: int) -> Issue:
    """The issue at a position when issues are ordered by comparative worth to ``side``."""
    return world.issues[world.issues[position].order[side]]


@rule
def spare_part(issue: Issue) -> float:
    """The part of a divisible issue that no red line claims; below 0 where two red lines cross."""
    return 1 - issue.red_line[0] - issue.red_line[1]


@rule
def lines_cross(world: World) -> bool:
    """Whether the red lines of some issue exclude one another: then nothing can be agreed in full."""
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 1 and spare_part(issue) < -ROUNDING:
            return True
        if issue.divisible == 0 and issue.red_line[0] > 0 and issue.red_line[1] > 0:
            return True
    return False


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
def is_open(world: World, way: int) -> bool:
    """Whether a way crosses no red line: nobody goes without an indivisible issue of which it needs any part."""
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 0:
            loser = 1 if gets_whole(world, way, k, 0) else 0
            if issue.red_line[loser] > 0:
                return False
    return True
