"""How sure we are of the difference between two groups of runs some of which share their luck.

The groups may be of any size, and a luck may have many runs in either. What a luck does to both at once drops out of
their difference: that is what sharing it buys.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import LEVEL, UNKNOWN, Estimate, EstimateError, normal_quantile, student_quantile
from analysis.estimates.means import ratio
from analysis.estimates.shares import share_of_counts

Numbers = NDArray[np.float64]

POWER = 0.8
"""How often a difference that is said to be large enough to be seen would be (Cohen 1988)."""


class LuckTotals(NamedTuple):
    """A group of runs, luck by luck: the sum of what was measured, and of how many runs.

    Two groups are compared place by place: the same place is the same luck, and a luck without runs has zeros.
    """

    sums: Numbers
    runs: Numbers

    @classmethod
    def of(cls, values: ArrayLike, lucks: ArrayLike, size: int) -> LuckTotals:
        """From one number per run, NaN where it has none, and the place of its luck, below ``size``."""
        numbers, places = np.asarray(values, dtype=np.float64), np.asarray(lucks, dtype=np.int64)
        known = ~np.isnan(numbers)
        sums = np.bincount(places[known], weights=numbers[known], minlength=size).astype(np.float64)
        return cls(sums, np.bincount(places[known], minlength=size).astype(np.float64))

    @property
    def total(self) -> float:
        """How many runs."""
        return float(self.runs.sum())

    @property
    def mean(self) -> float:
        """Mean over runs; NaN without any."""
        return float(self.sums.sum()) / self.total if self.total else math.nan

    def influences(self) -> Numbers:
        """What each luck does to the mean; they sum to 0."""
        return (self.sums - self.mean * self.runs) / self.total

    def estimate(self, is_share: bool, level: float = LEVEL) -> Estimate:
        """The mean of the group with its interval: Wilson's for a share, else Student's t, each over lucks."""
        if not self.total:
            return UNKNOWN._replace(level=level)
        if is_share:
            return share_of_counts(self.sums, self.runs, level)
        there = self.runs > 0
        return ratio(self.sums[there], self.runs[there], level=level)._replace(n=int(self.total))


def difference(first: LuckTotals, second: LuckTotals, is_share: bool, level: float = LEVEL) -> Estimate:
    """Second mean minus first, with an interval that counts each luck once.

    Parameters
    ----------
    first, second : LuckTotals
        Over the same lucks, place by place.
    is_share : bool
        Whether what was measured is 1 or 0: the interval is then made of those of both shares, and of how their lucks
        hang together (Newcombe 1998, paired method 10), and keeps its coverage near 0 and 1. Else it is Student's t.
    level : float
        Confidence.

    Returns
    -------
    Estimate
        ``value`` is exactly the difference of the two estimates; ``n`` counts runs of both, ``lucks`` those that have
        runs in either. NaN where a group has no run.
    """
    if first.runs.shape != second.runs.shape:
        raise EstimateError(f"{first.runs.size} lucks against {second.runs.size}")
    lucks = int(((first.runs > 0) | (second.runs > 0)).sum())
    runs = int(first.total + second.total)
    if not (first.total and second.total):
        return UNKNOWN._replace(n=runs, lucks=lucks, level=level)
    value = second.mean - first.mean
    ends = _of_shares(first, second, level) if is_share else _of_means(first, second, lucks, level)
    return Estimate(value, value + ends[0], value + ends[1], runs, lucks, level)


def _of_means(first: LuckTotals, second: LuckTotals, lucks: int, level: float) -> tuple[float, float]:
    if lucks < 2:
        return math.nan, math.nan
    apart = second.influences() - first.influences()
    half = student_quantile(level, lucks - 1) * math.sqrt(float((apart * apart).sum()) * lucks / (lucks - 1))
    return -half, half


def _of_shares(first: LuckTotals, second: LuckTotals, level: float) -> tuple[float, float]:
    a, b = first.estimate(True, level), second.estimate(True, level)
    together = _correlation(first, second)
    low = _square((b.value - b.low, a.high - a.value), together)
    high = _square((b.high - b.value, a.value - a.low), together)
    return -low, high


def _square(arms: tuple[float, float], together: float) -> float:
    one, other = arms
    return math.sqrt(max(0.0, one * one - 2 * together * one * other + other * other))


def _correlation(first: LuckTotals, second: LuckTotals) -> float:
    """How far what a luck does to one group it does to the other; 0 where one of them does not vary.

    One above 0 is corrected for counts being whole, as Newcombe's is.
    """
    one, other = first.influences(), second.influences()
    spread = math.sqrt(float((one * one).sum()) * float((other * other).sum()))
    if spread == 0:
        return 0.0
    found = float((one * other).sum())
    if found > 0:
        found = max(0.0, found - 0.5 / (first.total * second.total))
    return float(np.clip(found / spread, -1.0, 1.0))


def smallest_seen(found: Estimate) -> float:
    """The difference that an interval this wide would have shown four times in five, by the wider of its two sides.

    So nothing that was found and yet not told apart is said to be large enough to be seen.

    Parameters
    ----------
    found : Estimate
        A difference.

    Returns
    -------
    float
        In its unit; NaN without an interval.
    """
    reach = np.maximum(found.value - found.low, found.high - found.value)
    return float(reach) * (1 + normal_quantile(2 * POWER - 1) / normal_quantile(found.level))
