"""Share of runs that have got there by each day, as tables that figures and pages show; each luck counted once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates.lucks import luck_numbers
from analysis.estimates.measure import horizons
from analysis.estimates.times import KaplanMeier, kaplan_meier


def time_curves(table: pd.DataFrame, column: str, horizon: float | None = None, by: str | None = None) -> pd.DataFrame:
    """Share of runs that have got there by each day, with its 95% band.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; ``seed`` and ``run`` say which share their luck.
    column : str
        A column of days, such as ``first_contact_day``.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``.
    by : str, optional
        A column whose values each get a curve.

    Returns
    -------
    pandas.DataFrame
        ``group``, ``day``, ``reached``, ``low``, ``high``, ``at_risk``; each curve runs to the last day watched.
    """
    groups = [("all runs", table)] if by is None else [(str(name), rows) for name, rows in table.groupby(by, sort=True)]
    curves = []
    for name, rows in groups:
        days = rows[column].to_numpy(dtype=np.float64, na_value=np.nan)
        found = kaplan_meier(days, horizons(rows, horizon), lucks=luck_numbers(rows))
        curves.append(reached(found).assign(group=name, at_risk=found.curve["at_risk"]))
    return pd.concat(curves, ignore_index=True)[["group", "day", "reached", "low", "high", "at_risk"]]


def reached(found: KaplanMeier) -> pd.DataFrame:
    """The share of runs that got there by each day of a curve: ``day``, ``reached``, ``low``, ``high``."""
    curve = found.curve
    ends = {"reached": 1 - curve["survival"], "low": 1 - curve["high"], "high": 1 - curve["low"]}
    return pd.DataFrame({"day": curve["day"], **ends})
