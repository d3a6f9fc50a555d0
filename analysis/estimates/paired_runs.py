"""What a change does over many lucks: two settings of one scenario run in pairs, run r of both under the same luck."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates.catalogue import day_column, measures
from analysis.estimates.columns_read import columns_read
from analysis.estimates.measure import Kind
from analysis.estimates.measure_differences import measure_differences
from analysis.estimates.resampling import Resampling, bootstrap
from analysis.estimates.shares import share
from sim.run import parting_days, run_many
from sim.scenario import Scenario

PIECE = 10000
MOST_WORK = 20_000_000
"""Resamples times pairs of a bootstrap: more pairs need fewer resamples."""
RESAMPLES = 2000
HALF = 0.5
"""Share of runs that must surely get there, for a median and its resamples to be known."""
NAMED = {"row", "seed", "run", "horizon_days"}
"""Columns that say which run a row is, and how long it was watched."""

Progress = Callable[[int], None]


class Pairs(NamedTuple):
    """Runs of two settings, run r of both under the same luck, and whether all that were asked for are there."""

    first: pd.DataFrame
    second: pd.DataFrame
    partial: bool


class Parted(NamedTuple):
    """Where pairs part: of how many, in which share, on which day by quantiles, and the run of a typical pair."""

    pairs: int
    share: float
    day_low: float
    day_median: float
    day_high: float
    typical_run: int


def run_pairs(
    pair: tuple[Scenario, Scenario], seed: int, runs: int, parameters: str, threads: int | None, progress: Progress
) -> Pairs:
    """Run both settings under the same lucks; Ctrl-C leaves the pairs that are whole.

    Parameters
    ----------
    pair : tuple of Scenario
        The two settings.
    seed, runs : int
        Seed of all luck, and how many runs of each.
    parameters : {"central", "drawn"}
        Whether uncertain numbers are drawn; both settings draw the same.
    threads : int or None
        As in :func:`sim.run.run_many`.
    progress : callable
        Told of finished runs; a pair counts as two.
    """
    tables: tuple[list[pd.DataFrame], list[pd.DataFrame]] = ([], [])
    partial = False
    for start in range(0, runs, PIECE):
        count = min(PIECE, runs - start)
        found = run_many(list(pair), seed, count, parameters, threads, first_run=start, progress=progress)
        table = found.table()
        for row in (0, 1):
            tables[row].append(_kept(table[table["row"] == row]))
        partial = found.partial
        if partial:
            break
    return Pairs(pd.concat(tables[0]), pd.concat(tables[1]), partial)


def _kept(table: pd.DataFrame) -> pd.DataFrame:
    """Only what is compared: a million pairs should fit into memory."""
    wanted = columns_read(table) | NAMED
    return table[[name for name in table if name in wanted]]


def differences(pairs: Pairs, horizon: float) -> pd.DataFrame:
    """What the change does to every measure, as :func:`measure_differences` tells it."""
    return measure_differences(pairs.first, pairs.second, horizon)


def median_days(pairs: Pairs, seed: int) -> dict[str, dict[str, Any]]:
    """How many days the change adds to the median time to each milestone, by a bootstrap over pairs.

    Milestones are those that surely more than half of the runs reach under both settings: of the others some resamples
    have no median, and those that have one would tell of a narrower range than there is.
    """
    both = pairs.first.merge(pairs.second, on=["seed", "run"], suffixes=("_a", "_b"))
    found = {}
    for name in [day_column(m.name) for m in measures(pairs.first).values() if m.kind is Kind.days]:
        days = both[[f"{name}_a", f"{name}_b"]].fillna(np.inf).to_numpy(dtype=np.float64)
        if all(share(np.isfinite(own)).low > HALF for own in days.T):
            plan = Resampling(seed, f"median/{name}", max(200, min(RESAMPLES, MOST_WORK // len(days))))
            change = bootstrap(days, _change, plan)
            medians = _medians(days)
            found[name] = {"first": medians[0], "second": medians[1], **change.named()}
    return found


def _medians(days: NDArray[np.float64]) -> NDArray[np.float64]:
    """The day by which half of the runs had got there, for both settings."""
    half = (len(days) + 1) // 2 - 1
    return np.partition(days, half, axis=0)[half] if len(days) else np.full(2, np.inf)


def _change(days: NDArray[np.float64]) -> float:
    first, second = _medians(days)
    return float(second - first) if np.isfinite(first) and np.isfinite(second) else float("nan")


def where_they_part(
    pair: tuple[Scenario, Scenario], seed: int, runs: Sequence[int], parameters: str, progress: Progress
) -> Parted:
    """Compare pairs event by event: how many part at all, when, and which pair does so on the median day."""
    days = parting_days(pair[0], pair[1], seed, runs, parameters, progress)
    parted = days[~np.isnan(days)]
    if not parted.size:
        return Parted(len(days), 0.0, np.nan, np.nan, np.nan, runs[0] if len(days) else 0)
    low, median, high = np.quantile(parted, [0.1, 0.5, 0.9])
    typical = runs[int(np.nanargmin(np.abs(days - median)))]
    return Parted(len(days), float(parted.size / len(days)), float(low), float(median), float(high), int(typical))
