"""What conditions may be about: the factors of a study, numbers or names, and which runs are cases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


class DiscoveryError(ValueError):
    """A question that has no answer in these rows; says why."""


class Inputs(NamedTuple):
    """Factor columns with the cases among their rows."""

    table: pd.DataFrame
    cases: Mask
    numeric: tuple[str, ...]
    named: tuple[str, ...]

    @property
    def factors(self) -> tuple[str, ...]:
        """All factors, in the order of the table."""
        return tuple(str(name) for name in self.table)

    def among(self, inside: Mask) -> Inputs:
        """The rows inside only."""
        return self._replace(table=self.table[inside].reset_index(drop=True), cases=self.cases[inside])

    def values(self, name: str) -> tuple[Any, ...]:
        """The names a factor takes, in order."""
        return tuple(sorted(self.table[name].unique().tolist(), key=lambda value: (str(type(value)), value)))

    def rounded(self, name: str, end: float, finer: int = 0) -> float:
        """A limit on a numeric factor in steps worth stating: a power of ten between 1/30 and 1/300 of its range.

        ``finer`` asks for that many digits more.
        """
        column = self.table[name]
        width = float(column.max() - column.min())
        if math.isinf(end) or width <= 0:
            return end
        grain = 10.0 ** (math.floor(math.log10(width / 30)) - finer)
        return float(f"{round(end / grain) * grain:.12g}")


def make_inputs(table: pd.DataFrame, factors: Sequence[str], cases: Mask) -> Inputs:
    """Check the factors and sort them into numbers and names.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run.
    factors : sequence of str
        Columns that conditions may be about. One that never varies is left out.
    cases : array of bool
        Which rows are cases.

    Raises
    ------
    DiscoveryError
        When a factor is missing or blank, nothing varies, or no row or every row is a case.
    """
    truth = np.asarray(cases, dtype=bool)
    if len(truth) != len(table):
        raise DiscoveryError(f"{len(truth)} answers for {len(table)} rows")
    _refuse_missing(table, factors)
    _refuse_one_sided(truth)
    kept = _varying(table, factors)
    numeric = tuple(str(name) for name in kept if _is_number(kept[name]))
    named = tuple(str(name) for name in kept if str(name) not in numeric)
    return Inputs(kept.reset_index(drop=True), truth, numeric, named)


def _refuse_missing(table: pd.DataFrame, factors: Sequence[str]) -> None:
    missing = [name for name in factors if name not in table]
    if missing:
        raise DiscoveryError(f"the rows have no factor '{missing[0]}'")


def _refuse_one_sided(cases: Mask) -> None:
    if not cases.any():
        raise DiscoveryError("no run is a case, so there is nothing to find")
    if cases.all():
        raise DiscoveryError("every run is a case, so no condition tells them apart")


def _varying(table: pd.DataFrame, factors: Sequence[str]) -> pd.DataFrame:
    """The columns of the factors that vary, none of them blank anywhere."""
    kept = table[[name for name in factors if table[name].nunique(dropna=False) > 1]]
    blank = [str(name) for name in kept if kept[name].isna().any()]
    if blank:
        raise DiscoveryError(f"factor '{blank[0]}' is blank in some rows")
    if kept.shape[1] == 0:
        raise DiscoveryError("no factor varies in these rows")
    return kept


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
