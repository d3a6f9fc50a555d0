"""`climbdown query`: a question to a study in SQL, answered as a table, as JSON or as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.options import AsJson
from analysis.cli.printing import safe, say, say_json_lines, width
from analysis.cli.writing import Force, refuse_taken

if TYPE_CHECKING:
    from analysis.studies.query_answers import Answer

LINES = 40
CELL = 24
MOST_COUNTED = 1_000_000
"""Rows beyond the screenful that are counted; an answer may have no end that anybody could wait for."""

Sql = Annotated[
    str | None,
    typer.Argument(metavar="SQL", help="A select over the table rows; without one, all of it.", show_default=False),
]
StudyFolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a study.")]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the answer to this file instead.")]


def query(
    folder: StudyFolderArgument, sql: Sql = None, csv: Csv = None, force: Force = False, as_json: AsJson = False
) -> None:
    """Ask a study a question in SQL (DuckDB's): its table is called rows, one row per run.

    Names of factors and measures are its columns; one with dots or dashes stands in double quotes. A question is one
    query: it reads the study, and neither changes it nor reaches any other file. A study that is not finished answers
    with the runs it has.
    """
    from analysis.studies import StudyError, export
    from analysis.studies.query_answers import plain
    from analysis.studies.sql import EVERYTHING, asking

    refuse_taken(csv, force)
    question = EVERYTHING if sql is None else sql
    try:
        if csv is not None:
            export(folder, question, csv)
            say([f"Table: {csv}"])
            return
        with asking(folder, question) as answer:
            if as_json:
                names = answer.names
                say_json_lines(dict(zip(names, map(plain, row), strict=True)) for row in answer.rows)
            else:
                say(as_lines(answer))
    except StudyError as error:
        raise UserError(str(error)) from error


def as_lines(answer: Answer) -> Iterator[str]:
    """An answer as a table as wide as the terminal and of at most 40 lines; says what it leaves out.

    A text that is cut ends in two dots; a number is never cut.
    """
    shown = list(islice(answer.rows, LINES))
    all_columns = (_column(name, [row[place] for row in shown]) for place, name in enumerate(answer.names))
    columns = list(_side_by_side(all_columns))
    yield from ("  ".join(cells) for cells in zip(*columns, strict=True))
    yield from _left_out(sum(1 for _ in islice(answer.rows, MOST_COUNTED + 1)), len(answer.names) - len(columns))


def _column(name: str, values: list[Any]) -> list[str]:
    """The cells of a column, all of one width: that of the longest, but without numbers at most :data:`CELL`."""
    from analysis.studies.query_answers import is_number, short

    cells = [_cell(name), *(_cell(short(value)) for value in values)]
    wide = max(1, *map(len, cells))
    if not any(map(is_number, values)):
        wide = min(wide, CELL)
    return [_cut(cell, wide).rjust(wide) for cell in cells]


def _side_by_side(columns: Iterable[list[str]]) -> Iterator[list[str]]:
    """The first columns, as many as stand side by side on a line; always one."""
    used, room = 0, width()
    for column in columns:
        needed = len(column[0]) + 2
        if used and used + needed > room:
            return
        yield column
        used += needed


def _left_out(rows: int, columns: int) -> Iterator[str]:
    count = f"{rows:,}" if rows <= MOST_COUNTED else f"more than {MOST_COUNTED:,}"
    left_out = [f"{count} more rows"] if rows else []
    left_out += [f"{columns} more columns"] if columns else []
    if left_out:
        yield f"({' and '.join(left_out)}; --csv FILE or --json has all)"


def _cell(content: Any) -> str:
    """A text as a cell of one line has it, before its width is taken."""
    return safe(str(content).replace("\n", "\\n").replace("\t", "\\t"))


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: max(width - 2, 0)]}.."
