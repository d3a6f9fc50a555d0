"""What conditions may be about: the settings of a study, and how many of the runs of each are cases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Span
from analysis.estimates.lucks import LUCK, Lucks

Counts = NDArray[np.int64]


class DiscoveryError(ValueError):
    """A question that has no answer in these rows; says why."""


class Inputs(NamedTuple):
    """Settings, each once, with the number of their runs and of the cases among these.

    All runs of a setting lie inside a box or outside it, so that a search needs to look at settings only. A search is
    repeated hundreds of times, so what need be worked out only once is kept here: ``ends`` has two rows per numeric
    factor, its values and the same below 0, ``order`` for each of them the settings from the lowest to the highest,
    ``names`` all values of each named factor, and ``codes`` which of them each setting has.
    """

    table: pd.DataFrame
    runs: Counts
    cases: Counts
    numeric: tuple[str, ...]
    ends: NDArray[np.float64]
    order: Counts
    names: dict[str, tuple[Any, ...]]
    codes: dict[str, Counts]

    @classmethod
    def of(cls, table: pd.DataFrame, runs: Counts, cases: Counts) -> Inputs:
        """From settings, a column a factor, and their counts."""
        numeric = tuple(str(name) for name in table if _is_number(table[name]))
        columns = table[list(numeric)].to_numpy(dtype=np.float64).T
        ends = np.stack([columns, -columns], axis=1).reshape(-1, len(table))
        names = {str(name): _in_order(table[name]) for name in table if str(name) not in numeric}
        codes = {name: _codes(table[name], every) for name, every in names.items()}
        order = np.argsort(ends, axis=1, kind="stable")
        return cls(table, runs, cases, numeric, ends, order, names, codes)

    @property
    def factors(self) -> tuple[str, ...]:
        """All factors, in the order of the table."""
        return tuple(str(name) for name in self.table if name in self.numeric or name in self.names)

    @property
    def named(self) -> tuple[str, ...]:
        """Factors whose values are names."""
        return tuple(self.names)

    @property
    def density(self) -> float:
        """Share of all runs that are cases."""
        return float(self.cases.sum() / self.runs.sum())

    def column(self, name: str) -> NDArray[np.float64]:
        """The values of a numeric factor."""
        found: NDArray[np.float64] = self.ends[2 * self.numeric.index(name)]
        return found

    def among(self, inside: Mask) -> Inputs:
        """The settings inside only."""
        return Inputs.of(self.table[inside].reset_index(drop=True), self.runs[inside], self.cases[inside])

    def with_numbers_alone(self) -> Inputs:
        """The same settings told apart by numeric factors only."""
        return self._replace(names={}, codes={})

    def holds(self, name: str, limit: Limit) -> Mask:
        """Which settings a limit on a factor holds for."""
        if isinstance(limit, Span):
            values = self.column(name)
            return np.asarray((values >= limit.low) & (values < limit.high))
        allowed = np.array([value in limit.names for value in self.names[name]], dtype=bool)
        return np.asarray(allowed[self.codes[name]])

    def inside(self, box: Box) -> Mask:
        """Which settings lie in a box."""
        masks = [self.holds(name, limit) for name, limit in box.limits.items()]
        return np.logical_and.reduce(masks) if masks else np.ones(len(self.runs), dtype=bool)

    def rounded(self, name: str, end: float, finer: int = 0) -> float:
        """A limit on a numeric factor in steps worth stating: a power of ten between 1/30 and 1/300 of its range.

        ``finer`` asks for that many digits more.
        """
        place = 2 * self.numeric.index(name)
        lowest, highest = self.ends[place, self.order[place, [0, -1]]].tolist()
        width = highest - lowest
        if math.isinf(end) or width <= 0:
            return end
        grain = 10.0 ** (math.floor(math.log10(width / 30)) - finer)
        return float(f"{round(end / grain) * grain:.12g}")


class Trials(NamedTuple):
    """One entry a run: the number of its setting, that of its luck, and whether it is a case.

    Lucks are numbered in the order of their addresses, whatever the order of the runs.
    """

    setting: Counts
    luck: Lucks
    case: Mask

    @property
    def lucks(self) -> int:
        """How many lucks there are, where they are numbered without a gap."""
        return int(self.luck.max(initial=-1)) + 1

    def among(self, chosen: Mask) -> Trials:
        """The chosen runs only; settings and lucks keep their numbers."""
        return Trials(self.setting[chosen], self.luck[chosen], self.case[chosen])

    def counted(self, inputs: Inputs) -> Inputs:
        """The same settings with the counts of these runs."""
        size = len(inputs.table)
        cases = np.bincount(self.setting[self.case], minlength=size)
        return inputs._replace(runs=np.bincount(self.setting, minlength=size), cases=cases)


def make_trials(table: pd.DataFrame, factors: Sequence[str], cases: Mask) -> tuple[Inputs, Trials]:
    """Check the factors, sort them into numbers and names, and number settings and lucks.

    Parameters
    ----------
    table : pandas.DataFrame
        One row per run.
    factors : sequence of str
        Columns that conditions may be about. One that never varies is left out.
    cases : array of bool
        Which rows are cases.

    Raises
    ------
    DiscoveryError
        When a factor is missing or blank, nothing varies, or no row or every row is a case.
    """
    truth = np.asarray(cases, dtype=bool)
    if len(truth) != len(table):
        raise DiscoveryError(f"{len(truth)} answers for {len(table)} rows")
    _refuse_missing(table, factors)
    _refuse_one_sided(truth)
    kept = _varying(table, factors)
    setting = kept.groupby(list(kept), sort=False).ngroup()
    settings = kept[~kept.duplicated()].reset_index(drop=True)
    trials = Trials(np.asarray(setting, dtype=np.int64), _ordered_lucks(table), truth)
    nothing = np.zeros(len(settings), dtype=np.int64)
    return trials.counted(Inputs.of(settings, nothing, nothing)), trials


def _ordered_lucks(table: pd.DataFrame) -> Lucks:
    """Lucks numbered by seed and run; a row has a luck of its own where the table names none."""
    if not set(LUCK) <= set(table):
        return np.arange(len(table), dtype=np.int64)
    return np.asarray(table.groupby(list(LUCK), sort=True).ngroup(), dtype=np.int64)


def _refuse_missing(table: pd.DataFrame, factors: Sequence[str]) -> None:
    missing = [name for name in factors if name not in table]
    if missing:
        raise DiscoveryError(f"the rows have no factor '{missing[0]}'")


def _refuse_one_sided(cases: Mask) -> None:
    if not cases.any():
        raise DiscoveryError("no run is a case, so there is nothing to find")
    if cases.all():
        raise DiscoveryError("every run is a case, so no condition tells them apart")


def _varying(table: pd.DataFrame, factors: Sequence[str]) -> pd.DataFrame:
    """The columns of the factors that vary, none of them blank anywhere."""
    kept = table[[name for name in factors if table[name].nunique(dropna=False) > 1]]
    blank = [str(name) for name in kept if kept[name].isna().any()]
    if blank:
        raise DiscoveryError(f"factor '{blank[0]}' is blank in some rows")
    if kept.shape[1] == 0:
        raise DiscoveryError("no factor varies in these rows")
    return kept


def _in_order(column: pd.Series) -> tuple[Any, ...]:
    """The values of a column, each once, in order."""
    return tuple(sorted(column.unique().tolist(), key=lambda value: (str(type(value)), value)))


def _codes(column: pd.Series, every: tuple[Any, ...]) -> Counts:
    """The place of each value among all of them."""
    places = {value: place for place, value in enumerate(every)}
    return column.map(places).to_numpy(dtype=np.int64)


def _is_number(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)
