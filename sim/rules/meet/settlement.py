"""What is written down when an offer is taken: who gets which part of each issue, and what that is worth to each."""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.meet.bargaining import offer_at
from sim.rules.meet.curved_frontier import part_at
from sim.rules.meet.stakes import gets_whole, is_straight, ranked, spare_part, worth_of_part
from sim.rules.meet.straight_frontier import part_needed, starting_point
from sim.state.between import Issue
from sim.state.offer import Offer
from sim.state.world import World

HALF = 0.5


@rule
def settle_at(world: World, side: int, claim: float) -> None:
    """Write down who gets what when ``side`` has ``claim`` on the frontier."""
    settle_on(world, side, offer_at(world, side, claim, 0.0))


@rule
def settle_on(world: World, side: int, offer: Offer) -> None:
    """Write down who gets what when the offer of ``side`` is taken."""
    write_offer(world, side, offer, 1.0)


@rule
def settle_between(world: World, offers: tuple[Offer, Offer], toss: int) -> None:
    """Write down who gets what when both offers would do: the mean of the two, issue by issue.

    Where they give the indivisible issues to different sides there is no mean, and a toss says whose offer stands
    (either is good enough for both).

    Parameters
    ----------
    world : World
        The world; the issues' ``settled`` is written.
    offers : pair of Offer
        What each side offers.
    toss : int
        The side whose offer stands then.
    """
    settle_on(world, toss, offers[toss])
    if offers[0].way == offers[1].way:
        write_offer(world, 1 - toss, offers[1 - toss], HALF)


@rule
def write_offer(world: World, side: int, offer: Offer, part: float) -> None:
    """Let the offer of ``side`` make up ``part`` (0..1) of what is written down, and what stood there the rest."""
    if is_straight(world):
        write_straight(world, side, offer, part)
    else:
        write_curved(world, side, offer, part)
    for k in range(len(world.issues)):
        if world.issues[k].divisible == 0:
            blend(world.issues[k], side, 1.0 if gets_whole(world, offer.way, k, side) else 0.0, part)


@rule
def write_straight(world: World, side: int, offer: Offer, part: float) -> None:
    """Write the divisible issues of an offer down where value is linear, dearest first."""
    own, _ = starting_point(world, offer.way, side)
    for position in range(len(world.issues)):
        issue = ranked(world, side, position)
        if issue.divisible == 1:
            worth = issue.share[side] * spare_part(issue)
            taken = part_needed(offer.claim - own, worth)
            own = own + taken * worth
            blend(issue, side, issue.red_line[side] + taken * spare_part(issue), part)


@rule
def write_curved(world: World, side: int, offer: Offer, part: float) -> None:
    """Write the divisible issues of an offer down where value diminishes: one tilt shares them all."""
    spread = math.exp(offer.tilt)
    for k in range(len(world.issues)):
        issue = world.issues[k]
        if issue.divisible == 1:
            blend(issue, side, part_at(issue, side, spread), part)


@rule
def blend(issue: Issue, side: int, taken: float, part: float) -> None:
    """Let ``part`` of an issue's settlement give ``taken`` of it to ``side`` and the rest to the other."""
    issue.settled[side] = issue.settled[side] * (1 - part) + taken * part
    issue.settled[1 - side] = issue.settled[1 - side] * (1 - part) + (1 - taken) * part


@rule
def settled_value(world: World, side: int) -> float:
    """The utility of a side from the settlement written down (0..1)."""
    total = 0.0
    for k in range(len(world.issues)):
        issue = world.issues[k]
        total = total + issue.share[side] * worth_of_part(world, issue, issue.settled[side])
    return total


@rule
def gives_up(world: World, side: int) -> float:
    """What a side gives up by the settlement written down: all that is at stake less what it gets (0..1)."""
    return 1 - settled_value(world, side)
