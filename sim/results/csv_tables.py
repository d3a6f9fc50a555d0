"""A table as CSV text that a spreadsheet opens and that reads back to the last bit."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
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
        When it is empty or no text, a column is unknown or there twice, a row has the wrong length or a cell is not of
        its column's type; names the line.
    """
    lines = _lines(data)
    _, header = next(lines)
    kinds = [_kind(name, column) for column in header]
    _refuse_doubles(1, "column", header)
    columns: list[list[Any]] = [[] for _ in header]
    for number, row in lines:
        if len(row) != len(header):
            raise ValueError(f"line {number}: {len(row)} cells instead of {len(header)}")
        for place, text in enumerate(row):
            columns[place].append(_read(number, header[place], kinds[place], text))
    return dict(zip(header, columns, strict=True))


def pairs_to_csv(pairs: Mapping[str, str]) -> bytes:
    """Return measures and their values as a CSV of two columns."""
    return table_to_csv({"measure": tuple(pairs), "value": tuple(pairs.values())})


def pairs_from_csv(data: bytes) -> dict[str, str]:
    """Return what :func:`pairs_to_csv` wrote.

    Raises
    ------
    ValueError
        When it is empty or no text, a row does not hold exactly two cells, or a measure has two rows; names the line.
    """
    lines = _lines(data)
    heads = next(lines)[1]
    if heads != ["measure", "value"]:
        raise ValueError(f"line 1: the columns are {', '.join(heads)} instead of measure, value")
    pairs: dict[str, str] = {}
    for number, row in lines:
        if len(row) != 2:
            raise ValueError(f"line {number}: {len(row)} cells instead of 2")
        _refuse_doubles(number, "measure", [*pairs, row[0]])
        pairs[row[0]] = row[1]
    return pairs


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV file with the line that each ends on, the heading first; ValueError where there is none."""
    try:
        reader = csv.reader(io.StringIO(data.decode(), newline=""))
    except UnicodeDecodeError as error:
        raise ValueError(f"is no text in UTF-8 (byte {error.start + 1})") from None
    empty = True
    for row in reader:
        empty = False
        yield reader.line_num, row
    if empty:
        raise ValueError("is empty")


def _refuse_doubles(line: int, what: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        double = next(name for place, name in enumerate(names) if name in names[:place])
        raise ValueError(f"line {line}: the {what} {double!r} is there twice")


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "" if math.isnan(value) else repr(value)
    return str(value)


def _kind(table: str, name: str) -> str:
    column = column_of(table, name)
    if column is None:
        raise ValueError(f"line 1: has a column {name!r} that this version does not know")
    return column.kind


def _read(line: int, column: str, kind: str, text: str) -> Any:
    try:
        return _READ[kind](text)
    except (ValueError, KeyError):
        raise ValueError(f"line {line}: {column} is {text!r}, not {_IN_WORDS[kind]}") from None


def _read_float(text: str) -> float:
    return float(text) if text else math.nan


def _read_bool(text: str) -> bool:
    return {"True": True, "False": False}[text]


_IN_WORDS = {"float": "a number", "int": "a whole number", "str": "a text", "bool": "True or False"}
_READ: Mapping[str, Callable[[str], Any]] = {"float": _read_float, "int": int, "str": str, "bool": _read_bool}
