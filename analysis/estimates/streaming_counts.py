"""Numbers of runs kept in memory that does not grow with the runs: counts by answer, by word, by day and by size.

Each run is taken to have a luck of its own, as the runs of an ensemble do; only :class:`LuckSums` keeps lucks apart.
"""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from analysis.estimates.estimate import LEVEL, UNKNOWN, Estimate, EstimateError
from analysis.estimates.means import ratio, student
from analysis.estimates.shares import share_of_counts, wilson
from analysis.estimates.times import KaplanMeier, kaplan_meier

Numbers = NDArray[np.float64]


class Words:
    """How often each word came, out of how many."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.runs = 0

    def add(self, words: NDArray[np.object_] | NDArray[np.str_]) -> None:
        """Count one word per run."""
        found, counts = np.unique(words.astype(str), return_counts=True)
        self.counts.update(dict(zip(found.tolist(), counts.tolist(), strict=True)))
        self.runs += len(words)

    def share(self, word: str) -> Estimate:
        """The share of runs with a word."""
        return wilson(self.counts[word], self.runs)


class Answers:
    """In how many runs it was so, of those in which the question arises."""

    def __init__(self) -> None:
        self.had = 0
        self.known = 0
        self.runs = 0

    def add(self, answers: Numbers) -> None:
        """Count one answer per run: 1, 0, or NaN where the question does not arise."""
        known = answers[~np.isnan(answers)]
        self.had += int(np.count_nonzero(known))
        self.known += known.size
        self.runs += answers.size

    def estimate(self) -> Estimate:
        """The share of runs in which it was so."""
        return wilson(self.had, self.known)


class Days:
    """On which day something happened, counted by steps of the clock; a run in which it never did is counted too.

    Parameters
    ----------
    horizon_days : float
        When each run stopped being watched.
    step_days : float
        Days are rounded up to the end of their step.
    """

    def __init__(self, horizon_days: float, step_days: float) -> None:
        self.step_days = step_days
        self.horizon_days = horizon_days
        self.counts = np.zeros(round(horizon_days / step_days) + 2, dtype=np.int64)

    def add(self, days: Numbers) -> None:
        """Count the day of each run, NaN where it never came."""
        never = len(self.counts) - 1
        steps = np.where(np.isnan(days), never, np.ceil(days / self.step_days))
        self.counts += np.bincount(steps.astype(np.int64).clip(0, never), minlength=len(self.counts))

    @property
    def days(self) -> Numbers:
        """The day at which each count stands, NaN for the runs in which it never happened."""
        return np.append(np.arange(len(self.counts) - 1) * self.step_days, np.nan)

    @property
    def runs(self) -> int:
        """Runs counted."""
        return int(self.counts.sum())

    @property
    def known(self) -> int:
        """Runs in which it happened."""
        return self.runs - int(self.counts[-1])

    def curve(self) -> KaplanMeier:
        """The curve of the time to it."""
        return kaplan_meier(self.days, self.horizon_days, counts=self.counts)

    def estimate(self) -> Estimate:
        """The day by which it had happened in half of the runs."""
        return self.curve().median


class Amounts:
    """Mean, spread and quantiles of a number of runs.

    Quantiles are kept to a fixed fineness. The mean is exact.

    Parameters
    ----------
    highest : float
        No amount lies above it (one that does is counted at it).
    fineness : float
        Width of the classes in which amounts are counted.
    """

    def __init__(self, highest: float, fineness: float) -> None:
        self.fineness = fineness
        self.counts = np.zeros(round(highest / fineness) + 1, dtype=np.int64)
        self.runs = 0
        self.known = 0
        self.mean = math.nan
        self._squares = 0.0

    def add(self, amounts: Numbers) -> None:
        """Count the amount of each run; NaN is left out. Sums are merged as Chan, Golub and LeVeque (1979) do."""
        known = amounts[~np.isnan(amounts)]
        self.runs += amounts.size
        if not known.size:
            return
        mean, squares = float(known.mean()), float(known.var() * known.size)
        gap = mean - self.mean if self.known else 0.0
        whole = self.known + known.size
        self._squares += squares + gap * gap * self.known * known.size / whole
        self.mean = self.mean + gap * known.size / whole if self.known else mean
        self.known = whole
        places = np.rint(known / self.fineness).astype(np.int64).clip(0, len(self.counts) - 1)
        self.counts += np.bincount(places, minlength=len(self.counts))

    def estimate(self, level: float = LEVEL) -> Estimate:
        """The mean; NaN ends with fewer than two runs."""
        spread = self._squares / (self.known - 1) / self.known if self.known > 1 else math.nan
        return student(self.mean, (math.sqrt(spread), 1.0), self.known, level)

    def quantile(self, share: float) -> float:
        """The smallest amount that at least this share of the runs does not exceed; NaN without runs.

        Raises
        ------
        EstimateError
            When the share is not between 0 and 1.
        """
        if not 0 <= share <= 1:
            raise EstimateError(f"a quantile is asked for a share between 0 and 1, not {share}")
        if not self.known:
            return math.nan
        place = int(np.searchsorted(np.cumsum(self.counts), max(share * self.known, 1)))
        return place * self.fineness


class LuckSums:
    """Sums of a measure by luck, for runs of which many share theirs, as in a study.

    Memory grows with the lucks, not with the runs.
    """

    def __init__(self) -> None:
        self.sums = np.zeros(0)
        self.known = np.zeros(0)
        self.runs = 0

    def add(self, values: Numbers, lucks: NDArray[np.int64]) -> None:
        """Add one number per run, NaN where it has none, and the number of its luck, from 0 on."""
        has = ~np.isnan(values)
        size = max(int(lucks.max(initial=-1)) + 1, self.sums.size)
        self.sums = _longer(self.sums, size) + np.bincount(lucks[has], weights=values[has], minlength=size)
        self.known = _longer(self.known, size) + np.bincount(lucks[has], minlength=size)
        self.runs += values.size

    def share(self) -> Estimate:
        """The share of runs in which it was so, when the numbers were 1 and 0."""
        return share_of_counts(self.sums, self.known)

    def mean(self) -> Estimate:
        """The mean of the runs that have a number."""
        there = self.known > 0
        if not there.any():
            return UNKNOWN
        return ratio(self.sums[there], self.known[there])._replace(n=int(self.known.sum()))


def _longer(numbers: Numbers, size: int) -> Numbers:
    return np.pad(numbers, (0, size - numbers.size))
