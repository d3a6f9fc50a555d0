"""D11: settlements are bargains, not corners, and who can do without one gets more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from analysis.estimates import share
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import POOLED, Finding, Reading, Row, within
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.statistics import mean_difference
from analysis.evidence.dynamics.switches import of_one, sides_of

if TYPE_CHECKING:
    from sim.results.runs import Runs

BARGAIN = {"corners": 0.5, "within": 0.05, "deals": 50}
OPTIONS = (0.1, 0.5, 0.9)
"""Outside options at which a side is looked at, all else alike."""


def bargains(stage: Stage) -> Finding:
    """How many divisible issues go to one side, and what a better outside option does to the own share."""
    readings, tables = [], [stage.runs(case) for case in stage.cases]
    for case, runs in zip(stage.cases, tables, strict=True):
        found = share(*_corners([runs]))
        readings.append(within(case, "divisible issues within 5% of a corner", found, 0.0, BARGAIN["corners"]))
    pooled = share(*_corners(tables))
    readings.append(within(POOLED, "divisible issues within 5% of a corner", pooled, 0.0, BARGAIN["corners"]))
    for case in stage.cases:
        readings += _options(stage, case)
    failed = [f"{reading.case} {reading.what}" for reading in readings if reading.reached is False]
    return Finding(readings, not failed, f"corners {pooled.value:.0%}; not so: {'; '.join(failed) or 'nowhere'}")


def _corners(tables: list[Runs]) -> tuple[seen.Numbers, seen.Numbers]:
    """For every divisible issue of every deal, whether it is at a corner, and the luck of its run."""
    at_corner, lucks = [np.zeros(0)], [np.zeros(0, dtype=np.int64)]
    for runs in tables:
        dealt = runs.run[runs.measures["deal_day"] >= 0]
        for shares in seen.shares_settled(runs).values():
            at_corner.append((np.minimum(shares, 1 - shares) <= BARGAIN["within"]).astype(float))
            lucks.append(dealt)
    return np.concatenate(at_corner), np.concatenate(lucks)


def _options(stage: Stage, case: str) -> list[Reading]:
    """What each step of the own outside option adds to the own value of a deal, for either side, in lucks that deal."""
    found = []
    for place, side in enumerate(sides_of(stage.cases[case])):
        values = [_own_value(stage.runs(case, of_one(side, {"outside_option": option})), place) for option in OPTIONS]
        for before, after, step in zip(values, values[1:], pairwise(OPTIONS), strict=False):
            added = mean_difference(before, after)
            judged = added.high >= 0 if added.n >= BARGAIN["deals"] else None
            what = f"{side}: own value of a deal, outside option {step[0]} to {step[1]}"
            found.append(Reading(case, what, added, judged, None if judged is None else (0.0, 1.0)))
    return found


def _own_value(runs: Runs, place: int) -> seen.Numbers:
    """The weighted share of the issues that a side (0 or 1) got in each run; NaN without a deal."""
    side = sides_of(runs.scenarios[0])[place]
    weights = {key: float(issue.weight[side]) for key, issue in runs.scenarios[0].issues.items()}
    whole = sum(weights.values())
    got = sum(weight * _part(runs.measures[f"settlement_{key}"], place) for key, weight in weights.items()) / whole
    return np.where(runs.measures["deal_day"] >= 0, got, np.nan)


def _part(shares: seen.Numbers, place: int) -> seen.Numbers:
    return shares if place == 0 else 1 - shares


ROWS = (
    Row(
        "D11",
        "settlements are bargains",
        "all cases; in the rule itself tests/sim/rules/meet shows that outside option and patience give a larger share",
        "at most 50% of divisible issues within 5% of a corner; in lucks that end in a deal either way, a better "
        "outside option never surely lowers the own value of it",
        BARGAIN,
        bargains,
    ),
)
