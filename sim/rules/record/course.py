"""How the picture of a step is taken: one row of numbers (columns in :mod:`sim.state.course_columns`)."""

from __future__ import annotations

from sim.rule import rule
from sim.state import course_columns as at
from sim.state.fields import Row
from sim.state.world import World


@rule
def picture(world: World, row: Row) -> None:
    """Fill a row with the state of the world now."""
    for side in range(2):
        base = side * at.N_PICTURED
        row[base + at.PRESSURE] = world.leaders[side].points
        row[base + at.INDEX] = world.markets[side].index
        row[base + at.DRAWDOWN] = world.markets[side].drawdown
        row[base + at.HOSTILITY] = world.publics[side].hostility
    row[at.GROUNDWORK] = world.dyad[0].groundwork
    row[at.RAPPORT] = world.dyad[0].rapport
    row[at.TENSION] = world.dyad[0].tension
