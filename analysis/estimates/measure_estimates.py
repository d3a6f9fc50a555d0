"""What a table of runs says of every measure, and how sure it is; each luck counted once."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.estimates.estimate import Estimate
from analysis.estimates.lucks import Lucks, luck_numbers
from analysis.estimates.means import mean
from analysis.estimates.measure import Kind, Measure, MeasureError, horizons
from analysis.estimates.shares import share
from analysis.estimates.times import kaplan_meier
from sim.narrative.case_words import PLAIN, CaseWords


class MeasureEstimate(NamedTuple):
    """One line of a summary: the measure, its estimate with interval, and the runs and lucks behind it."""

    measure: str
    title: str
    unit: str
    kind: str
    estimate: float
    low: float
    high: float
    runs: int
    missing: int
    lucks: int

    @classmethod
    def of(cls, found: Measure, made: Estimate, missing: int) -> MeasureEstimate:
        """The line of a measure, from its estimate and the number of runs without an answer."""
        return cls(found.name, found.title, found.unit, found.kind, *made.numbers, made.n, missing, made.lucks)


def measure_estimates(table: pd.DataFrame, horizon: float | None = None, words: CaseWords = PLAIN) -> pd.DataFrame:
    """Every measure of a table of runs with its 95% interval.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run; ``seed`` and ``run`` say which share their luck.
    horizon : float, optional
        Days each run was watched; by default the table's ``horizon_days``.
    words : CaseWords
        What things are called in the case.

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`MeasureEstimate`. Shares carry Wilson's interval, days are Kaplan-Meier medians (infinite
        when more than half the runs never got there), amounts are means with Student's t; each counts each luck once.
        ``runs`` are those with an answer and ``missing`` those without: never for days, not applicable for the rest.
    """
    lucks = luck_numbers(table)
    lines = [
        _line(found, table, lucks, horizon)
        for found in measures(table, words=words).values()
        if can_be_read(found, table)
    ]
    return pd.DataFrame(lines, columns=list(MeasureEstimate._fields))


def estimate_of(
    found: Measure, table: pd.DataFrame, horizon: float | None = None, lucks: Lucks | None = None
) -> Estimate:
    """One measure of a table of runs: a share, a median of days, or a mean.

    Parameters
    ----------
    found : Measure
        From the catalogue.
    table, horizon
        As in :func:`measure_estimates`.
    lucks : array of int, optional
        The table's :func:`~analysis.estimates.lucks.luck_numbers`, where they are known already.

    Raises
    ------
    MeasureError
        When the table lacks the column that the measure is read from.
    """
    values, lucks = found.values(table), luck_numbers(table) if lucks is None else lucks
    if found.kind is Kind.days:
        return kaplan_meier(values, horizons(table, horizon), lucks=lucks).median
    return share(values, lucks) if found.kind is Kind.share else found.bounded(mean(values, lucks))


def restricted_estimate(found: Measure, table: pd.DataFrame, horizon: float | None = None) -> Estimate:
    """One measure as :func:`estimate_of`, but days as a mean in which those that never came count as the horizon."""
    values, lucks = found.within(table, horizon), luck_numbers(table)
    if found.kind is Kind.share:
        return share(values, lucks)
    longest = float(np.max(horizons(table, horizon), initial=0.0)) if found.kind is Kind.days else math.inf
    return found.bounded(mean(values, lucks), longest)


def can_be_read(found: Measure, table: pd.DataFrame) -> bool:
    """Whether a table has the columns that a measure is read from."""
    try:
        found.values(table)
    except MeasureError:
        return False
    return True


def _line(found: Measure, table: pd.DataFrame, lucks: Lucks, horizon: float | None) -> MeasureEstimate:
    """The line of a measure; for days ``runs`` are those in which it came."""
    known = int(np.count_nonzero(~np.isnan(found.values(table))))
    made = estimate_of(found, table, horizon, lucks)._replace(n=known)
    return MeasureEstimate.of(found, made, len(table) - known)
