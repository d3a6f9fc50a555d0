"""The interval of a mean change when most lucks show none: Student's t would trust what a handful of them say.

A change that one luck in a thousand shows may hang on that luck. The variance is known as well as the lucks that differ
make it: degrees of freedom are Satterthwaite's (1946), about twice the number of lucks that differ when these are few.
Where none differs at all, lucks that would may still exist: as many as could have been missed (Wilson 1927), each
moved as far as a run can be.
"""

from __future__ import annotations

import numpy as np

from analysis.estimates import Estimate, Values, wilson
from analysis.estimates.estimate import student_quantile

_ROUNDING = 1e-12


def with_rare(estimate: Estimate, apart: Values, most: float) -> Estimate:
    """A mean change with an interval that is never too sure of itself because few lucks show a change.

    Parameters
    ----------
    estimate : Estimate
        Mean of the changes with Student's t interval.
    apart : array
        The change in each luck.
    most : float
        How far a luck can be moved either way, above 0.

    Returns
    -------
    Estimate
        The same mean; an interval at least as wide, within what is possible.
    """
    level = estimate.level
    if not apart.any():
        unseen = most * wilson(0, apart.size, level).high
        return estimate._replace(low=-unseen, high=unseen)
    factor = student_quantile(level, _freedom(apart)) / student_quantile(level, apart.size - 1)
    half = max(1.0, factor) * (estimate.high - estimate.low) / 2
    return estimate._replace(low=max(estimate.value - half, -most), high=min(estimate.value + half, most))


def _freedom(apart: Values) -> int:
    """Degrees of freedom of the variance of changes, from 1 to all lucks but one."""
    squares = np.square(apart - apart.mean())
    total, fourths = float(squares.sum()), float(np.square(squares).sum())
    spread = fourths - total * total / apart.size
    if spread <= _ROUNDING * fourths:
        return apart.size - 1
    return int(np.clip(2 * total * total / spread, 1, apart.size - 1))
