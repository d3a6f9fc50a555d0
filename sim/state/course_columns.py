"""What is kept of every step when the course of many runs is wanted: pressures, markets, publics, the relation."""

from __future__ import annotations

from collections.abc import Sequence

PICTURED_SIDE = ("pressure", "index", "drawdown", "hostility")
PICTURED_DYAD = ("groundwork", "rapport", "tension")
N_PICTURE = 2 * len(PICTURED_SIDE) + len(PICTURED_DYAD)


def picture_columns(sides: Sequence[str]) -> tuple[str, ...]:
    """The names of a picture's numbers, in order."""
    return (*(f"{side}.{name}" for side in sides for name in PICTURED_SIDE), *PICTURED_DYAD)
