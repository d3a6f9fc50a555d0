"""What a change does to every measure, when both settings were run under the same lucks: each luck is one pair."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.estimates.estimate import LEVEL, Estimate
from analysis.estimates.lucks import LUCK
from analysis.estimates.means import paired_difference
from analysis.estimates.measure import Kind, Measure, Values
from analysis.estimates.measure_estimates import can_be_read
from analysis.estimates.shares import share_difference
from sim.narrative.case_words import PLAIN, CaseWords


class MeasureDifference(NamedTuple):
    """One line of a comparison under the same luck: each setting's estimate, and the second minus the first.

    Both estimates are of the pairs with an answer on either side, so that the difference is theirs.
    ``low`` and ``high`` are the ends of the difference's own 95% interval; ``joint_low`` and ``joint_high`` those of
    intervals that hold all differences at once in at least 95% of comparisons. ``apart`` counts the pairs with two
    different answers.
    """

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
    joint_low: float
    joint_high: float
    apart: int


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
        ``variance_ratio`` is how many times more runs an unpaired comparison would have needed. Joint intervals share
        their 5% out evenly (Bonferroni) over the measures that differ in some pair; the others differ by 0 for sure.

    Raises
    ------
    ValueError
        When the tables share no run, or one of them holds a run twice (several variants).
    """
    a, b = _paired(first, second)
    known = measures(pd.concat([a, b]), words=words).values()
    read = [found for found in known if can_be_read(found, a) and can_be_read(found, b)]
    both = [(found, (found.within(a, horizon), found.within(b, horizon))) for found in read]
    many = sum(_apart(pair) > 0 for _, pair in both)
    lines = [_difference(found, pair, 1 - (1 - LEVEL) / max(many, 1)) for found, pair in both]
    return pd.DataFrame(lines, columns=list(MeasureDifference._fields))


def _paired(first: pd.DataFrame, second: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The runs that both tables hold, in the same order."""
    keys = list(LUCK)
    if first.duplicated(keys).any() or second.duplicated(keys).any():
        raise ValueError("a table holds several variants of one run; compare one variant with one other")
    shared = first[keys].merge(second[keys], on=keys)
    if shared.empty:
        raise ValueError("the two tables share no (seed, run), so nothing can be paired")
    a, b = (shared.merge(table, on=keys, how="left") for table in (first, second))
    return a, b


def _apart(pair: tuple[Values, Values]) -> int:
    """How many pairs of runs have two different answers."""
    known = ~(np.isnan(pair[0]) | np.isnan(pair[1]))
    return int((pair[0][known] != pair[1][known]).sum())


def _difference(found: Measure, pair: tuple[Values, Values], joint: float) -> MeasureDifference:
    unit = "days, at most the horizon" if found.kind is Kind.days else found.unit
    first, second = pair
    whole = ~(np.isnan(first) | np.isnan(second))
    paired, made, jointly = paired_difference(first, second), _made(found, pair, LEVEL), _made(found, pair, joint)
    ends = _mean(first[whole]), _mean(second[whole]), *made.numbers
    counts = paired.pairs, paired.left_out, paired.variance_ratio, made.lucks
    apart = _apart(pair)
    if not apart:
        jointly = made
    return MeasureDifference(found.name, found.title, unit, *ends, *counts, jointly.low, jointly.high, apart)


def _made(found: Measure, pair: tuple[Values, Values], level: float) -> Estimate:
    """The difference with its interval at a level."""
    if found.kind is not Kind.share:
        return paired_difference(*pair, level).difference
    first, second = (values[~(np.isnan(pair[0]) | np.isnan(pair[1]))] > 0 for values in pair)
    return share_difference(first, second, level)


def _mean(values: Values) -> float:
    return float(values.mean()) if values.size else math.nan
