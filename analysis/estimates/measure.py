"""What a measure is: one number a run, with its unit, its meaning and how it is summarised."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]
Reader = Callable[[pd.DataFrame], Values]


class MeasureError(ValueError):
    """A measure or a column that the table does not have; says what it has."""


class Kind(StrEnum):
    """How a measure is summarised."""

    share = "share"
    """1 when it was so and 0 when not; reported as a share of runs."""
    days = "days"
    """Time until something happened, NaN when it never did; reported as a median from Kaplan and Meier's curve."""
    amount = "amount"
    """A quantity or a count; reported as a mean."""


class Measure(NamedTuple):
    """One number a run, with what it means.

    ``read`` takes a table of runs and gives one float a row. For days NaN means never; for the others it means that
    the question does not arise in that run (who asked first, in a run without contact).
    """

    name: str
    title: str
    unit: str
    kind: Kind
    meaning: str
    read: Reader
    headline: bool = False

    def values(self, table: pd.DataFrame) -> Values:
        """One number a run, NaN as the class says.

        Raises
        ------
        MeasureError
            When the table lacks the column it is read from.
        """
        try:
            return self.read(table)
        except KeyError as missing:
            raise MeasureError(f"measure '{self.name}' needs the column {missing} of a table of runs") from None

    def within(self, table: pd.DataFrame, horizon: float | None = None) -> Values:
        """One number a run, with days that never came set to the horizon (restricted mean time).

        A variance can be apportioned only when every run has a number; so sensitivity speaks of "days to contact, a
        run without contact counting as the whole horizon".
        """
        found = self.values(table)
        if self.kind is not Kind.days:
            return found
        ends = np.broadcast_to(np.asarray(horizons(table, horizon), dtype=np.float64), found.shape)
        return np.where(found <= ends, found, ends)


def horizons(table: pd.DataFrame, horizon: float | None = None) -> ArrayLike:
    """Days each run was watched: the number given, else the table's own ``horizon_days``."""
    if horizon is not None:
        return float(horizon)
    if "horizon_days" not in table:
        raise MeasureError("days need a horizon: give it, or a table with the column 'horizon_days'")
    return table["horizon_days"].to_numpy(dtype=np.float64)
