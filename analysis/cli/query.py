"""`climbdown query`: a question to a study in SQL, answered as a table, as JSON or as CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.cli.errors import UserError
from analysis.cli.options import AsJson
from analysis.cli.printing import say, say_json

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 80
LINES = 40
CELL = 24

Sql = Annotated[
    str, typer.Argument(metavar="SQL", help="A select over the table rows; without one, all of it.", show_default=False)
]
StudyFolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a study.")]
Csv = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write the answer to this file instead.")]


def query(folder: StudyFolderArgument, sql: Sql = "", csv: Csv = None, as_json: AsJson = False) -> None:
    """Ask a study a question in SQL (DuckDB's): its table is called rows, one row a run.

    Names of factors and measures are its columns; one with dots or dashes stands in double quotes. A study that is
    not finished answers with the runs it has.
    """
    from analysis.studies import StudyError, export
    from analysis.studies import query as ask
    from analysis.studies.sql import EVERYTHING

    try:
        if csv is not None:
            export(folder, sql or EVERYTHING, csv)
            say([f"Table: {csv}"])
            return
        answer = ask(folder, sql or EVERYTHING)
    except StudyError as error:
        raise UserError(str(error)) from error
    if as_json:
        say_json([{str(name): plain(value) for name, value in line.items()} for line in answer.to_dict("records")])
    else:
        say(as_lines(answer))


def as_lines(answer: pd.DataFrame) -> list[str]:
    """An answer as a table of at most 80 columns and 40 lines; says what it leaves out."""
    shown = answer.head(LINES)
    cells = {str(name): [_cell(value) for value in shown[name]] for name in shown}
    widths = {name: min(max(map(len, [name, *column])), CELL) for name, column in cells.items()}
    names: list[str] = []
    used = 0
    for name, width in widths.items():
        if names and used + width + 2 > WIDTH:
            break
        names.append(name)
        used += width + 2
    lines = ["  ".join(name[: widths[name]].rjust(widths[name]) for name in names)]
    lines += [
        "  ".join(cells[name][place][: widths[name]].rjust(widths[name]) for name in names)
        for place in range(len(shown))
    ]
    left_out = [f"{len(answer) - len(shown):,} more rows"] if len(answer) > len(shown) else []
    left_out += [f"{len(widths) - len(names)} more columns"] if len(names) < len(widths) else []
    return [*lines, *([f"({' and '.join(left_out)}; --csv FILE or --json has all)"] if left_out else [])]


def plain(value: Any) -> Any:
    """A cell as plain Python; what is missing is None."""
    import pandas

    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, list | dict):
        return value
    return None if pandas.isna(value) else value if isinstance(value, int | float | str | bool) else str(value)


def _cell(value: Any) -> str:
    found = plain(value)
    if found is None:
        return ""
    return f"{found:.4g}" if isinstance(found, float) else str(found)
