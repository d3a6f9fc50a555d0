"""Which rows of a design, or runs of a study, have the settings of one side of a contrast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from analysis.studies.contrast import HIGHEST, LOWEST
from analysis.studies.study import as_label

if TYPE_CHECKING:
    import pandas as pd

    from analysis.studies.designs import Factor

FIFTH = 0.2
"""Share of a range that makes an end."""

NEAR = 1e-9
"""Two numbers so near to each other, as parts of the larger, are one level."""


def in_settings(rows: pd.DataFrame, factors: Mapping[str, Factor], settings: Mapping[str, Any]) -> NDArray[np.bool_]:
    """Which rows of a design or of a table of runs have these settings.

    Parameters
    ----------
    rows : pandas.DataFrame
        With a column for each factor.
    factors : mapping of str to Factor
        Those of the design, by name.
    settings : mapping
        By factor a value, or an end of a factor that takes a range.
    """
    found = np.ones(len(rows), dtype=bool)
    for name, value in settings.items():
        found &= _has(rows[name], factors[name], value)
    return found


def _has(column: pd.Series, factor: Factor, value: Any) -> NDArray[np.bool_]:
    if value in (LOWEST, HIGHEST) and takes_range(factor) and column.dtype.kind in "if":
        return _at_end(column.to_numpy(dtype=np.float64), factor, value)
    if column.dtype.kind in "if" and type(value) in (int, float):
        return np.asarray(same_number(column.to_numpy(dtype=np.float64), float(value)))
    label = as_label(value)
    return np.fromiter((as_label(one) == label for one in column), dtype=bool, count=len(column))


def _at_end(numbers: NDArray[np.float64], factor: Factor, end: str) -> NDArray[np.bool_]:
    low, high = ends_of(factor)
    return numbers <= low if end == LOWEST else numbers >= high


def takes_range(factor: Factor) -> bool:
    """Whether a factor takes any number of a range, so that only its ends can be told apart."""
    return not factor.levels and factor.low is not None


def ends_of(factor: Factor) -> tuple[float, float]:
    """Where the lowest fifth of a range ends and its highest begins.

    Every design that takes ranges spreads its rows evenly over them, so that a fifth of the range is one of the rows.
    """
    assert factor.low is not None
    assert factor.high is not None
    margin = FIFTH * (factor.high - factor.low)
    return factor.low + margin, factor.high - margin


def same_number(numbers: Any, value: float) -> Any:
    """Whether numbers are a level, however its last digits came out."""
    return np.abs(np.asarray(numbers, dtype=np.float64) - value) <= NEAR * max(1.0, abs(value))
