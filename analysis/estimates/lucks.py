"""Which runs share their luck, and how much less sure an estimate is for it.

A study gives replication r of every variant the same luck, so that variants are compared under like luck. The runs of
one luck stand or fall together: a thousand variants of two lucks tell of two lucks. Every estimate here is linear in
its runs to first order; each run has an influence on it (they sum to 0), and those of one luck are added up before they
are squared (cluster-robust variance; Liang and Zeger 1986).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import EstimateError, normal_quantile, student_quantile

Lucks = NDArray[np.int64]
Numbers = NDArray[np.float64]
LUCK = ("seed", "run")
"""Columns of a table of runs that name the luck of a run."""

_ROUNDING = 1e-12
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


class LuckSquares(NamedTuple):
    """What lucks add to a variance: the sum over lucks of each one's influence squared, and to the fourth power.

    The influence of a luck is the sum of the influences of its runs.
    """

    squares: Numbers
    fourths: Numbers

    @classmethod
    def of(cls, influence: NDArray[np.float64]) -> LuckSquares:
        """From the influence of each luck, along the first axis."""
        squares = influence * influence
        return cls(squares.sum(axis=0), (squares * squares).sum(axis=0))


def luck_factor(of_runs: ArrayLike, of_lucks: LuckSquares, sizes: ArrayLike, level: float) -> Numbers:
    """How many times larger a variance is than if each run had a luck of its own; exactly 1 where each has.

    Parameters
    ----------
    of_runs : array_like
        Sum of the squared influences of the runs.
    of_lucks : LuckSquares
        The same of the lucks.
    sizes : array_like of int
        Number of runs of each luck, at least 1.
    level : float
        Confidence of the interval that the variance is for. With few lucks that matter the variance is itself
        uncertain; the factor holds the square of Student's t over the normal quantile.

    Returns
    -------
    array
        Between 1 and what it is if all runs of a luck agree: runs per luck, where these are equally many (Kish 1965).
        That is also what it is where no run differs from another, and nothing tells how far the runs of a luck agree.
    """
    each = np.asarray(sizes, dtype=np.float64)
    runs, lucks = int(each.sum()), each.size
    most = float((each * each).sum()) / runs
    own, shared = np.asarray(of_runs, dtype=np.float64), np.asarray(of_lucks.squares, dtype=np.float64)
    if lucks == runs:
        return np.ones_like(own)
    if lucks < 2:
        return np.full_like(own, most)
    few = (_student(_freedom(of_lucks, lucks), level) / normal_quantile(level)) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio: Numbers = (shared * lucks / (lucks - 1)) / (own * runs / (runs - 1))
    return np.asarray(np.clip(np.where(own > 0, few * ratio, most), 1.0, most))


def _freedom(of_lucks: LuckSquares, lucks: int) -> Numbers:
    """Degrees of freedom of a variance (Satterthwaite 1946): all lucks but one, or fewer where few of them matter.

    Of something rare most lucks say nothing; a variance that hangs on two lucks is not known from twenty.
    """
    squares, fourths = np.asarray(of_lucks.squares), np.asarray(of_lucks.fourths)
    spread = fourths - squares * squares / lucks
    known = spread > _ROUNDING * fourths
    told = np.divide(2 * squares * squares, spread, out=np.full(squares.shape, np.inf), where=known)
    return np.asarray(np.clip(told, 1.0, lucks - 1))


def _student(freedom: Numbers, level: float) -> Numbers:
    """Student's quantile, between whole degrees of freedom on a straight line."""
    whole = np.floor(freedom).astype(np.int64)
    once, place = np.unique(whole, return_inverse=True)
    at = np.array([[student_quantile(level, int(number) + more) for number in once] for more in (0, 1)])
    low, high = at[:, place.reshape(whole.shape)]
    return np.asarray(low + (high - low) * (freedom - whole))
