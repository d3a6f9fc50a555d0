"""What a change does to every measure, when both settings were run under the same lucks: each luck is one pair."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.estimates.lucks import LUCK
from analysis.estimates.means import paired_difference
from analysis.estimates.measure import Kind, Measure, Values
from analysis.estimates.measure_estimates import can_be_read
from analysis.estimates.shares import share_difference
from sim.narrative.case_words import PLAIN, CaseWords


class MeasureDifference(NamedTuple):
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
    lucks: int


def measure_differences(
    first: pd.DataFrame, second: pd.DataFrame, horizon: float | None = None, words: CaseWords = PLAIN
) -> pd.DataFrame:
    """What a change does to every measure, when run r of both tables had the same luck.

    Parameters
    ----------
    first, second : pandas.DataFrame
        Tables of runs; paired by their ``seed`` and ``run`` columns, whatever the order of rows.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``. Days count to the horizon at most
        (restricted mean).
    words : CaseWords
        What things are called in the case.

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`MeasureDifference`. Shares of all runs carry Newcombe's paired interval, the rest paired t.
        ``variance_ratio`` is how many times more runs an unpaired comparison would have needed.

    Raises
    ------
    ValueError
        When the tables share no run, or one of them holds a run twice (several variants).
    """
    keys = list(LUCK)
    if first.duplicated(keys).any() or second.duplicated(keys).any():
        raise ValueError("a table holds several variants of one run; compare one variant with one other")
    shared = first[keys].merge(second[keys], on=keys)
    if shared.empty:
        raise ValueError("the two tables share no (seed, run), so nothing can be paired")
    a, b = (shared.merge(table, on=keys, how="left") for table in (first, second))
    known = measures(pd.concat([a, b]), words=words).values()
    lines = [_difference(found, a, b, horizon) for found in known if can_be_read(found, a) and can_be_read(found, b)]
    return pd.DataFrame(lines, columns=list(MeasureDifference._fields))


def _difference(found: Measure, a: pd.DataFrame, b: pd.DataFrame, horizon: float | None) -> MeasureDifference:
    first, second = found.within(a, horizon), found.within(b, horizon)
    paired = paired_difference(first, second)
    made = paired.difference
    if found.kind is Kind.share:
        whole = ~(np.isnan(first) | np.isnan(second))
        made = share_difference(first[whole] > 0, second[whole] > 0)
    unit = "days, at most the horizon" if found.kind is Kind.days else found.unit
    ends = _mean(first), _mean(second), *made.numbers
    counts = paired.pairs, paired.left_out, paired.variance_ratio, made.lucks
    return MeasureDifference(found.name, found.title, unit, *ends, *counts)


def _mean(values: Values) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else math.nan
