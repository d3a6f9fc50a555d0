"""Which columns of a table of runs its measures are read from, found out by reading them."""

from __future__ import annotations

import contextlib
from typing import Any

import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.estimates.measure import Measure, MeasureError


class _Noting:
    """A table of runs that notes which of its columns are looked at."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self.noted: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self.table

    def __getitem__(self, name: str) -> Any:
        found = self.table[name]
        self.noted.add(name)
        return found


def columns_of(found: Measure, table: pd.DataFrame) -> set[str]:
    """The columns that one measure is read from, in a table that may be empty.

    Raises
    ------
    MeasureError
        When the table lacks one of them.
    """
    noting: Any = _Noting(table)
    found.values(noting)
    return set(noting.noted)


def columns_read(table: pd.DataFrame) -> set[str]:
    """The columns of a table of runs that its measures are read from: all else may be dropped to save room."""
    noting: Any = _Noting(table)
    for found in measures(table).values():
        with contextlib.suppress(MeasureError):  # the table keeps only some of the measures
            found.values(noting)
    return set(noting.noted)
