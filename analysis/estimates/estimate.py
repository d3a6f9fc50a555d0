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
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

LEVEL = 0.95
"""Confidence level used throughout unless a caller says otherwise."""

_HALVINGS = 50
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

    With t = sqrt(freedom) tan(a) the chance of less in size is a finite sum of powers of cos(a) (Abramowitz and Stegun
    1972, 26.7.3 and 26.7.4), which is halved down to the angle; accurate to nine digits, without SciPy.
    """
    large = normal_quantile(level)
    if freedom < 1:
        raise EstimateError(f"a t interval needs at least 1 degree of freedom, not {freedom}")
    if freedom >= _LARGE:
        return large
    powers, weights = _series(freedom)
    low, high = 0.0, math.pi / 2
    for _ in range(_HALVINGS):
        angle = (low + high) / 2
        total = math.sin(angle) * float(weights @ math.cos(angle) ** powers)
        held = 2 / math.pi * (angle + total) if freedom % 2 else total
        low, high = (angle, high) if held < level else (low, angle)
    return math.sqrt(freedom) * math.tan((low + high) / 2)


def _series(freedom: int) -> tuple[Numbers, Numbers]:
    """Powers of the cosine and their weights: 1, 2/3, (2 4)/(3 5) ... of odd ones, 1, 1/2, (1 3)/(2 4) ... of even."""
    powers = np.arange(freedom % 2, freedom - 1, 2, dtype=np.float64)
    steps = (powers[1:] - 1) / powers[1:]
    return powers, np.cumprod(np.concatenate([[1.0], steps]))[: powers.size]
