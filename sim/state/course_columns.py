"""What is kept of every step when the course of many runs is wanted: pressures, markets, publics, the relation.

A column's constant is its position, for the rule that fills it (:mod:`sim.rules.record.course`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

PICTURED_SIDE: Final = ("pressure", "index", "drawdown", "hostility")
PRESSURE, INDEX, DRAWDOWN, HOSTILITY = range(4)
N_PICTURED: Final = len(PICTURED_SIDE)

PICTURED_DYAD: Final = ("groundwork", "rapport", "tension")
GROUNDWORK, RAPPORT, TENSION = range(2 * N_PICTURED, 2 * N_PICTURED + 3)
N_PICTURE: Final = 2 * N_PICTURED + len(PICTURED_DYAD)


def picture_columns(sides: Sequence[str]) -> tuple[str, ...]:
    """The names of a picture's numbers, in order."""
    return (*(f"{side}.{name}" for side in sides for name in PICTURED_SIDE), *PICTURED_DYAD)
