"""The cells of a map and the levels of each of its factors, each against all runs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates import Estimate, Measure, luck_numbers
from analysis.estimates.groups_apart import Grouping, groups_apart, is_apart
from analysis.estimates.measure_estimates import restricted_estimate

COLUMNS = ("estimate", "low", "high", "runs", "lucks", "difference", "difference_low", "difference_high", "differs")


class MapCells(NamedTuple):
    """A measure over a map.

    Attributes
    ----------
    cells : pandas.DataFrame
        A row per combination of settings: the factors, ``estimate`` with its own interval ``low`` to ``high``,
        ``runs``, ``lucks``, and ``difference`` from all runs together under the same lucks, with ends that hold for all
        cells and all levels at once; ``differs`` says whether these leave nothing out.
    levels : mapping of str to pandas.DataFrame
        The same for each level of a factor, over all settings of the others.
    whole : Estimate
        The measure of all runs together.
    """

    cells: pd.DataFrame
    levels: Mapping[str, pd.DataFrame]
    whole: Estimate


def map_cells(rows: pd.DataFrame, factors: Sequence[str], measure: Measure) -> MapCells:
    """A measure for each combination of settings and each level, numbers ascending, names as the study lists them.

    Days that never came count as all days watched: a median may lie beyond them.
    """
    ordered = rows.reset_index(drop=True)
    lucks = luck_numbers(ordered)
    groupings = [
        Grouping(_numbers(ordered, factors), _count(ordered, factors), lucks),
        *(_of_factor(ordered, factors, name, lucks) for name in factors),
    ]
    apart = groups_apart(measure.within(ordered), lucks, groupings)
    tables = [
        _in_order(_table(ordered, lucks, by, measure, differences), ordered, by)
        for by, differences in zip([list(factors), *([name] for name in factors)], apart, strict=True)
    ]
    cells, *levels = tables
    return MapCells(cells, dict(zip(factors, levels, strict=True)), restricted_estimate(measure, ordered))


def _numbers(rows: pd.DataFrame, by: Sequence[Any]) -> Any:
    return np.asarray(rows.groupby(list(by), sort=False, observed=True).ngroup().to_numpy(), dtype=np.int64)


def _count(rows: pd.DataFrame, by: Sequence[str]) -> int:
    return int(_numbers(rows, by).max()) + 1


def _of_factor(rows: pd.DataFrame, factors: Sequence[str], name: str, lucks: Any) -> Grouping:
    """The levels of a factor; if it did nothing, runs of one luck with all other factors alike would change places."""
    luck = pd.Series(lucks, name="luck")
    blocks = _numbers(rows, [luck, *(other for other in factors if other != name)])
    return Grouping(_numbers(rows, [name]), _count(rows, [name]), blocks)


def _table(rows: pd.DataFrame, lucks: Any, by: list[str], measure: Measure, apart: Sequence[Estimate]) -> pd.DataFrame:
    lines = _lines(rows, lucks, by, measure, apart)
    return pd.DataFrame(lines, columns=[*by, *COLUMNS])


def _lines(
    rows: pd.DataFrame, lucks: Any, by: list[str], measure: Measure, apart: Sequence[Estimate]
) -> Iterator[tuple[Any, ...]]:
    """A line per cell; rows are numbered from 0 on, and their lucks are known."""
    grouped = rows.groupby(by, sort=False, observed=True)
    for (settings, there), difference in zip(grouped, apart, strict=True):
        made = restricted_estimate(measure, there, lucks=lucks[there.index])
        yield (*settings, *made.numbers, made.n, made.lucks, *difference.numbers, is_apart(difference))


def _in_order(table: pd.DataFrame, rows: pd.DataFrame, factors: Sequence[str]) -> pd.DataFrame:
    keys = []
    for name in reversed(factors):
        levels = rows[name].unique().tolist()
        ranked = sorted(levels) if pd.api.types.is_numeric_dtype(rows[name]) else levels
        keys.append(table[name].map({level: rank for rank, level in enumerate(ranked)}))
    return table.iloc[np.lexsort(keys)].reset_index(drop=True)
