"""How far the lucks of a study, which all its design points share, leave a sensitivity index uncertain.

A bootstrap over blocks of the design draws other design points, but always under the same lucks: eight replications
stay eight lucks however many blocks there are. What the lucks add is found by leaving them out in turn (Tukey's
jackknife).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np

from analysis.estimates.estimate import student_quantile
from analysis.sensitivity.responses import Matrix, Responses

MOST_GROUPS = 20
"""More lucks than this are left out in groups, which costs less and hardly tells less."""


def luck_error(responses: Responses, statistics: Callable[[Responses], Matrix], level: float) -> Matrix:
    """Half the width that the choice of lucks gives to the interval of each statistic.

    Parameters
    ----------
    responses : Responses
        A row per design point, a column per luck.
    statistics : callable
        From responses under some of the lucks to an array of numbers; NaN where one cannot be had.
    level : float
        Confidence.

    Returns
    -------
    array
        In the shape of the statistics: Student's t times the jackknife's standard error. NaN where a statistic cannot
        be had without some of the lucks; 0 with a single luck, of which nothing can be told.
    """
    found = np.array([statistics(fewer) for fewer in _left_out(responses)])
    groups = len(found)
    if groups < 2:
        return np.zeros_like(statistics(responses))
    spread = (groups - 1) / groups * ((found - found.mean(axis=0)) ** 2).sum(axis=0)
    return np.asarray(student_quantile(level, groups - 1) * np.sqrt(spread))


def widened(value: float, ends: tuple[float, float], half: float) -> tuple[float, float]:
    """The ends of an interval over design points, moved out by what the lucks add; independent errors add in square.

    Parameters
    ----------
    value : float
        The estimate.
    ends : (float, float)
        Of the interval over design points.
    half : float
        From :func:`luck_error`.
    """
    low, high = ends
    if half == 0:
        return ends
    if math.isnan(half):
        return math.nan, math.nan
    down, up = max(0.0, value - low), max(0.0, high - value)
    return min(low, value - math.hypot(down, half)), max(high, value + math.hypot(up, half))


def luck_groups(responses: Responses) -> int:
    """How many groups of lucks are left out in turn; 0 with a single luck."""
    return min(responses.replications, MOST_GROUPS) if responses.replications > 1 else 0


def _left_out(responses: Responses) -> Iterator[Responses]:
    """The responses without each luck in turn, or without each of ``MOST_GROUPS`` groups of them."""
    groups = luck_groups(responses)
    member = np.arange(responses.replications) % max(groups, 1)
    for group in range(groups):
        yield responses._replace(matrix=responses.matrix[:, member != group])
