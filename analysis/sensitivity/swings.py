"""What each factor does on its own, all else varying as the study lets it: from end to end, or from name to name.

A factor of numbers has two ends, the runs with its lowest and those with its highest values; a factor of names has its
names. Each is told as a difference from all runs together, with intervals that hold for all of them at once, so that
the widest of many swings is no finding by itself (:mod:`analysis.estimates.groups_apart`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates import luck_numbers, measure
from analysis.estimates.estimate import Estimate
from analysis.estimates.groups_apart import Grouping, groups_apart, is_apart
from analysis.estimates.measure import Measure
from analysis.estimates.measure_estimates import restricted_estimate
from analysis.sensitivity.responses import SensitivityError
from analysis.studies.designs import DONE, STATUS

END = 0.2
"""Share of the rows that make an end."""

LOW, HIGH, NAME = "low", "high", "name"
"""What a group of runs is of its factor: its low end, its high end, or one of its names."""


class Swing(NamedTuple):
    """One end or name of a factor.

    ``estimate`` with ``low`` and ``high`` is the mean of its runs with its own interval; ``difference`` that from all
    runs together (``whole``), with ends that hold for all lines of the table at once. ``differs`` says whether it is
    told apart from nothing. ``setting`` is the name, or the value that the end begins at.
    """

    input: str
    end: str
    setting: Any
    estimate: float
    low: float
    high: float
    runs: int
    lucks: int
    difference: float
    difference_low: float
    difference_high: float
    differs: bool
    whole: float


class _Parted(NamedTuple):
    """A factor's groups: what each is, the value it stands for, and per row the place of its group, or -1."""

    factor: str
    ends: tuple[str, ...]
    settings: tuple[Any, ...]
    groups: NDArray[np.int64]


def swings(
    rows: pd.DataFrame, factors: Sequence[str], name: str, horizon: float | None = None, end: float = END
) -> pd.DataFrame:
    """Mean of a measure at the ends, or under each name, of every factor.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a study that fills its space (lhs, sobol, grid, saltelli, morris).
    factors : sequence of str
        All that the study varies; one that never varies has no swing and is left out.
    name : str
        Of the measure. Days that never came count as the horizon.
    horizon : float, optional
        Days each run was watched; by default the rows' ``horizon_days``.
    end : float
        Share of the rows that make an end, above 0 and at most 0.5. Rows as low as the last of them belong to it too.

    Returns
    -------
    pandas.DataFrame
        Columns of :class:`Swing`, the factor with the widest swing first and its names from the highest down; each luck
        counted once.

    Raises
    ------
    SensitivityError
        When a factor is missing, or the end is no share.
    """
    if not 0 < end <= 0.5:
        raise SensitivityError(f"an end is a share of the rows above 0 and at most 0.5, not {end}")
    done = _done(rows, factors)
    found, varying = measure(done, name), [factor for factor in factors if done[factor].nunique() > 1]
    parted = [_parted(done[factor], end) for factor in varying]
    groupings = [
        Grouping(part.groups, len(part.ends), *_exchange(done, varying, part.factor)) for part in parted
    ]  # fmt: skip
    apart = groups_apart(found.within(done, horizon), luck_numbers(done), groupings)
    lines = [
        line for part, differences in zip(parted, apart, strict=True)
        for line in _lines(done, found, horizon, part, differences)
    ]  # fmt: skip
    return _widest_first(pd.DataFrame(lines, columns=list(Swing._fields)))


def _done(rows: pd.DataFrame, factors: Sequence[str]) -> pd.DataFrame:
    """The rows whose run came to its end, which have every factor."""
    missing = [factor for factor in factors if factor not in rows]
    if missing:
        raise SensitivityError(f"the rows have no factor '{missing[0]}'")
    return (rows[rows[STATUS] == DONE] if STATUS in rows else rows).reset_index(drop=True)


def is_numeric(column: pd.Series) -> bool:
    """Whether a factor's values are numbers, which have a low and a high end."""
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _parted(column: pd.Series, end: float) -> _Parted:
    if not is_numeric(column):
        places, names = pd.factorize(column)
        return _Parted(str(column.name), (NAME,) * len(names), tuple(names), places.astype(np.int64))
    values = column.to_numpy(dtype=np.float64)
    low, high = (float(edge) for edge in np.quantile(values, [end, 1 - end]))
    if low == high:  # one value takes more than all but an end: what is left on either side of it
        low, high = _beside(values, low)
    groups = np.where(values <= low, 0, np.where(values >= high, 1, -1))
    return _Parted(str(column.name), (LOW, HIGH), (low, high), groups)


def _beside(values: NDArray[np.float64], common: float) -> tuple[float, float]:
    below, above = values[values < common], values[values > common]
    low = float(below.max()) if below.size else common
    return low, float(above.min()) if above.size else common


def _exchange(rows: pd.DataFrame, factors: Sequence[str], factor: str) -> tuple[Any, Any]:
    """Which runs would change places if a factor did nothing: blocks, and units within them.

    Where every combination of settings was run, those under the same luck that have all other factors alike. In other
    designs no two settings have; then whole settings change places, with what the other factors do to them.
    """
    settings = rows.groupby(list(factors), sort=False, observed=True).ngroup().to_numpy()
    if math.prod(rows[name].nunique() for name in factors) != int(settings.max()) + 1:
        return np.zeros(len(rows), dtype=np.int64), settings
    others = [name for name in factors if name != factor]
    luck = pd.Series(luck_numbers(rows), name="luck")
    return rows.groupby([luck, *others], sort=False, observed=True).ngroup().to_numpy(), None


def _lines(
    rows: pd.DataFrame, found: Measure, horizon: float | None, part: _Parted, differences: Sequence[Estimate]
) -> Iterator[Swing]:
    whole = restricted_estimate(found, rows, horizon).value
    for place, difference in enumerate(differences):
        made = restricted_estimate(found, rows[part.groups == place], horizon)
        yield Swing(
            part.factor, part.ends[place], part.settings[place], *made.numbers, made.n, made.lucks,
            *difference.numbers, is_apart(difference), whole,
        )  # fmt: skip


def _widest_first(table: pd.DataFrame) -> pd.DataFrame:
    by_input = table.groupby("input", sort=False)["difference"]
    width = by_input.transform("max") - by_input.transform("min")
    within = np.where(table["end"] == NAME, -table["difference"], np.arange(len(table)))
    order = np.lexsort((within, table["input"].map(_ordinals(table)), -width))
    return table.iloc[order].reset_index(drop=True)


def _ordinals(table: pd.DataFrame) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(table["input"]))}
