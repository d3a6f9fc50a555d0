"""Which inputs are told apart from none at all, when many inputs and many measures are looked at at once.

Of a hundred intervals of 95% about two lie above nothing by chance. So the chance that an input without any effect
would show this much is taken for each input and measure, and corrected for their number (Holm 1979): whatever the
inputs do, the chance that even one of those without an effect is told apart is at most 5%.
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from analysis.estimates.estimate import normal_quantile, student_quantile
from analysis.sensitivity.responses import Matrix

CHANCE = 0.05
"""Chance that even one input without an effect is told apart."""

SMALLEST = 0.005
"""A share of the variance below this is written as 0%."""


def chance_of_none(above: float, down: float, half: float, groups: int, level: float) -> float:
    """Chance that an input without an effect shows at least this much.

    Parameters
    ----------
    above : float
        How far the estimate lies above what an input without an effect has.
    down, half : float
        How far the interval goes down from it for the choice of design points, and for that of the lucks
        (:func:`analysis.sensitivity.luck_error.luck_error`).
    groups : int
        Groups of lucks that were left out in turn.
    level : float
        Confidence of both.

    Returns
    -------
    float
        Student's t with as many degrees of freedom as the two errors leave together (Satterthwaite 1946); NaN where
        either is unknown, 1 where nothing lies above.
    """
    from scipy.stats import t

    if math.isnan(above) or math.isnan(down) or math.isnan(half):
        return math.nan
    if above <= 0:
        return 1.0
    of_points = (down / normal_quantile(level)) ** 2
    of_lucks = (half / student_quantile(level, groups - 1)) ** 2 if groups > 1 else 0.0
    both = of_points + of_lucks
    if both == 0:
        return 0.0
    freedom = (groups - 1) * (both / of_lucks) ** 2 if of_lucks > 0 else math.inf
    return float(t.sf(above / math.sqrt(both), freedom))


def holm(chances: Matrix) -> Matrix:
    """Chances corrected for their number by Holm's steps; NaN stays NaN and is not counted."""
    found = np.asarray(chances, dtype=np.float64)
    corrected = np.full(found.shape, np.nan)
    known = np.flatnonzero(~np.isnan(found))
    order = known[np.argsort(found[known], kind="stable")]
    steps = found[order] * np.arange(len(order), 0, -1)
    corrected[order] = np.minimum(np.maximum.accumulate(steps), 1.0) if len(order) else steps
    return corrected


def with_correction(tables: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """Tables with a column ``chance``, corrected over all of them.

    Adds ``chance_corrected`` and ``told_apart``: whether that is at most :data:`CHANCE`.
    """
    corrected = holm(np.concatenate([table["chance"].to_numpy(dtype=np.float64) for table in tables]))
    ends = np.cumsum([len(table) for table in tables])[:-1]
    parts = np.split(corrected, ends)
    return [
        table.assign(chance_corrected=part, told_apart=np.nan_to_num(part, nan=1.0) <= CHANCE)
        for table, part in zip(tables, parts, strict=True)
    ]


def is_noise(value: Matrix, low: Matrix, high: Matrix) -> Matrix:
    """Which shares of a variance are only noise: about 0 or below, with an interval that goes below 0.

    A share cannot be negative; an estimate that is comes of luck and of few design points. One that is exactly 0 with
    no interval is no noise: that input does nothing.
    """
    about_none = (value < SMALLEST) & (low <= 0)
    return np.asarray(about_none & ~((low == 0) & (high == 0)))
