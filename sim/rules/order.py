"""Who comes first where somebody must: never by a side's number, so that no side has an edge from how it is listed.

Sides have numbers only because something must stand somewhere. Whatever happens to both sides one after the other
happens in the order of their keys of luck, and a toss between them names the side with the smaller key.
"""

from __future__ import annotations

from sim.rule import rule
from sim.state.world import World

EVEN = 0.5


@rule
def first_side(world: World) -> int:
    """The side whose key of luck is the smaller."""
    return 0 if world.leaders[0].key < world.leaders[1].key else 1


@rule
def in_turn(world: World, turn: int) -> int:
    """The side that comes first (turn 0) or second (turn 1)."""
    first = first_side(world)
    return first if turn == 0 else 1 - first


@rule
def tossed(world: World, u: float) -> int:
    """The side that a fair toss names, given a uniform number."""
    return in_turn(world, 0) if u < EVEN else in_turn(world, 1)
