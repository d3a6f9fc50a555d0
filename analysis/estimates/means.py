"""How sure we are of a mean over runs, and of what a change does to it when both settings share their luck."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.interval import LEVEL, UNKNOWN, Interval, IntervalError, student_quantile


class PairedDifference(NamedTuple):
    """What a change does, run by run under the same luck.

    ``variance_ratio`` says how many times more independent runs would have been needed for an interval this narrow:
    above 1 when sharing the luck paid off, infinite when every pair differs by the same amount.
    """

    difference: Interval
    pairs: int
    left_out: int
    variance_ratio: float


def mean_interval(values: ArrayLike, level: float = LEVEL) -> Interval:
    """Mean with Student's t interval.

    Parameters
    ----------
    values : array_like
        One number a run; NaN (not applicable) is left out.
    level : float
        Confidence.

    Returns
    -------
    Interval
        In the unit of the values; ends are NaN with fewer than two numbers.
    """
    numbers = _numbers(values)
    numbers = numbers[~np.isnan(numbers)]
    if numbers.size == 0:
        return UNKNOWN
    mean = float(numbers.mean())
    if numbers.size == 1:
        return Interval(mean, math.nan, math.nan)
    half = student_quantile(level, numbers.size - 1) * float(numbers.std(ddof=1)) / math.sqrt(numbers.size)
    return Interval(mean, mean - half, mean + half)


def clustered_mean(values: ArrayLike, clusters: ArrayLike, level: float = LEVEL) -> Interval:
    """Mean of runs of which some share their luck, with an interval that counts each luck once.

    Runs of different variants under one luck stand or fall together: a thousand variants of two lucks tell of two
    lucks. The runs of each luck are averaged first, and Student's t is taken over the lucks.

    Parameters
    ----------
    values : array_like
        One number a run; NaN is left out.
    clusters : array_like
        A whole number a run, the same for runs that share their luck.
    level : float
        Confidence.

    Returns
    -------
    Interval
        Mean over all runs; ends are NaN with a single luck.
    """
    numbers = _numbers(values)
    groups = np.asarray(clusters, dtype=np.int64)
    if groups.shape != numbers.shape:
        raise IntervalError(f"{groups.size} clusters for {numbers.size} runs")
    known = ~np.isnan(numbers)
    if not known.any():
        return UNKNOWN
    _, place = np.unique(groups[known], return_inverse=True)
    means = np.bincount(place, weights=numbers[known]) / np.bincount(place)
    around = mean_interval(means, level)
    mean = float(numbers[known].mean())
    return Interval(mean, mean - around.width / 2, mean + around.width / 2)


def paired_difference(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> PairedDifference:
    """Mean of second minus first over runs that share their luck.

    Parameters
    ----------
    first, second : array_like
        One number a run in the same order of runs; pairs with a NaN are left out and counted.
    level : float
        Confidence.

    Raises
    ------
    IntervalError
        When the two are not equally long.
    """
    a, b = _numbers(first), _numbers(second)
    if a.shape != b.shape:
        raise IntervalError(f"paired runs must match one to one, not {a.size} against {b.size}")
    whole = ~(np.isnan(a) | np.isnan(b))
    a, b = a[whole], b[whole]
    return PairedDifference(mean_interval(b - a, level), int(whole.sum()), int((~whole).sum()), _variance_ratio(a, b))


def _variance_ratio(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    if a.size < 2:
        return math.nan
    apart = float(a.var(ddof=1) + b.var(ddof=1))
    together = float((b - a).var(ddof=1))
    if together == 0:
        return math.nan if apart == 0 else math.inf
    return apart / together


def _numbers(values: ArrayLike) -> NDArray[np.float64]:
    numbers = np.asarray(values, dtype=np.float64)
    if numbers.ndim != 1:
        raise IntervalError(f"expected one number a run, got an array of shape {numbers.shape}")
    if np.isinf(numbers).any():
        raise IntervalError("an infinite value has no mean; use NaN for 'never' or 'not applicable'")
    return numbers
