"""A table as CSV text that a spreadsheet opens and that reads back to the last bit."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Mapping
from typing import Any

from sim.results.record_columns import column_of


def table_to_csv(table: Mapping[str, tuple[Any, ...]]) -> bytes:
    """Return a table as UTF-8 CSV; a float is its shortest exact text, a missing float an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # CRLF as RFC 4180 has it; with LF alone a carriage return in a name would not be quoted
    writer.writerow(table)
    writer.writerows(zip(*([_cell(value) for value in column] for column in table.values()), strict=True))
    return text.getvalue().encode()


def table_from_csv(name: str, data: bytes) -> dict[str, list[Any]]:
    """Return the columns of a table written by :func:`table_to_csv`.

    Raises
    ------
    ValueError
        When a column is unknown, a row has the wrong length or a cell is not of its column's type.
    """
    header, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    readers = [_reader(name, column) for column in header]
    columns: list[list[Any]] = [[] for _ in header]
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise ValueError(f"{name}.csv, row {number}: {len(row)} cells instead of {len(header)}")
        for column, read, text in zip(columns, readers, row, strict=True):
            column.append(read(text))
    return dict(zip(header, columns, strict=True))


def pairs_to_csv(pairs: Mapping[str, str]) -> bytes:
    """Return measures and their values as a CSV of two columns."""
    return table_to_csv({"measure": tuple(pairs), "value": tuple(pairs.values())})


def pairs_from_csv(data: bytes) -> dict[str, str]:
    """Return what :func:`pairs_to_csv` wrote.

    Raises
    ------
    ValueError
        When a row does not hold exactly two cells.
    """
    _, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    return dict((measure, value) for measure, value in rows)  # noqa: C402 - a row of other length is an error


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(value)
    return str(value)


def _reader(table: str, name: str) -> Callable[[str], Any]:
    column = column_of(table, name)
    if column is None:
        raise ValueError(f"{table}.csv has a column {name!r} that this version does not know")
    return _READ[column.kind]


def _read_float(text: str) -> float:
    return float(text) if text else math.nan


def _read_bool(text: str) -> bool:
    return {"True": True, "False": False}[text]


_READ: Mapping[str, Callable[[str], Any]] = {"float": _read_float, "int": int, "str": str, "bool": _read_bool}
