"""Series over days laid out for figures: where most of many runs lie, and two runs side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

SHARES = (0.5, 0.8, 0.95)
"""Share of runs inside each band, from the inner to the outer."""


FEWEST = 10
"""Runs still going on below which a day has no band: quantiles of a handful mislead."""


def bands(
    runs: Iterable[pd.DataFrame], series: Sequence[str], shares: Sequence[float] = SHARES, fewest: int = FEWEST
) -> pd.DataFrame:
    """Median and central bands of each series on each day.

    Parameters
    ----------
    runs : iterable of pandas.DataFrame
        One ``steps`` table per run, with ``day`` and the series as columns. Read once; only the series are kept.
    series : sequence of str
        Columns to summarise, such as ``us.pressure``.
    shares : sequence of float
        Share of the runs that each band holds, strictly between 0 and 1.
    fewest : int
        Days on which fewer runs were still going on are left out.

    Returns
    -------
    pandas.DataFrame
        ``series``, ``day``, ``share``, ``low``, ``high``, ``median`` and ``runs``: how many runs were still going on
        that day. A run that ended with a deal has no later days, so late bands speak of those that go on.

    Raises
    ------
    ValueError
        When there is no run, a series is missing, or a share is not a share.
    """
    if not all(0 < share < 1 for share in shares):
        raise ValueError(f"a band holds a share of the runs strictly between 0 and 1, not {list(shares)}")
    kept = [_kept(steps, series) for steps in runs]
    if not kept:
        raise ValueError("bands need at least one run")
    steps = pd.concat(kept, ignore_index=True)
    steps = steps[steps.groupby("day")["day"].transform("count") >= fewest]
    if steps.empty:
        raise ValueError(f"no day has {fewest} runs still going on; run more, or ask for fewer")
    return pd.concat([_series(steps, name, share) for name in series for share in shares], ignore_index=True)


def side_by_side(pair: Mapping[str, pd.DataFrame], panels: Mapping[str, str]) -> pd.DataFrame:
    """Series of two runs with the same luck, for the chart of where they part.

    Parameters
    ----------
    pair : mapping of str to pandas.DataFrame
        ``steps`` of each run by what readers call its setting.
    panels : mapping of str to str
        Columns to show, and what readers call each.

    Returns
    -------
    pandas.DataFrame
        ``setting``, ``panel``, ``day``, ``value``.

    Raises
    ------
    ValueError
        When a column is missing.
    """
    kept = [_kept(steps, list(panels)).assign(setting=setting) for setting, steps in pair.items()]
    long = pd.concat(kept, ignore_index=True).melt(["setting", "day"], list(panels), "panel", "value")
    return long.assign(panel=long["panel"].map(dict(panels)))[["setting", "panel", "day", "value"]]


def _kept(steps: pd.DataFrame, series: Sequence[str]) -> pd.DataFrame:
    missing = [name for name in ("day", *series) if name not in steps]
    if missing:
        raise ValueError(f"these steps have no {', '.join(missing)}")
    return steps[["day", *series]].astype(np.float64)


def _series(steps: pd.DataFrame, name: str, share: float) -> pd.DataFrame:
    column = steps.groupby("day", sort=True)[name]
    table = pd.DataFrame(
        {
            "low": column.quantile((1 - share) / 2),
            "high": column.quantile((1 + share) / 2),
            "median": column.median(),
            "runs": column.count(),
        }
    ).reset_index()
    table.insert(0, "series", name)
    table.insert(2, "share", share)
    return table
