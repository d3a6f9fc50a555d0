"""How sure we are of a statistic with no formula of its own: resample the runs and see how far it moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import LEVEL, UNKNOWN, Estimate, EstimateError, normal_quantile
from sim.luck import generator


class Resampling(NamedTuple):
    """Where the luck of a bootstrap comes from, how many resamples it takes, and at what confidence."""

    seed: int = 0
    label: str = "bootstrap"
    resamples: int = 2000
    level: float = LEVEL


USUAL = Resampling()


def bootstrap(
    values: ArrayLike,
    statistic: Callable[[NDArray[np.float64]], float],
    plan: Resampling = USUAL,
) -> Estimate:
    """Percentile bootstrap interval of a statistic of runs.

    Parameters
    ----------
    values : array_like
        One row per luck (one number, or a row of numbers that belong together, such as a pair).
    statistic : callable
        From rows to one number. A resample on which it is NaN is left out.
    plan : Resampling
        Seed and label address the luck, so the same call gives the same interval wherever it is made.

    Returns
    -------
    Estimate
        In the statistic's unit; NaN when there are no rows.
    """
    rows = np.asarray(values, dtype=np.float64)
    normal_quantile(plan.level)
    if plan.resamples < 2:
        raise EstimateError(f"a bootstrap needs at least 2 resamples, not {plan.resamples}")
    if len(rows) == 0:
        return UNKNOWN
    luck = generator(plan.seed, plan.label)
    found = np.array([statistic(rows[luck.integers(len(rows), size=len(rows))]) for _ in range(plan.resamples)])
    ends = percentile(found, plan.level)
    return Estimate(float(statistic(rows)), *ends, len(rows), len(rows), plan.level)


def percentile(found: NDArray[np.float64], level: float = LEVEL) -> tuple[float, float]:
    """The ends of the middle ``level`` of what the resamples gave; NaN when none gave a number."""
    known = found[~np.isnan(found)]
    if known.size == 0:
        return np.nan, np.nan
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
