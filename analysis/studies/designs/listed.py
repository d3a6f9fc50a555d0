"""Settings somebody wrote down: a CSV file with one path per column and one variant per row."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
import pandas as pd

from analysis.studies.designs.design import ROW, Coordinates, Design
from analysis.studies.designs.factor import DesignError, Factor
from sim.files import ScenarioError
from sim.files.list_files import cell_spot, check_cells, heading, read_cell, records
from sim.files.problems import Findings, Spot, fail
from sim.files.scenario_slots import slot_at
from sim.files.slots import Kind, Slot

_STRIDE = 1024
"""Rows between remembered places in the file: a million rows cost a thousand numbers."""


class Repeats(NamedTuple):
    """Rows of a list that an earlier row gives already: how many, and the line of the first with that of the other."""

    rows: int
    line: int
    of_line: int


@dataclass(frozen=True)
class Listed(Design):
    """The rows of a CSV file (UTF-8), whose heading names paths into the scenario, or the names of given factors.

    A cell is read by the type of the field it goes to: ``007`` may be a name, and is 7 where a number stands. The file
    is read once when the design is made, to count and check its rows, and then by place; a file that has changed since
    is refused when a study is resumed (``digest``).
    """

    kind: ClassVar[str] = "list"
    factors: tuple[Factor, ...] = ()
    file: str = ""
    digest: str = field(default="")

    def __post_init__(self) -> None:
        if not self.file:
            raise DesignError("a list needs `file`, the CSV file with its rows")
        columns = self._scan.columns
        given = {factor.name: factor for factor in self.factors}
        unknown = sorted(set(given) - set(columns))
        if unknown:
            said = f"no column for factor '{unknown[0]}'; it has {', '.join(columns)}"
            raise DesignError.at(fail(Spot(self.file, 1, 1), said))
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
            rows = (record.cells for record in records(Path(self.file), self._scan.places[mark]))
        chosen = list(islice(rows, first - mark * _STRIDE, last - mark * _STRIDE))
        slots = [_slot(factor) for factor in self.factors]
        table = {
            name: _tidy([read_cell(row[place], slots[place]) for row in chosen])
            for place, name in enumerate(self._scan.columns)
        }
        return pd.DataFrame({ROW: np.arange(first, last), **table})

    def repeats(self) -> Repeats | None:
        """Rows that set what an earlier one sets, however a number is written; they are run, but tell nothing new."""
        slots = [_slot(factor) for factor in self.factors]
        marks, lines = array("q"), array("q")  # 16 bytes for each row of a list that may have a million
        for record in islice(records(Path(self.file)), 1, None):
            cells = [read_cell(cell, slot) for cell, slot in zip(record.cells, slots, strict=True)]
            marks.append(hash(tuple((isinstance(cell, bool), cell) for cell in cells)))
            lines.append(record.line)
        _, firsts, which = np.unique(np.asarray(marks), return_index=True, return_inverse=True)
        earlier = firsts[which]
        repeated = np.flatnonzero(earlier != np.arange(len(marks)))
        if not len(repeated):
            return None
        return Repeats(len(repeated), lines[repeated[0]], lines[earlier[repeated[0]]])

    def heading_spot(self, name: str) -> Spot:
        """Where the heading names a column."""
        return cell_spot(Path(self.file), next(records(Path(self.file))), self._scan.columns.index(name))

    def value_spot(self, row: int, name: str) -> Spot:
        """Where the value of a row stands under a heading."""
        record = next(islice(records(Path(self.file)), row + 1, None))
        return cell_spot(Path(self.file), record, self._scan.columns.index(name))

    @cached_property
    def _scan(self) -> _Scan:
        try:
            return _scan(Path(self.file))
        except ScenarioError as error:
            raise DesignError.at(error) from None


@dataclass(frozen=True)
class _Scan:
    columns: tuple[str, ...]
    rows: int
    places: tuple[int, ...]
    digest: str


def _scan(path: Path) -> _Scan:
    """Count and check the rows of the file."""
    names = heading(path).cells
    places: list[int] = []
    findings = Findings()
    rows = 0
    for rows, record in enumerate(islice(records(path), 1, None), 1):
        check_cells(path, record, names, findings)
        if rows % _STRIDE == 1:
            places.append(record.place)
    findings.stop()
    if rows == 0:
        raise fail(Spot(str(path), 1, 1), "a heading and no rows")
    with path.open("rb") as handle:
        return _Scan(tuple(names), rows, tuple(places), hashlib.file_digest(handle, "sha256").hexdigest())


_NAME = Slot(Kind.text, "The name of an alternative.")


def _slot(factor: Factor) -> Slot | None:
    """What the cells of a factor's column are read as: names of its alternatives, or what its path takes."""
    if factor.levels and all(isinstance(level, str) for level in factor.levels):
        return _NAME
    return slot_at(tuple(factor.paths[0].split(".")))


def _tidy(cells: list[Any]) -> Any:
    """A plain column when the cells share a type, else one of objects, so that a word stays a word."""
    if len({type(cell) for cell in cells}) == 1:
        return cells
    return pd.Series(cells, dtype=object)
