"""What an interval is, and the two quantiles that every interval is built from."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

LEVEL = 0.95
"""Confidence level used throughout unless a caller says otherwise."""

_ANGLES = 200_001
_LARGE = 2000
"""From this many degrees of freedom on, Student's t and the normal agree to four digits."""


class IntervalError(ValueError):
    """Numbers that no interval can be made from; says which and why."""


class Interval(NamedTuple):
    """An estimate with the ends of its interval, in the unit of what is estimated; NaN where it cannot be known."""

    estimate: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """Distance between the ends."""
        return self.high - self.low


UNKNOWN = Interval(math.nan, math.nan, math.nan)


def normal_quantile(level: float) -> float:
    """Two-sided standard normal quantile: 1.96 for a level of 0.95.

    Raises
    ------
    IntervalError
        When the level is not strictly between 0 and 1.
    """
    if not 0 < level < 1:
        raise IntervalError(f"confidence level must lie strictly between 0 and 1, not {level}")
    return NormalDist().inv_cdf(0.5 + level / 2)


def student_quantile(level: float, freedom: int) -> float:
    """Two-sided quantile of Student's t: 2.776 for a level of 0.95 and 4 degrees of freedom.

    With t = sqrt(freedom) tan(a) the density in the angle a is proportional to cos(a)**(freedom - 1), which is summed
    on a fine grid; accurate to about 1e-6, without SciPy.
    """
    large = normal_quantile(level)
    if freedom < 1:
        raise IntervalError(f"a t interval needs at least 1 degree of freedom, not {freedom}")
    if freedom >= _LARGE:
        return large
    angles = np.linspace(0, math.pi / 2, _ANGLES)
    density = np.cos(angles) ** (freedom - 1)
    mass = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2)])
    return float(math.sqrt(freedom) * math.tan(np.interp(level, mass / mass[-1], angles)))
