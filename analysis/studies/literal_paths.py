"""Paths handed to libraries that take some characters for a pattern: each names one file, whatever it is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa


Filter = tuple[str, str, Any]
"""A condition on a column, as pyarrow takes it: ``("cell", "==", 3)``."""


def read_literally(
    path: Path, columns: Sequence[str] | None = None, filters: Sequence[Filter] | None = None
) -> pa.Table:
    """Read a Parquet file by its handle, since pyarrow expands ``~`` and takes ``name=value`` for a column.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    columns : sequence of str, optional
        Which columns, in this order; by default all.
    filters : sequence of Filter, optional
        Conditions that rows must meet.

    Raises
    ------
    OSError
        When it cannot be read.
    """
    import pyarrow.parquet as pq

    wanted = None if columns is None else list(columns)
    with path.open("rb") as file:
        table = pq.read_table(file, columns=wanted, filters=None if filters is None else list(filters))
    return table if wanted is None else table.select(wanted)


def read_group(path: Path, group: int) -> pa.Table:
    """Read one group of rows of a Parquet file by its handle; OSError when it cannot be read."""
    import pyarrow.parquet as pq

    with path.open("rb") as file:
        return pq.ParquetFile(file).read_row_group(group, use_threads=False)
