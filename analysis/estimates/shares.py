"""How sure we are of a share of runs, and of the difference between two shares.

Score intervals (Wilson 1927; Newcombe 1998) keep their coverage when a share is near 0 or 1, where the textbook
interval collapses to a point: "no blow-up in 20 runs" is not "no blow-up ever". Where runs share their luck, Wilson's
interval is taken at the number of independent runs that would be as telling (Korn and Graubard 1998).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from analysis.estimates.estimate import LEVEL, UNKNOWN, Estimate, EstimateError, normal_quantile
from analysis.estimates.lucks import LuckSquares, luck_factor, places_of


def share(values: ArrayLike, lucks: ArrayLike | None = None, level: float = LEVEL) -> Estimate:
    """Share of the runs that have it, with Wilson's interval, each luck counted once.

    Parameters
    ----------
    values : array_like
        Per run: 1 when it was so, 0 when not, NaN when the question does not arise (left out).
    lucks : array_like of int, optional
        Per run, a number that is the same for runs that share their luck; by default each has its own.
    level : float
        Confidence, strictly between 0 and 1.

    Returns
    -------
    Estimate
        Shares between 0 and 1; NaN throughout when there are no runs.

    Raises
    ------
    EstimateError
        When a value is neither 0 nor 1, or there is not one luck per run.
    """
    answers = np.asarray(values, dtype=np.float64)
    known = ~np.isnan(answers)
    places = places_of(lucks, known)
    answers = answers[known]
    if not np.isin(answers, (0.0, 1.0)).all():
        raise EstimateError("a share is of answers 1 and 0; other numbers have a mean")
    return share_of_counts(np.bincount(places, weights=answers), np.bincount(places), level)


def share_of_counts(successes: ArrayLike, runs: ArrayLike, level: float = LEVEL) -> Estimate:
    """:func:`share` from counts: for each luck, how many of its runs had it, and how many it has.

    Parameters
    ----------
    successes, runs : array_like
        One number per luck, 0 <= successes <= runs; lucks without a run are left out.
    level : float
        Confidence.

    Raises
    ------
    EstimateError
        When counts are negative or more runs had it than there were.
    """
    had, of = np.asarray(successes, dtype=np.float64), np.asarray(runs, dtype=np.float64)
    if had.shape != of.shape or (had < 0).any() or (had > of).any():
        raise EstimateError("counts of a share are 0 <= successes <= runs for each luck")
    total, lucks = int(of.sum()), int((of > 0).sum())
    if total == 0:
        return UNKNOWN._replace(level=level)
    found = int(had.sum()) / total
    apart = had - found * of
    of_runs = total * found * (1 - found)
    factor = float(luck_factor(of_runs, LuckSquares.of(apart), of[of > 0], level))
    return Estimate(found, *_wilson_ends(found, total / factor, level), total, lucks, level)


def wilson(successes: int, runs: int, level: float = LEVEL) -> Estimate:
    """Wilson score interval of a share of runs each of which has a luck of its own.

    Parameters
    ----------
    successes, runs : int
        How many runs had it, out of how many; 0 <= successes <= runs.
    level : float
        Confidence, strictly between 0 and 1.

    Raises
    ------
    EstimateError
        When the counts are negative or more runs had it than there were.
    """
    normal_quantile(level)
    if not 0 <= successes <= runs:
        raise EstimateError(f"{successes} of {runs} runs is not a share")
    if runs == 0:
        return UNKNOWN._replace(level=level)
    found = successes / runs
    return Estimate(found, *_wilson_ends(found, runs, level), runs, runs, level)


def _wilson_ends(found: float, runs: float, level: float) -> tuple[float, float]:
    """The ends of Wilson's interval of a share found in so many independent runs, which need not be a whole number."""
    z = normal_quantile(level)
    z2 = z * z
    centre = (runs * found + z2 / 2) / (runs + z2)
    half = z * math.sqrt(runs * found * (1 - found) + z2 / 4) / (runs + z2)
    low = 0.0 if found == 0 else max(0.0, centre - half)
    return low, 1.0 if found == 1 else min(1.0, centre + half)


def newcombe_paired(both: int, only_first: int, only_second: int, neither: int, level: float = LEVEL) -> Estimate:
    """Difference of two shares from the same luck, second minus first (Newcombe 1998, paired method 10).

    Parameters
    ----------
    both, only_first, only_second, neither : int
        Pairs of runs by whether the first and the second member had it; each luck makes one pair.
    level : float
        Confidence.

    Returns
    -------
    Estimate
        Between -1 and 1. Pairs that agree narrow it: that is what sharing the luck buys.
    """
    counts = (both, only_first, only_second, neither)
    if min(counts) < 0:
        raise EstimateError(f"counts of pairs cannot be negative: {counts}")
    pairs = sum(counts)
    if pairs == 0:
        return UNKNOWN._replace(level=level)
    a = wilson(both + only_first, pairs, level)
    b = wilson(both + only_second, pairs, level)
    phi = _phi(both, only_first, only_second, neither)
    difference = (only_second - only_first) / pairs
    down, up = b.value - b.low, a.high - a.value
    low = difference - math.sqrt(max(0.0, down * down - 2 * phi * down * up + up * up))
    up, down = b.high - b.value, a.value - a.low
    high = difference + math.sqrt(max(0.0, down * down - 2 * phi * down * up + up * up))
    return Estimate(difference, low, high, pairs, pairs, level)


def share_difference(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """Second share minus first, run by run under the same luck (:func:`newcombe_paired`).

    Parameters
    ----------
    first, second : array_like of bool
        Per run, whether the first and the second member of its pair had it.
    level : float
        Confidence.
    """
    a, b = np.asarray(first, dtype=bool), np.asarray(second, dtype=bool)
    both, only_first, only_second, neither = (int(pair.sum()) for pair in (a & b, a & ~b, ~a & b, ~a & ~b))
    return newcombe_paired(both, only_first, only_second, neither, level)


def _phi(both: int, only_first: int, only_second: int, neither: int) -> float:
    """Correlation within pairs, with Newcombe's continuity correction when it is positive; 0 when undefined."""
    margins = (both + only_first) * (only_second + neither) * (both + only_second) * (only_first + neither)
    if margins == 0:
        return 0.0
    cross = float(both * neither - only_first * only_second)
    if cross > 0:
        cross = max(cross - (both + only_first + only_second + neither) / 2, 0.0)
    return cross / math.sqrt(margins)
