"""The one row type of all estimates, and the two quantiles that every interval is built from.

Every number reported of runs is an :class:`Estimate`: terminal, page, figure, table and JSON take it from there.
The makers are :func:`~analysis.estimates.shares.share`, :func:`~analysis.estimates.means.mean`,
:func:`~analysis.estimates.means.ratio`, :func:`~analysis.estimates.means.paired_difference` and
:func:`~analysis.estimates.times.kaplan_meier`; all of them take the luck of each run and count each luck once.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

LEVEL = 0.95
"""Confidence level used throughout unless a caller says otherwise."""

_ANGLES = 200_001
_LARGE = 2000
"""From this many degrees of freedom on, Student's t and the normal agree to four digits."""


class EstimateError(ValueError):
    """Numbers that no estimate can be made from; says which and why."""


class Estimate(NamedTuple):
    """What was found, how sure that is, and what it rests on.

    Attributes
    ----------
    value, low, high : float
        The estimate and the ends of its interval, in the unit of what is estimated; NaN where it cannot be known, and
        infinite where a median is never reached.
    n : int
        Runs (or pairs of runs) that have an answer.
    lucks : int
        Different lucks among them, at most ``n``. The interval counts each luck once: sixty-four variants run under
        twenty lucks tell of twenty lucks.
    level : float
        Confidence of the interval.
    """

    value: float
    low: float
    high: float
    n: int = 0
    lucks: int = 0
    level: float = LEVEL

    @property
    def numbers(self) -> tuple[float, float, float]:
        """Estimate, low end, high end: the three columns of a table."""
        return self.value, self.low, self.high

    @property
    def width(self) -> float:
        """Distance between the ends."""
        return self.high - self.low

    def named(self, value: str = "estimate") -> dict[str, float]:
        """By the names that programs read: ``estimate`` (or another word), ``low``, ``high``, ``lucks``."""
        return {value: self.value, "low": self.low, "high": self.high, "lucks": self.lucks}


UNKNOWN = Estimate(math.nan, math.nan, math.nan)
"""What can be said without any run."""


def normal_quantile(level: float) -> float:
    """Two-sided standard normal quantile: 1.96 for a level of 0.95.

    Raises
    ------
    EstimateError
        When the level is not strictly between 0 and 1.
    """
    if not 0 < level < 1:
        raise EstimateError(f"confidence level must lie strictly between 0 and 1, not {level}")
    return NormalDist().inv_cdf(0.5 + level / 2)


@lru_cache(maxsize=4096)
def student_quantile(level: float, freedom: int) -> float:
    """Two-sided quantile of Student's t: 2.776 for a level of 0.95 and 4 degrees of freedom.

    With t = sqrt(freedom) tan(a) the density in the angle a is proportional to cos(a)**(freedom - 1), which is summed
    on a fine grid; accurate to about 1e-6, without SciPy.
    """
    large = normal_quantile(level)
    if freedom < 1:
        raise EstimateError(f"a t interval needs at least 1 degree of freedom, not {freedom}")
    if freedom >= _LARGE:
        return large
    angles = np.linspace(0, math.pi / 2, _ANGLES)
    density = np.cos(angles) ** (freedom - 1)
    mass = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2)])
    return float(math.sqrt(freedom) * math.tan(np.interp(level, mass / mass[-1], angles)))
