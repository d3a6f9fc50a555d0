"""Groups of a study's runs added up luck by luck, read piece by piece so that memory does not grow with the study."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import Measure
from analysis.estimates.luck_contrasts import LuckTotals
from analysis.estimates.lucks import LUCK
from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS
from analysis.studies.study_columns import HORIZON
from analysis.studies.study_folder import StudyFolder

if TYPE_CHECKING:
    import pandas as pd

PIECE = 8192
"""Rows that are looked at together."""

Groups = Callable[["pd.DataFrame"], Sequence[NDArray[np.bool_]]]
"""Which rows of a piece are in each group."""


def pieces(folder: StudyFolder, wanted: Iterable[str] | None = None) -> Iterator[pd.DataFrame]:
    """Rows of the runs that are done, in columns of measures and of where a row comes from.

    DuckDB would hold its whole answer before the first row is taken, and an Arrow dataset reads far ahead.

    Parameters
    ----------
    folder : StudyFolder
        The study, finished or not.
    wanted : iterable of str, optional
        Measures' and factors' columns that are needed; by default all measures.
    """
    import pyarrow.parquet as parquet

    columns = _columns(folder, wanted)
    stored = folder.stored(columns)
    names = dict(zip(stored, columns, strict=True))
    for path in folder.files():
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(PIECE, columns=stored, use_threads=False):
                rows = batch.to_pandas().rename(columns=names)
                done = rows[rows[STATUS] == DONE]
                if len(done):
                    yield done


def _columns(folder: StudyFolder, wanted: Iterable[str] | None) -> list[str]:
    """What is read: the columns asked for that are there, and where a row comes from."""
    known = folder.schema.names
    asked = set(folder.manifest["measures"] if wanted is None else wanted)
    return list(dict.fromkeys([*(name for name in known if name in asked), HORIZON, ROW, REPLICATION, *LUCK, STATUS]))


def group_totals(source: Iterable[pd.DataFrame], measure: Measure, groups: Groups) -> list[LuckTotals]:
    """What was measured in each group, by luck; all groups over the same lucks.

    Parameters
    ----------
    source : iterable of pandas.DataFrame
        Rows of runs that are done.
    measure : Measure
        From the catalogue; days that never came count as the horizon.
    groups : callable
        Which rows of a piece are in each group; a run may be in none, or in several.
    """
    numbers: dict[Any, int] = {}  # runs of one seed and number share their luck, whatever their settings
    totals: list[LuckTotals] = []
    for piece in source:
        own = zip(*(piece[name] for name in LUCK), strict=True)
        lucks = np.array([numbers.setdefault(luck, len(numbers)) for luck in own], dtype=np.int64)
        there = groups(piece)
        values = measure.within(piece)
        made = [LuckTotals.of(values[rows], lucks[rows], len(numbers)) for rows in there]
        totals = [_added(*pair) for pair in zip(totals, made, strict=True)] if totals else made
    return totals


def _added(before: LuckTotals, more: LuckTotals) -> LuckTotals:
    """Totals of both; the later may know of more lucks."""
    wider = [np.pad(part, (0, more.sums.size - part.size)) for part in before]
    return LuckTotals(wider[0] + more.sums, wider[1] + more.runs)
