"""Which runs share their luck, and how much less sure an estimate is for it.

A study gives replication r of every variant the same luck, so that variants are compared under like luck. The runs of
one luck stand or fall together: a thousand variants of two lucks tell of two lucks. Every estimate here is linear in
its runs to first order; each run has an influence on it (they sum to 0), and those of one luck are added up before they
are squared (cluster-robust variance; Liang and Zeger 1986).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import EstimateError, normal_quantile, student_quantile

Lucks = NDArray[np.int64]
LUCK = ("seed", "run")
"""Columns of a table of runs that name the luck of a run."""

_FEW = 8
"""Up to so many times as many numbers as runs, lucks are numbered by counting, which takes no sorting."""


def luck_numbers(table: pd.DataFrame) -> Lucks:
    """One whole number per row, from 0 on, the same for rows that share seed and run.

    A table without those two columns does not say which runs share their luck; each row then has a luck of its own.
    """
    if not set(LUCK) <= set(table):
        return np.arange(len(table), dtype=np.int64)
    return np.asarray(table.groupby(list(LUCK), sort=False).ngroup().to_numpy(), dtype=np.int64)


def places_of(lucks: ArrayLike | None, known: NDArray[np.bool_]) -> Lucks:
    """The lucks of the runs that have an answer, numbered from 0 on without a gap.

    Parameters
    ----------
    lucks : array_like of int, or None
        One number per run; None when each run has a luck of its own.
    known : array of bool
        Which runs have an answer.

    Raises
    ------
    EstimateError
        When there is not one luck per run.
    """
    if lucks is None:
        return np.arange(int(known.sum()), dtype=np.int64)
    numbers = np.asarray(lucks, dtype=np.int64)
    if numbers.shape != known.shape:
        raise EstimateError(f"{numbers.size} lucks for {known.size} runs")
    chosen = numbers[known]
    if chosen.size and chosen.min() >= 0 and chosen.max() < _FEW * chosen.size:
        return np.asarray((np.cumsum(np.bincount(chosen) > 0) - 1)[chosen], dtype=np.int64)
    return np.asarray(np.unique(chosen, return_inverse=True)[1], dtype=np.int64)


def luck_factor(of_runs: ArrayLike, of_lucks: ArrayLike, counts: Sequence[int], level: float) -> NDArray[np.float64]:
    """How many times larger a variance is than if each run had a luck of its own; exactly 1 where each has.

    Parameters
    ----------
    of_runs : array_like
        Sum of the squared influences of the runs.
    of_lucks : array_like
        Sum of the squared influences of the lucks, each the sum of the influences of its runs.
    counts : (int, int)
        Number of runs and of lucks.
    level : float
        Confidence of the interval that the variance is for. With few lucks the variance is itself uncertain; the factor
        holds the square of Student's t over the normal quantile.

    Returns
    -------
    array
        Between 1 and the number of runs. Where no run differs from another nothing tells how far the runs of one luck
        agree, and they count as one run: the factor is runs over lucks.
    """
    runs, lucks = counts
    squares = np.asarray(of_runs, dtype=np.float64)
    if lucks == runs:
        return np.ones_like(squares)
    if lucks < 2:
        return np.full_like(squares, runs)
    few = (student_quantile(level, lucks - 1) / normal_quantile(level)) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (np.asarray(of_lucks) * lucks / (lucks - 1)) / (squares * runs / (runs - 1))
    return np.clip(np.where(squares > 0, few * ratio, runs / lucks), 1.0, runs)
