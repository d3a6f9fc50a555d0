"""How sure we are of a share of runs, and of the difference between two shares.

Score intervals (Wilson 1927; Newcombe 1998) keep their coverage when a share is near 0 or 1, where the textbook
interval collapses to a point: "no blow-up in 20 runs" is not "no blow-up ever".
"""

from __future__ import annotations

import math

from analysis.estimates.interval import LEVEL, UNKNOWN, Interval, IntervalError, normal_quantile


def wilson(successes: int, runs: int, level: float = LEVEL) -> Interval:
    """Wilson score interval of a share.

    Parameters
    ----------
    successes, runs : int
        How many runs had it, out of how many; 0 <= successes <= runs.
    level : float
        Confidence, strictly between 0 and 1.

    Returns
    -------
    Interval
        Shares between 0 and 1; NaN throughout when there are no runs.

    Raises
    ------
    IntervalError
        When the counts are negative or more runs had it than there were.
    """
    z = normal_quantile(level)
    _check(successes, runs)
    if runs == 0:
        return UNKNOWN
    share = successes / runs
    z2 = z * z
    centre = (successes + z2 / 2) / (runs + z2)
    half = z * math.sqrt(runs * share * (1 - share) + z2 / 4) / (runs + z2)
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == runs else min(1.0, centre + half)
    return Interval(share, low, high)


def newcombe(first: tuple[int, int], second: tuple[int, int], level: float = LEVEL) -> Interval:
    """Difference of two independent shares, second minus first (Newcombe 1998, hybrid score method 10).

    Parameters
    ----------
    first, second : tuple of int
        (successes, runs) under each of the two settings.
    level : float
        Confidence.

    Returns
    -------
    Interval
        Between -1 and 1; NaN when either setting has no runs.
    """
    a, b = wilson(*first, level=level), wilson(*second, level=level)
    difference = b.estimate - a.estimate
    low = difference - math.hypot(b.estimate - b.low, a.high - a.estimate)
    high = difference + math.hypot(b.high - b.estimate, a.estimate - a.low)
    return Interval(difference, low, high)


def newcombe_paired(both: int, only_first: int, only_second: int, neither: int, level: float = LEVEL) -> Interval:
    """Difference of two shares from the same luck, second minus first (Newcombe 1998, paired method 10).

    Parameters
    ----------
    both, only_first, only_second, neither : int
        Pairs of runs by whether the first and the second member had it.
    level : float
        Confidence.

    Returns
    -------
    Interval
        Between -1 and 1. Pairs that agree narrow it: that is what sharing the luck buys.
    """
    counts = (both, only_first, only_second, neither)
    if min(counts) < 0:
        raise IntervalError(f"counts of pairs cannot be negative: {counts}")
    pairs = sum(counts)
    if pairs == 0:
        return UNKNOWN
    a = wilson(both + only_first, pairs, level)
    b = wilson(both + only_second, pairs, level)
    phi = _phi(both, only_first, only_second, neither)
    difference = (only_second - only_first) / pairs
    down, up = b.estimate - b.low, a.high - a.estimate
    low = difference - math.sqrt(max(0.0, down * down - 2 * phi * down * up + up * up))
    up, down = b.high - b.estimate, a.estimate - a.low
    high = difference + math.sqrt(max(0.0, down * down - 2 * phi * down * up + up * up))
    return Interval(difference, low, high)


def _phi(both: int, only_first: int, only_second: int, neither: int) -> float:
    """Correlation within pairs, with Newcombe's continuity correction when it is positive; 0 when undefined."""
    margins = (both + only_first) * (only_second + neither) * (both + only_second) * (only_first + neither)
    if margins == 0:
        return 0.0
    cross = float(both * neither - only_first * only_second)
    if cross > 0:
        cross = max(cross - (both + only_first + only_second + neither) / 2, 0.0)
    return cross / math.sqrt(margins)


def _check(successes: int, runs: int) -> None:
    if not 0 <= successes <= runs:
        raise IntervalError(f"{successes} of {runs} runs is not a share")
