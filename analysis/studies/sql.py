"""Questions to a study in SQL, over its files where they lie; `rows` is its table.

A question is one query, and nothing else is carried out: DuckDB is given the study's rows and no way to any file, to
the network, to Python's variables or to its own settings.
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.studies.query_answers import Answer, csv_lines, distinct
from analysis.studies.study import StudyError
from analysis.studies.study_columns import TRACEBACK
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_opening import open_folder
from sim.results.whole_files import written_whole

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

EVERYTHING = "select * from rows order by cell"
MEMORY = "256MB"
SPILLED = "8GB"
"""What may lie on the disk while a question is answered that needs more than :data:`MEMORY`."""

PIECE = 1000
"""Rows taken at a time."""

LOCKS = (
    "enable_external_access=false",
    "python_enable_replacements=false",
    "autoinstall_known_extensions=false",
    "autoload_known_extensions=false",
    "allow_community_extensions=false",
    "lock_configuration=true",
)
"""What shuts DuckDB in; the last one keeps a question from opening any of it."""


def query(study: StudyFolder | str | Path, sql: str = EVERYTHING) -> pd.DataFrame:
    """Ask a study a question.

    Parameters
    ----------
    study : StudyFolder, str or path
        A study or its folder; an unfinished one answers with the runs it has.
    sql : str
        One query in DuckDB's dialect; the table is called ``rows``. A column whose name has dots stands in double
        quotes.

    Returns
    -------
    pandas.DataFrame
        With pandas' types: whole numbers that may be blank, and those beyond 64 bits, have the type of fractions.
        :func:`asking` gives every value as it is.

    Raises
    ------
    StudyError
        When there is no study or no run yet, or the question cannot be answered; says why.
    """
    with _asked(study, sql) as connection:
        answer: pd.DataFrame = _stoppable(connection, lambda _: connection.df(), None)
    return answer


@contextmanager
def asking(study: StudyFolder | str | Path, sql: str = EVERYTHING) -> Iterator[Answer]:
    """Ask a study a question and read the answer row by row, values as they are; as :func:`query`, errors included."""
    with _asked(study, sql) as connection:
        names = distinct([str(column[0]) for column in connection.description or ()])
        yield Answer(names, _rows(connection))


def export(study: StudyFolder | str | Path, sql: str, file: Path) -> None:
    """Write the answer to a question as CSV, streamed and whole or not at all; errors as for :func:`query`."""
    with asking(study, sql) as answer:
        try:
            with written_whole(file) as stream:
                for line in csv_lines(answer):
                    stream.write(line.encode("utf-8", "replace"))
        except OSError as error:
            raise StudyError(f"{file}: was not written: {error.strerror or error}") from None


def connect(study: StudyFolder) -> duckdb.DuckDBPyConnection:
    """A connection in memory in which ``rows`` is the study's table, and which reaches nothing else.

    Raises
    ------
    StudyError
        When there is no run yet.
    """
    import duckdb
    import pyarrow as pa
    import pyarrow.dataset as dataset

    files = study.files()
    if not files:
        raise StudyError(f"{study.path}: no run is done yet; climbdown sweep goes on with it")
    connection = duckdb.connect()
    connection.execute(f"set memory_limit='{MEMORY}'")
    connection.execute(f"set max_temp_directory_size='{SPILLED}'")
    connection.execute("set temp_directory=$1", [_spill()])
    # Arrow opens the files, by their very names: to DuckDB a name with ? or * in it means several.
    fields = [field for field in study.schema if field.name != TRACEBACK]
    names = [field.name for field in fields]
    shown = pa.schema([field.with_name(own) for field, own in zip(fields, study.stored(names), strict=True)])
    rows = dataset.dataset([str(file.absolute()) for file in files], schema=shown, format="parquet")
    _register(connection, rows, dict(zip(shown.names, names, strict=True)))
    for lock in LOCKS:
        connection.execute(f"set {lock}")
    return connection


def _register(connection: duckdb.DuckDBPyConnection, rows: Any, names: Mapping[str, str]) -> None:
    """Make rows the connection's one table, its columns called as names say (by what the files call them)."""
    if all(own == name for own, name in names.items()):
        connection.register("rows", rows)
        return
    renamed = ", ".join(f"{quoted(own)} as {quoted(name)}" for own, name in names.items())
    connection.from_arrow(rows).project(renamed).create_view("rows")


def _spill() -> str:
    """A folder that DuckDB makes when it needs one and removes in the end; none where nothing can be written."""
    try:
        return str(Path(tempfile.gettempdir(), f"climbdown-{secrets.token_hex(8)}"))
    except OSError:
        return ""


def quoted(name: str) -> str:
    """A column's name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _asked(study: StudyFolder | str | Path, sql: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that has been asked; what it refuses, then or later, is said as what is wrong with the question."""
    import duckdb

    folder = study if isinstance(study, StudyFolder) else open_folder(study)
    with connect(folder) as connection:
        try:
            _stoppable(connection, connection.execute, _only_query(connection, sql))
            yield connection
        except duckdb.Error as error:
            raise StudyError(f"the question cannot be answered: {_first_line(error)}") from None


def _only_query(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The one statement of a question.

    Raises
    ------
    StudyError
        When there is none, or more than one, or it does something else than ask.
    """
    from duckdb import StatementType

    if sql != sql.encode("utf-8", "replace").decode():
        raise StudyError("the question has bytes that are no text in UTF-8")
    statements = connection.extract_statements(sql)
    if len(statements) == 1 and statements[0].type == StatementType.SELECT:
        return statements[0]
    raise StudyError(
        f"the question is {_no_query(statements)}; it must be one query over the table rows "
        "(select, with, describe, summarize)"
    )


def _no_query(statements: list[duckdb.Statement]) -> str:
    """What a question is that is not one query, in words."""
    from duckdb import StatementType

    if not statements:
        return "empty"
    if len(statements) > 1:
        return f"{len(statements)} statements"
    if statements[0].type == StatementType.MULTI:
        return "a pivot that looks up its values first, which takes several statements: name them, as in (a, b)"
    return f"{str(statements[0].type).rpartition('.')[2].lower()}, and nothing is carried out but a query"


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while piece := _stoppable(connection, connection.fetchmany, PIECE):
        yield from piece


def _stoppable(connection: duckdb.DuckDBPyConnection, call: Callable[[Any], Any], given: Any) -> Any:
    """Let DuckDB work in a thread of its own, so that Ctrl-C reaches us while it does, and is passed on to it."""
    with ThreadPoolExecutor(1) as worker:
        working = worker.submit(call, given)
        try:
            return working.result()
        except KeyboardInterrupt:
            connection.interrupt()
            raise


def _first_line(error: Exception) -> str:
    return "; ".join(line.strip() for line in str(error).splitlines() if line.strip() and "^" not in line)
