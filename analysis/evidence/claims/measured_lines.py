"""The file of measured effects: one line for each row and case, read whole and written whole."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from analysis.evidence.claims.measuring import Measured
from analysis.evidence.row_files import RowFile

SHIPPED = Path(__file__).with_name("measured.csv")
"""What the shipped model was last measured to do."""


class MeasuredFileError(ValueError):
    """A file that is no table of measured effects; says where."""


_READ_BY = (int, str, str, float, float, float, float, float, int, float, str)
_FILE = RowFile(
    Measured,
    dict(zip(Measured._fields, _READ_BY, strict=True)),
    MeasuredFileError,
    table="measured effects",
    line="is no measured effect",
    numbers=".6g",
)


def read_measured(file: Path = SHIPPED) -> list[Measured]:
    """The lines of a file, in its order; none when it is not there.

    Raises
    ------
    MeasuredFileError
        When the file is not such a table.
    """
    return _FILE.read(file) if file.exists() else []


def write_measured(lines: Iterable[Measured], file: Path) -> None:
    """Write lines to a file, by row and in the order of cases; numbers to six digits, which is beyond their luck.

    Raises
    ------
    OSError
        When the disk refuses.
    """
    _FILE.write(sorted(lines, key=lambda line: line.row), file)
