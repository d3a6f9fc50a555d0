"""What is kept of every step when the course of many runs is wanted: pressures, markets, publics, the relation."""

from __future__ import annotations

from typing import Any

from sim.rule import rule

PER_SIDE = ("pressure", "index", "drawdown", "hostility")
DYAD = ("groundwork", "rapport", "tension")
N_PICTURE = 2 * len(PER_SIDE) + len(DYAD)
(PRESSURE, INDEX, DRAWDOWN, HOSTILITY) = range(len(PER_SIDE))
N_PER_SIDE = len(PER_SIDE)
FIRST_DYAD = 2 * N_PER_SIDE
LAST_DYAD = FIRST_DYAD + 2


@rule
def picture(world: Any, row: Any) -> None:
    """Fill a row with the state of the world now: the columns of :data:`PER_SIDE` for each side, then :data:`DYAD`."""
    for side in range(2):
        base = side * N_PER_SIDE
        row[base + PRESSURE] = world.leaders[side].points
        row[base + INDEX] = world.markets[side].index
        row[base + DRAWDOWN] = world.markets[side].drawdown
        row[base + HOSTILITY] = world.publics[side].hostility
    dyad = world.dyad[0]
    row[FIRST_DYAD] = dyad.groundwork
    row[FIRST_DYAD + 1] = dyad.rapport
    row[LAST_DYAD] = dyad.tension


def picture_columns(sides: tuple[str, str]) -> tuple[str, ...]:
    """The names of a picture's numbers, in order."""
    return (*(f"{side}.{name}" for side in sides for name in PER_SIDE), *DYAD)
