"""Tables that ship as files: one line for each row, every cell of a known kind, read whole and written whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from sim.results.whole_files import write_whole

Row = TypeVar("Row", bound=Sequence[Any])


@dataclass(frozen=True)
class RowFile(Generic[Row]):
    """A kind of file, and how its lines are read and written.

    Attributes
    ----------
    make : callable
        Makes a row from its cells.
    cells : mapping of str to callable
        By column, in order, what reads a cell.
    error : type
        What is raised for a file that is no such table.
    table, line : str
        What the file is, and what a line that cannot be read does not do, in the words of its errors.
    numbers : str
        How numbers that are not whole are written: no finer than their luck deserves.
    """

    make: Callable[..., Row]
    cells: dict[str, Callable[[str], Any]]
    error: type[ValueError]
    table: str
    line: str
    numbers: str

    def read(self, file: Path) -> list[Row]:
        """Return the lines of a file, in its order.

        Raises
        ------
        ValueError
            Of the kind's own type, when the file is no such table; says where.
        OSError
            When the file cannot be read.
        """
        heads, *rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines())) or [[]]
        if heads != list(self.cells):
            raise self.error(f"{file}:1: is not a table of {self.table}; its columns are {', '.join(heads) or 'none'}")
        return [self._row(row, f"{file}:{number}") for number, row in enumerate(rows, start=2)]

    def _row(self, row: list[str], where: str) -> Row:
        try:
            return self.make(*(read(cell) for read, cell in zip(self.cells.values(), row, strict=True)))
        except ValueError as error:
            raise self.error(f"{where}: {self.line}: {error}") from None

    def write(self, rows: Iterable[Row], file: Path) -> None:
        """Write lines to a file, whole or not at all.

        Raises
        ------
        OSError
            When the disk refuses.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.cells)
        for row in rows:
            writer.writerow([format(cell, self.numbers) if isinstance(cell, float) else cell for cell in row])
        write_whole(file, text.getvalue())
