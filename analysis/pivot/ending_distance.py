"""How far apart the endings of two branches are: total variation distance, with an interval that may touch zero.

The distance is half the sum of the differences of all shares: the smallest part of the runs whose ending would have to
change for one branch to become the other. Estimated from runs it is never below 0 and thus too large on average, and a
bootstrap of it never reaches 0. But the distance is also the largest difference, over all ways to put the endings into
two groups, of the share that falls into one group; and each of these differences has an interval of its own
(Newcombe 1998, for pairs). Taken all at once (Bonferroni), the largest lower end and the largest upper end enclose the
distance, and a lower end above 0 says that some group of endings really differs.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates import Estimate, EstimateError, share_difference
from analysis.estimates.estimate import LEVEL, UNKNOWN
from sim.luck import generator
from sim.vocabulary import outcomes

RESAMPLES = 400
"""Resamples for the bias of the distance: it is told in whole percentages."""

_CLASSES = tuple(range(len(outcomes.WORDS)))
GROUPS = tuple(
    group for size in (1, 2) for group in combinations(_CLASSES, size)
)  # of five classes, each division into two groups has one with one or two of them
"""Every way to put the endings into two groups, by the smaller of the two."""


def ending_distance(first: ArrayLike, second: ArrayLike, level: float = LEVEL) -> Estimate:
    """Return the distance between the endings of two branches run under the same fresh lucks.

    Parameters
    ----------
    first, second : array_like of int
        By luck, the code of the ending in each branch.
    level : float
        Confidence of the interval.

    Returns
    -------
    Estimate
        Between 0 and 1; the value is corrected for its bias by the bootstrap and kept within the interval.

    Raises
    ------
    EstimateError
        When the branches are not pairs.
    """
    here, there = np.asarray(first, dtype=np.int64), np.asarray(second, dtype=np.int64)
    if here.shape != there.shape:
        raise EstimateError(f"{here.size} and {there.size} endings are no pairs; one of each branch for every luck")
    if here.size == 0:
        return UNKNOWN._replace(level=level)
    low, high = _interval(here, there, level)
    value = float(np.clip(corrected_distance(here, there), low, high))
    return Estimate(value, low, high, here.size, here.size, level)


def _interval(here: NDArray[np.int64], there: NDArray[np.int64], level: float) -> tuple[float, float]:
    """The largest lower and the largest upper end of the difference of any group of endings, all at once."""
    each = 1 - (1 - level) / len(GROUPS)
    found = [share_difference(np.isin(here, group), np.isin(there, group), each) for group in GROUPS]
    low = max(0.0, *(max(difference.low, -difference.high) for difference in found))
    return low, min(1.0, max(max(-difference.low, difference.high) for difference in found))


def corrected_distance(here: NDArray[np.int64], there: NDArray[np.int64]) -> float:
    """The distance less what it is too large on average, as resampling the lucks shows it; may fall below 0."""
    count, size = len(_CLASSES), here.size
    cells = np.bincount(here * count + there, minlength=count * count) / size
    drawn = generator(0, "pivot/distance").multinomial(size, cells, size=RESAMPLES) / size
    found = float(_distance(cells))
    return 2 * found - float(_distance(drawn).mean())


def _distance(cells: NDArray[np.float64]) -> NDArray[np.float64]:
    """The distance from the shares of all pairs of endings, the last axis holding them row by row; not corrected."""
    count = len(_CLASSES)
    table = cells.reshape(*cells.shape[:-1], count, count)
    return np.asarray(np.abs(table.sum(axis=-1) - table.sum(axis=-2)).sum(axis=-1) / 2)
