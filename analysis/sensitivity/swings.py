"""What each input does from its low end to its high end, all else varying as the study lets it: for a tornado."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates import measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.sensitivity.responses import SensitivityError
from analysis.studies.designs import DONE, STATUS

END = 0.2
"""Share of the rows that make an end."""


def swings(
    rows: pd.DataFrame, factors: Sequence[str], name: str, horizon: float | None = None, end: float = END
) -> pd.DataFrame:
    """Mean of a measure among the rows with the lowest and with the highest values of each factor.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a study that fills its space (lhs, sobol, grid, saltelli, morris).
    factors : sequence of str
        Numeric factors; one that never varies has no swing and is left out.
    name : str
        Of the measure. Days that never came count as the horizon.
    horizon : float, optional
        Days each run was watched; by default the rows' ``horizon_days``.
    end : float
        Share of the rows that make an end, above 0 and at most 0.5. Rows as low as the last of them belong to it too.

    Returns
    -------
    pandas.DataFrame
        ``input``, ``at_low``, ``at_high`` and ``base`` (mean of all rows), and for each end the ends of its 95%
        interval (``at_low_low`` and so on), each luck counted once.

    Raises
    ------
    SensitivityError
        When a factor is missing or made of names, or the end is no share.
    """
    if not 0 < end <= 0.5:
        raise SensitivityError(f"an end is a share of the rows above 0 and at most 0.5, not {end}")
    done = rows[rows[STATUS] == DONE] if STATUS in rows else rows
    found = measure(done, name)
    lines = []
    for factor in factors:
        column = _numbers(done, factor)
        if _varies(column):
            ends = [restricted_estimate(found, done[chosen], horizon) for chosen in _at_ends(column, end)]
            lines.append((factor, *ends[0].numbers, *ends[1].numbers))
    names = ["input", "at_low", "at_low_low", "at_low_high", "at_high", "at_high_low", "at_high_high"]
    return pd.DataFrame(lines, columns=names).assign(base=restricted_estimate(found, done, horizon).value)


def _varies(column: np.ndarray) -> bool:
    return column.size > 0 and bool(column.min() != column.max())


def _at_ends(column: np.ndarray, end: float) -> tuple[np.ndarray, np.ndarray]:
    """Which rows are at the low end, and which at the high one."""
    low, high = np.quantile(column, [end, 1 - end])
    return column <= low, column >= high


def _numbers(rows: pd.DataFrame, factor: str) -> np.ndarray:
    if factor not in rows:
        raise SensitivityError(f"the rows have no factor '{factor}'")
    column = rows[factor]
    if not pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        raise SensitivityError(f"factor '{factor}' is made of names and has no low or high end")
    return column.to_numpy(dtype=np.float64)
