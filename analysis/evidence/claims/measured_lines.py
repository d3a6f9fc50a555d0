"""The file of measured effects: one line for each row and case, read whole and written whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from analysis.evidence.claims.measuring import Measured
from sim.results.whole_files import write_whole

SHIPPED = Path(__file__).with_name("measured.csv")
"""What the shipped model was last measured to do."""
_NUMBERS = (int, str, str, float, float, float, float, float, int, float, str)


class MeasuredFileError(ValueError):
    """A file that is no table of measured effects; says where."""


def read_measured(file: Path = SHIPPED) -> list[Measured]:
    """The lines of a file, in its order; none when it is not there.

    Raises
    ------
    MeasuredFileError
        When the file is not such a table.
    """
    if not file.exists():
        return []
    heads, *rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines())) or [[]]
    if tuple(heads) != Measured._fields:
        raise MeasuredFileError(f"{file}:1: is not a table of measured effects; its columns are {', '.join(heads)}")
    return [_line(row, f"{file}:{number}") for number, row in enumerate(rows, start=2)]


def _line(row: list[str], where: str) -> Measured:
    try:
        return Measured(*(read(cell) for read, cell in zip(_NUMBERS, row, strict=True)))
    except ValueError as error:
        raise MeasuredFileError(f"{where}: is no measured effect: {error}") from None


def write_measured(lines: Iterable[Measured], file: Path) -> None:
    """Write lines to a file, by row and in the order of cases; numbers to six digits, which is beyond their luck.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Measured._fields)
    for line in sorted(lines, key=lambda line: line.row):
        writer.writerow([f"{cell:.6g}" if isinstance(cell, float) else cell for cell in line])
    write_whole(file, text.getvalue())
