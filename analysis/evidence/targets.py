"""What is known from data about such confrontations: a handful of base rates, each with its interval and source.

They are yardsticks for orders of magnitude, not fitted: raw associations over many kinds of crisis, none causal.
Nothing here comes from after the first day of ``us-china-2025``.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple


class Target(NamedTuple):
    """One yardstick: its name, its estimate with a 95% interval, the cases behind it, its source, how it was got."""

    yardstick: str
    quantity: str
    estimate: float
    low: float
    high: float
    n: int
    source: str
    how_computed: str


def read_targets() -> dict[str, Target]:
    """The yardsticks by quantity, in the order of ``targets.csv``."""
    with files("analysis.evidence").joinpath("targets.csv").open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return {target.quantity: target for target in map(_target, rows)}


def _target(row: list[str]) -> Target:
    estimate, low, high = (float(cell) for cell in row[2:5])
    return Target(row[0], row[1], estimate, low, high, int(row[5]), row[6], row[7])
