"""Questions to a study in SQL, over its files where they lie; `rows` is its table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.studies.literal_paths import as_pattern
from analysis.studies.study import StudyError
from analysis.studies.study_folder import StudyFolder
from analysis.studies.study_opening import open_folder

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

EVERYTHING = "select * from rows order by cell"
MEMORY = "256MB"


def query(study: StudyFolder | str | Path, sql: str = EVERYTHING) -> pd.DataFrame:
    """Ask a study a question.

    Parameters
    ----------
    study : StudyFolder, str or path
        A study or its folder; an unfinished one answers with the runs it has.
    sql : str
        DuckDB's dialect; the table is called ``rows``. A column whose name has dots stands in double quotes.

    Returns
    -------
    pandas.DataFrame

    Raises
    ------
    StudyError
        When there is no study or no run yet, or the question cannot be answered; says why.
    """
    answer: pd.DataFrame = _ask(study, sql).df()
    return answer


def export(study: StudyFolder | str | Path, sql: str, file: Path) -> None:
    """Write the answer to a question as CSV, streamed; errors as for :func:`query`."""
    import duckdb

    answer = _ask(study, sql)
    beside = file.with_name(file.name + ".tmp")
    try:
        answer.write_csv(str(beside))
        beside.replace(file)
    except duckdb.Error as error:
        raise StudyError(f"{file}: was not written: {_first_line(error)}") from None
    finally:
        beside.unlink(missing_ok=True)


def connect(study: StudyFolder) -> duckdb.DuckDBPyConnection:
    """A connection in memory in which ``rows`` is the study's table.

    Raises
    ------
    StudyError
        When there is no run yet.
    """
    import duckdb

    files = study.files()
    if not files:
        raise StudyError(f"{study.path}: no run is done yet; climbdown sweep goes on with it")
    connection = duckdb.connect()
    connection.execute(f"set memory_limit='{MEMORY}'")
    columns = ", ".join(quoted(name) for name in study.schema.names if name != "traceback")
    try:
        opened = connection.read_parquet([as_pattern(file) for file in files], hive_partitioning=False)
    except duckdb.Error as error:
        raise StudyError(f"{study.path}: its files cannot be opened ({_first_line(error)})") from None
    opened.create_view("every_column")
    connection.execute(f"create view rows as select {columns} from every_column")  # noqa: S608 - names are quoted
    return connection


def quoted(name: str) -> str:
    """A column's name as SQL takes it."""
    return '"' + name.replace('"', '""') + '"'


def _ask(study: StudyFolder | str | Path, sql: str) -> Any:
    import duckdb

    folder = study if isinstance(study, StudyFolder) else open_folder(study)
    connection = connect(folder)
    try:
        answer = connection.sql(sql)
    except duckdb.Error as error:
        raise StudyError(f"the question cannot be answered: {_first_line(error)}") from None
    if answer is None:
        raise StudyError("the question has no answer; it must be a select over the table rows")
    return answer


def _first_line(error: Exception) -> str:
    return "; ".join(line.strip() for line in str(error).splitlines() if line.strip() and "^" not in line)
