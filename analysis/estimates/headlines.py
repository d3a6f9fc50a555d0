"""What a table of runs says, and how sure it is: shares, medians and means with intervals, alone or compared.

Where a table holds several runs of one luck (a study gives run r of every variant the same), each luck counts once.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates import (
    OUTCOME_WORDS,
    OUTCOMES,
    Interval,
    Kind,
    Measure,
    MeasureError,
    Values,
    clustered_mean,
    horizons,
    kaplan_meier,
    mean_interval,
    measure,
    measures,
    newcombe_paired,
    paired_difference,
    sides,
    wilson,
)

Lucks = NDArray[np.int64]


class Headline(NamedTuple):
    """One line of a summary: the measure, its estimate with interval, and the runs behind it."""

    measure: str
    title: str
    unit: str
    kind: str
    estimate: float
    low: float
    high: float
    runs: int
    missing: int


class Comparison(NamedTuple):
    """One line of a comparison under the same luck: each setting's estimate, and the second minus the first."""

    measure: str
    title: str
    unit: str
    first: float
    second: float
    difference: float
    low: float
    high: float
    pairs: int
    left_out: int
    variance_ratio: float


def headlines(table: pd.DataFrame, horizon: float | None = None) -> pd.DataFrame:
    """Every measure of a table of runs with its 95% interval.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a run.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``.

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`Headline`. Shares carry Wilson's interval, days are Kaplan-Meier medians (infinite when more
        than half the runs never got there), amounts are means with Student's t. ``runs`` are those with an answer and
        ``missing`` those without: never for days, not applicable for the rest. Where runs share their luck, intervals
        are t over lucks, and a median has none.
    """
    lines = [_headline(found, table, horizon) for found in measures(table).values() if _has(found, table)]
    return pd.DataFrame(lines, columns=list(Headline._fields))


def compare(first: pd.DataFrame, second: pd.DataFrame, horizon: float | None = None) -> pd.DataFrame:
    """What a change does to every measure, when run r of both tables had the same luck.

    Parameters
    ----------
    first, second : pandas.DataFrame
        Tables of runs; paired by their ``seed`` and ``run`` columns, whatever the order of rows.
    horizon : float, optional
        As in :func:`headlines`. Days count to the horizon at most (restricted mean).

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`Comparison`. Shares of all runs carry Newcombe's paired interval, the rest paired t.
        ``variance_ratio`` is how many times more runs an unpaired comparison would have needed.

    Raises
    ------
    ValueError
        When the tables share no run, or one of them holds a run twice (several variants).
    """
    keys = ["seed", "run"]
    if first.duplicated(keys).any() or second.duplicated(keys).any():
        raise ValueError("a table holds several variants of one run; compare one variant with one other")
    shared = first[keys].merge(second[keys], on=keys)
    if shared.empty:
        raise ValueError("the two tables share no (seed, run), so nothing can be paired")
    a, b = (shared.merge(table, on=keys, how="left") for table in (first, second))
    known = measures(pd.concat([a, b]))
    lines = [_comparison(found, a, b, horizon) for found in known.values() if _has(found, a) and _has(found, b)]
    return pd.DataFrame(lines, columns=list(Comparison._fields))


def outcome_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Share of each outcome class with Wilson's interval.

    Returns
    -------
    pandas.DataFrame
        ``outcome``, ``title``, ``runs``, ``share``, ``low``, ``high``; every class has a row, seen or not.
    """
    return _shares(table["outcome"], list(OUTCOMES), OUTCOME_WORDS, _shared_luck(table))


def who_asks_first(table: pd.DataFrame) -> pd.DataFrame:
    """Whose asking led to the first contact, among runs with contact; columns as in :func:`outcome_shares`."""
    runs = table[table["first_contact_day"].notna()]
    met = runs["first_contact_by"].fillna("").replace("", "nobody")
    named = [*sides(table), "both"]
    others = sorted(set(met.astype(str)) - set(named))
    return _shares(met, [*named, *others], {}, _shared_luck(runs))


def which_mediator(table: pd.DataFrame) -> pd.DataFrame:
    """Which third party mediated, ``nobody`` included; columns as in :func:`outcome_shares`."""
    found = table["mediator"].fillna("").replace("", "nobody").astype(str)
    names = [*sorted(set(found) - {"nobody"}), "nobody"]
    return _shares(found, names, {}, _shared_luck(table))


def time_curves(table: pd.DataFrame, column: str, horizon: float | None = None, by: str | None = None) -> pd.DataFrame:
    """Share of runs that have got there by each day, with its interval.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a run.
    column : str
        A column of days, such as ``first_contact_day``.
    horizon : float, optional
        As in :func:`headlines`.
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
        curve = kaplan_meier(rows[column].to_numpy(dtype=np.float64, na_value=np.nan), horizons(rows, horizon)).curve
        reached = {"reached": 1 - curve["survival"], "low": 1 - curve["high"], "high": 1 - curve["low"]}
        curves.append(pd.DataFrame({"group": name, "day": curve["day"], **reached, "at_risk": curve["at_risk"]}))
    return pd.concat(curves, ignore_index=True)


def by_settings(table: pd.DataFrame, settings: Sequence[str], name: str, horizon: float | None = None) -> pd.DataFrame:
    """One measure for each combination of settings, for a heat map or a table of a grid.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a run, with the settings as columns.
    settings : sequence of str
        Columns whose combinations are told apart.
    name : str
        Of the measure.
    horizon : float, optional
        As in :func:`headlines`.

    Returns
    -------
    pandas.DataFrame
        The settings, ``estimate``, ``low``, ``high`` and ``runs``, as in :func:`headlines`.

    Raises
    ------
    MeasureError
        When there is no such measure or setting.
    """
    missing = [column for column in settings if column not in table]
    if missing or not settings:
        raise MeasureError(f"the table has no column '{missing[0]}'" if missing else "name at least one setting")
    found = measure(table, name)
    lines = []
    for values, rows in table.groupby(list(settings), sort=True, dropna=False):
        line = _headline(found, rows, horizon)
        lines.append((*values, line.estimate, line.low, line.high, line.runs))
    return pd.DataFrame(lines, columns=[*settings, "estimate", "low", "high", "runs"])


def _has(found: Measure, table: pd.DataFrame) -> bool:
    try:
        found.values(table)
    except MeasureError:
        return False
    return True


def _headline(found: Measure, table: pd.DataFrame, horizon: float | None) -> Headline:
    values = found.values(table)
    known = int(np.count_nonzero(~np.isnan(values)))
    interval = _interval(found, values, table, horizon)
    return Headline(found.name, found.title, found.unit, found.kind, *interval, known, len(values) - known)


def _interval(found: Measure, values: Values, table: pd.DataFrame, horizon: float | None) -> Interval:
    lucks = _shared_luck(table)
    if found.kind is Kind.days:
        median = kaplan_meier(values, horizons(table, horizon)).median
        return median if lucks is None else Interval(median.estimate, math.nan, math.nan)
    if found.kind is Kind.amount:
        return mean_interval(values) if lucks is None else clustered_mean(values, lucks)
    return _share(values, lucks)


def _share(values: Values, lucks: Lucks | None) -> Interval:
    """Wilson's interval, or t over lucks within 0 and 1 where runs share them."""
    known = values[~np.isnan(values)]
    if lucks is None:
        return wilson(int(known.sum()), known.size)
    share, low, high = clustered_mean(values, lucks)
    return Interval(share, *np.clip([low, high], 0.0, 1.0).tolist())


def _shared_luck(table: pd.DataFrame) -> Lucks | None:
    """A number for the luck of each run; None when no two runs share it (or the table does not say)."""
    if not {"seed", "run"} <= set(table):
        return None
    lucks: Lucks = np.asarray(table.groupby(["seed", "run"], sort=False).ngroup().to_numpy(), dtype=np.int64)
    return lucks if len(np.unique(lucks)) < len(lucks) else None


def _comparison(found: Measure, a: pd.DataFrame, b: pd.DataFrame, horizon: float | None) -> Comparison:
    first, second = found.within(a, horizon), found.within(b, horizon)
    means = _mean(first), _mean(second)
    paired = paired_difference(first, second)
    difference = paired.difference
    if found.kind is Kind.share:
        whole = ~(np.isnan(first) | np.isnan(second))
        x, y = first[whole] > 0, second[whole] > 0
        counts = (int((x & y).sum()), int((x & ~y).sum()), int((~x & y).sum()), int((~x & ~y).sum()))
        difference = newcombe_paired(*counts)
    ratio = paired.variance_ratio
    unit = "days, at most the horizon" if found.kind is Kind.days else found.unit
    return Comparison(found.name, found.title, unit, *means, *difference, paired.pairs, paired.left_out, ratio)


def _mean(values: Values) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else math.nan


def _shares(column: pd.Series, names: list[str], words: dict[str, str], lucks: Lucks | None) -> pd.DataFrame:
    rows = []
    for name in names:
        found: Values = np.asarray((column == name).fillna(False).to_numpy(dtype=bool), dtype=np.float64)
        rows.append((name, words.get(name, name), int(found.sum()), *_share(found, lucks)))
    return pd.DataFrame(rows, columns=[str(column.name), "title", "runs", "share", "low", "high"])
