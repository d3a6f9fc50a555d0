"""Settings somebody wrote down: a CSV file with a path a column and a variant a row."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pandas as pd

from analysis.studies.designs.design import DESIGN_INDEX, Coordinates, Design
from analysis.studies.designs.factor import DesignError, Factor

_STRIDE = 1024
"""Rows between remembered places in the file: a million rows cost a thousand numbers."""


@dataclass(frozen=True)
class Listed(Design):
    """The rows of a CSV file (UTF-8), whose heading names paths into the scenario, or the names of given factors.

    Cells are numbers, ``true``, ``false`` or words. The file is read once when the design is made, to count and check
    its rows, and then by place; a file that has changed since is refused when a study is resumed (``digest``).
    """

    kind: ClassVar[str] = "list"
    factors: tuple[Factor, ...] = ()
    file: str = ""
    digest: str = field(default="")

    def __post_init__(self) -> None:
        columns = self._scan.columns
        given = {factor.name: factor for factor in self.factors}
        unknown = sorted(set(given) - set(columns))
        if unknown:
            raise DesignError(f"{self.file}:1: no column for factor '{unknown[0]}'; it has {', '.join(columns)}")
        # A listed factor's values are the file's own: the ends only say that it is a number's place.
        factors = tuple(given.get(name) or Factor((name,), low=0.0, high=1.0) for name in columns)
        object.__setattr__(self, "factors", factors)
        if self.digest and self.digest != self._scan.digest:
            raise DesignError(f"{self.file} has changed since the study was begun")
        object.__setattr__(self, "digest", self._scan.digest)
        super().__post_init__()

    @property
    def size(self) -> int:
        """Rows under the heading."""
        return self._scan.rows

    def coordinates(self, start: int, stop: int) -> Coordinates:  # noqa: ARG002 - it has none
        """Refuse: a list has settings, but no place in a unit cube."""
        raise DesignError("a list of settings has no coordinates; sensitivity needs a morris or a saltelli design")

    def values(self, start: int = 0, stop: int | None = None) -> pd.DataFrame:
        """Rows by index, read from the nearest remembered place."""
        first, last = self._span(start, stop)
        mark = first // _STRIDE
        rows: Iterator[list[str]] = iter(())
        if first < last:
            rows = (cells for _, _, cells in _records(Path(self.file), self._scan.places[mark]))
        chosen = list(islice(rows, first - mark * _STRIDE, last - mark * _STRIDE))
        table = {name: _tidy([_value(row[place]) for row in chosen]) for place, name in enumerate(self._scan.columns)}
        return pd.DataFrame({DESIGN_INDEX: np.arange(first, last), **table})

    @cached_property
    def _scan(self) -> _Scan:
        return _scan(Path(self.file))


@dataclass(frozen=True)
class _Scan:
    columns: tuple[str, ...]
    rows: int
    places: tuple[int, ...]
    digest: str


def _scan(path: Path) -> _Scan:
    """Count and check the rows of the file."""
    if not path.is_file():
        raise DesignError(f"{path}: no such file")
    records = _records(path, 0)
    _, _, heading = next(records, (0, 0, []))
    columns = tuple(name.strip() for name in heading)
    if not columns or not all(columns):
        raise DesignError(f"{path}:1: the heading must name a path into the scenario in every column")
    places, rows = [], 0
    for place, line, cells in records:
        _check_cells(f"{path}:{line}", cells, columns)
        if rows % _STRIDE == 0:
            places.append(place)
        rows += 1
    if rows == 0:
        raise DesignError(f"{path}: a heading and no rows")
    with path.open("rb") as handle:
        return _Scan(columns, rows, tuple(places), hashlib.file_digest(handle, "sha256").hexdigest())


def _check_cells(where: str, cells: list[str], columns: tuple[str, ...]) -> None:
    if len(cells) != len(columns):
        raise DesignError(f"{where}: {len(cells)} cells under a heading of {len(columns)}")
    for name, cell in zip(columns, cells, strict=True):
        if not cell.strip():
            raise DesignError(f"{where}: nothing under '{name}'")


def _records(path: Path, place: int) -> Iterator[tuple[int, int, list[str]]]:
    """Records from a place on: where each begins, its line (counted from the place), and its cells."""
    with path.open("rb") as handle:
        handle.seek(place)
        at = [place]

        def lines() -> Iterator[str]:
            for number, raw in enumerate(handle, 1):
                at[0] += len(raw)
                try:
                    yield raw.decode("utf-8-sig" if at[0] == len(raw) else "utf-8")
                except UnicodeDecodeError:
                    raise DesignError(f"{path}:{number}: not UTF-8 text") from None

        reader = csv.reader(lines(), strict=True)
        begin = place
        try:
            for cells in reader:
                if cells:
                    yield begin, reader.line_num, cells
                begin = at[0]
        except csv.Error as problem:
            raise DesignError(f"{path}:{reader.line_num}: {problem}") from None


def _value(cell: str) -> Any:
    text = cell.strip()
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    for kind in (int, float):
        try:
            number = kind(text)
        except ValueError:
            continue
        if not np.isfinite(number):
            break
        return number
    return text


def _tidy(cells: list[Any]) -> Any:
    """A plain column when the cells share a type, else one of objects, so that a word stays a word."""
    if len({type(cell) for cell in cells}) == 1:
        return cells
    return pd.Series(cells, dtype=object)
