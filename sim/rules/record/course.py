"""How the picture of a step is taken: one row of numbers (columns in :mod:`sim.state.course_columns`)."""

from __future__ import annotations

from sim.rule import rule
from sim.state.course_columns import PICTURED_SIDE
from sim.state.fields import Row
from sim.state.world import World

PRESSURE = 0
INDEX = 1
DRAWDOWN = 2
HOSTILITY = 3
N_PER_SIDE = len(PICTURED_SIDE)
GROUNDWORK = 2 * N_PER_SIDE
RAPPORT = GROUNDWORK + 1
TENSION = GROUNDWORK + 2


@rule
def picture(world: World, row: Row) -> None:
    """Fill a row with the state of the world now."""
    for side in range(2):
        base = side * N_PER_SIDE
        row[base + PRESSURE] = world.leaders[side].points
        row[base + INDEX] = world.markets[side].index
        row[base + DRAWDOWN] = world.markets[side].drawdown
        row[base + HOSTILITY] = world.publics[side].hostility
    row[GROUNDWORK] = world.dyad[0].groundwork
    row[RAPPORT] = world.dyad[0].rapport
    row[TENSION] = world.dyad[0].tension
