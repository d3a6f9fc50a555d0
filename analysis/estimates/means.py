"""How sure we are of a mean or a ratio over runs, and of what a change does to it under the same luck."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import LEVEL, UNKNOWN, Estimate, EstimateError, student_quantile
from analysis.estimates.lucks import Lucks, places_of


class PairedDifference(NamedTuple):
    """What a change does, run by run under the same luck.

    ``variance_ratio`` says how many times more independent runs would have been needed for an interval this narrow:
    above 1 when sharing the luck paid off, infinite when every pair differs by the same amount.
    """

    difference: Estimate
    pairs: int
    left_out: int
    variance_ratio: float


def mean(values: ArrayLike, lucks: ArrayLike | None = None, level: float = LEVEL) -> Estimate:
    """Mean with Student's t interval, each luck counted once.

    Parameters
    ----------
    values : array_like
        One number per run; NaN (not applicable) is left out.
    lucks : array_like of int, optional
        Per run, a number that is the same for runs that share their luck; by default each has its own.
    level : float
        Confidence.

    Returns
    -------
    Estimate
        In the unit of the values; ends are NaN with fewer than two lucks.

    Raises
    ------
    EstimateError
        When a value is infinite, or there is not one luck per run.
    """
    numbers = _numbers(values)
    known = ~np.isnan(numbers)
    places, numbers = places_of(lucks, known), numbers[known]
    if numbers.size == 0:
        return UNKNOWN._replace(level=level)
    if int(places.max()) + 1 < numbers.size:
        return _over_lucks((numbers, np.ones_like(numbers)), places, level)
    deviation = float(numbers.std(ddof=1)) if numbers.size > 1 else math.nan
    return student(float(numbers.mean()), (deviation, math.sqrt(numbers.size)), numbers.size, level)


def student(value: float, error: tuple[float, float], runs: int, level: float = LEVEL) -> Estimate:
    """Student's t interval around a mean of runs each with a luck of its own.

    Parameters
    ----------
    value : float
        The mean.
    error : (float, float)
        Its standard error as a fraction: the standard deviation of the runs, and the root of their number.
    runs, level
        Their number, and the confidence.
    """
    if runs < 2:
        return Estimate(value, math.nan, math.nan, runs, runs, level)
    half = student_quantile(level, runs - 1) * error[0] / error[1]
    return Estimate(value, value - half, value + half, runs, runs, level)


def ratio(tops: ArrayLike, bottoms: ArrayLike, lucks: ArrayLike | None = None, level: float = LEVEL) -> Estimate:
    """Sum of the one over the sum of the other, with an interval that counts each luck once.

    Parameters
    ----------
    tops, bottoms : array_like
        Two numbers per entry, such as what a market moved and by how many points; their sums are divided.
    lucks : array_like of int, optional
        Per entry, a number that is the same for those that share their luck; by default each has its own.
    level : float
        Confidence.

    Returns
    -------
    Estimate
        Student's t over lucks, by linearisation; ``n`` counts entries. Ends are NaN with fewer than two lucks.

    Raises
    ------
    EstimateError
        When a number is infinite or NaN, or the two are not equally long.
    """
    above, below = _numbers(tops), _numbers(bottoms)
    if above.shape != below.shape or np.isnan(above).any() or np.isnan(below).any():
        raise EstimateError("a ratio needs two known numbers per entry")
    places = places_of(lucks, np.ones(above.shape, dtype=bool))
    if below.sum() == 0:
        return UNKNOWN._replace(level=level)
    return _over_lucks((above, below), places, level)


def _over_lucks(numbers: tuple[NDArray[np.float64], NDArray[np.float64]], places: Lucks, level: float) -> Estimate:
    """The ratio of the sums of two numbers per entry; the entries of each luck are added up before they are squared."""
    tops, bottoms = numbers
    whole, lucks = float(bottoms.sum()), int(places.max()) + 1
    value = float(tops.sum()) / whole
    if lucks < 2:
        return Estimate(value, math.nan, math.nan, tops.size, lucks, level)
    apart = np.bincount(places, weights=tops - value * bottoms)
    error = math.sqrt(float((apart * apart).sum()) * lucks / (lucks - 1)) / abs(whole)
    half = student_quantile(level, lucks - 1) * error
    return Estimate(value, value - half, value + half, tops.size, lucks, level)


def paired_difference(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> PairedDifference:
    """Mean of second minus first over runs that share their luck, each luck one pair.

    Parameters
    ----------
    first, second : array_like
        One number per run in the same order of runs; pairs with a NaN are left out and counted.
    level : float
        Confidence.

    Raises
    ------
    EstimateError
        When the two are not equally long.
    """
    a, b = _numbers(first), _numbers(second)
    if a.shape != b.shape:
        raise EstimateError(f"paired runs must match one to one, not {a.size} against {b.size}")
    whole = ~(np.isnan(a) | np.isnan(b))
    a, b = a[whole], b[whole]
    pairs = int(whole.sum())
    return PairedDifference(mean(b - a, level=level), pairs, int((~whole).sum()), _variance_ratio(a, b))


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
        raise EstimateError(f"expected one number per run, got an array of shape {numbers.shape}")
    if np.isinf(numbers).any():
        raise EstimateError("an infinite value has no mean; use NaN for 'never' or 'not applicable'")
    return numbers
