"""Which side asks the other first for a call or a meeting, and by when: shares that compete for every run."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from analysis.estimates.lucks import luck_numbers
from analysis.estimates.measure import horizons
from analysis.estimates.shares_over_days import Days, States, days_watched, shares_over_days

NEEDED: Final = ("first_ask_day", "first_ask_by")
"""Columns of a table of runs that this is read from."""

BOTH, NOBODY = "both", "nobody"


def tells_first_asks(table: pd.DataFrame) -> bool:
    """Whether a table of runs keeps who asked first, and somebody did in some run."""
    return set(NEEDED) <= set(table) and bool(table["first_ask_day"].notna().any())


def askers_on(table: pd.DataFrame, sides: tuple[str, str], days: Days) -> States:
    """Who had asked first by each day: the place among both sides, ``both`` (at one moment) and ``nobody``."""
    by = table["first_ask_by"].fillna("").astype(str).map({sides[0]: 0, sides[1]: 1, BOTH: 2}).fillna(3)
    when = table["first_ask_day"].to_numpy(dtype=np.float64, na_value=np.nan)[:, None]
    return np.where(when <= days[None, :], by.to_numpy()[:, None], 3).astype(np.int8)


def first_asks(table: pd.DataFrame, sides: tuple[str, str], horizon: float | None = None) -> pd.DataFrame:
    """The share of runs in which each side had asked first by each day (cumulative incidence), with its 95% band.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; ``seed`` and ``run`` say which share their luck.
    sides : (str, str)
        Ids of both sides.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``.

    Returns
    -------
    pandas.DataFrame
        Columns of :func:`~analysis.estimates.shares_over_days.shares_over_days`; the states are both sides, ``both``
        and ``nobody``, and their shares sum to 1 on every day.
    """
    days = days_watched(float(np.min(horizons(table, horizon))))
    return shares_over_days(askers_on(table, sides, days), days, (*sides, BOTH, NOBODY), luck_numbers(table))
