"""Shares of runs by the state that they are in, day by day; each luck counted once.

Every run is in one state a day, so the shares of a day sum to 1. Where all runs are watched for the same time this is
what Aalen and Johansen's estimator (1978) gives for states that exclude one another: no run is lost on the way, and
counting is enough. Where horizons differ, days end with the shortest.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates.lucks import Lucks
from analysis.estimates.shares import share_of_counts, wilson

Days = NDArray[np.float64]
States = NDArray[np.int8]

MOST_DAYS = 61
"""Days that a table of shares has; more than an axis of a page can show."""

COLUMNS = ("day", "state", "share", "low", "high", "runs", "lucks")


def days_watched(horizon: float, step: float = 0.0) -> Days:
    """Days from the start to the horizon, evenly spread and both ends included.

    Parameters
    ----------
    horizon : float
        The last day.
    step : float
        Days are no closer together than this.
    """
    count = MOST_DAYS if step <= 0 else min(MOST_DAYS, int(horizon / step) + 1)
    return np.linspace(0.0, horizon, max(count, 2))


def shares_over_days(states: States, days: Days, names: Sequence[str], lucks: Lucks) -> pd.DataFrame:
    """Share of runs in each state on each day, with its 95% interval.

    Parameters
    ----------
    states : array of shape (runs, days)
        The place of each run's state among the names.
    days : array
        The days.
    names : sequence of str
        The states, in the order in which the table has them.
    lucks : array of int
        Per run, a number that is the same for runs that share their luck (:func:`~analysis.estimates.luck_numbers`).

    Returns
    -------
    pandas.DataFrame
        ``day``, ``state``, ``share``, ``low``, ``high``, ``runs`` (in that state) and ``lucks``: a row for every state
        of every day.
    """
    size, kinds = int(lucks.max(initial=-1)) + 1, len(names)
    if size == len(lucks):
        kept = StateCounts(days, names)
        kept.add(states)
        return kept.table()
    runs = np.bincount(lucks, minlength=size)
    lines = []
    for place, day in enumerate(days):
        cells = np.bincount(lucks * kinds + states[:, place], minlength=size * kinds).reshape(size, kinds)
        for kind, name in enumerate(names):
            made = share_of_counts(cells[:, kind], runs)
            lines.append((float(day), name, *made.numbers, int(cells[:, kind].sum()), made.lucks))
    return pd.DataFrame(lines, columns=list(COLUMNS))


class StateCounts:
    """Runs by state and day, counted as they come; each has a luck of its own.

    Parameters
    ----------
    days : array
        The days.
    names : sequence of str
        The states.
    """

    def __init__(self, days: Days, names: Sequence[str]) -> None:
        self.days = days
        self.names = tuple(names)
        self.counts = np.zeros((len(days), len(self.names)), dtype=np.int64)
        self.runs = 0

    def add(self, states: States) -> None:
        """Count runs, given the place of each one's state among the names on each day."""
        for place in range(len(self.days)):
            self.counts[place] += np.bincount(states[:, place], minlength=len(self.names))
        self.runs += len(states)

    def table(self) -> pd.DataFrame:
        """The shares with their intervals, as :func:`shares_over_days` has them."""
        lines = []
        for day, counts in zip(self.days, self.counts, strict=True):
            for name, count in zip(self.names, counts, strict=True):
                lines.append((float(day), name, *wilson(int(count), self.runs).numbers, int(count), self.runs))
        return pd.DataFrame(lines, columns=list(COLUMNS))
