"""What is known from data about such confrontations: a handful of base rates, each with its interval and source.

They are yardsticks for orders of magnitude, not fitted: raw associations over many kinds of crisis, none causal.
Nothing here comes from after the first day of ``us-china-2025``.
"""

from __future__ import annotations

import csv
from importlib.resources import files
from typing import NamedTuple


class Target(NamedTuple):
    """One yardstick: its estimate with a 95% interval, the cases behind it, where it comes from and how it was got."""

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
    found = [Target(row[0], float(row[1]), float(row[2]), float(row[3]), int(row[4]), row[5], row[6]) for row in rows]
    return {target.quantity: target for target in found}
