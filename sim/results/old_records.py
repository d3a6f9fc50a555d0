"""A kept run of format 1 as the present format has it: the one place where its scenario, names and tables are mapped.

A record of format 1 came about under other rules. It is read, shown and explained as it was kept; nothing of it is run
again. What format 1 did not record is blank: no number, no word, and nothing for a consideration that nobody weighed.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from sim.files.format_changes import new_names
from sim.files.format_conversion import convert
from sim.results.csv_tables import pairs_from_csv, pairs_to_csv
from sim.results.record_columns import TABLES, column_names, column_of
from sim.scenario.scenario import Scenario
from sim.vocabulary import components, events
from sim.vocabulary.milestones import EVER

BLANK = {"float": "", "int": "-1", "str": "", "bool": "False"}
"""What stands in a column that format 1 did not have, by its kind."""

NOT_WEIGHED = "0.0"
"""What a consideration that format 1 did not know added to a utility."""

Files = Mapping[str, bytes]


def renewed_scenario(text: bytes, file: str) -> bytes:
    """Return the text of a scenario of format 1 in the present format; ScenarioError when it is none."""
    return convert(text.decode(), file).text.encode()


def renewed_tables(tables: Files, scenario: Scenario) -> dict[str, bytes]:
    """Return the tables of a record of format 1 with the columns that records have now.

    Parameters
    ----------
    tables : mapping of str to bytes
        ``steps.csv``, ``events.csv`` and ``decisions.csv``.
    scenario : Scenario
        The scenario of the record, converted.

    Raises
    ------
    ValueError
        When a table is empty or no text.
    """
    return {f"{table}.csv": _renewed_table(table, tables[f"{table}.csv"], scenario) for table in TABLES}


def _renewed_table(table: str, data: bytes, scenario: Scenario) -> bytes:
    rows = csv.reader(io.StringIO(data.decode(), newline=""))
    names = new_names(table)
    head = [names.get(name, name) for name in next(rows, [])]
    wanted = column_names(table, scenario)
    places = [head.index(name) if name in head else None for name in wanted]
    blanks = [_blank(table, name) for name in wanted]
    words = [new_names(f"{table}.{name}") for name in wanted]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(wanted)
    for row in rows:
        cells = (blank if at is None else row[at] for at, blank in zip(places, blanks, strict=True))
        writer.writerow(word.get(cell, cell) for word, cell in zip(words, cells, strict=True))
    return text.getvalue().encode()


def _blank(table: str, name: str) -> str:
    column = column_of(table, name)
    assert column is not None, f"{table}.{name} is no column of a record"
    return NOT_WEIGHED if name in components.WORDS else BLANK[column.kind]


def renewed_outcome(data: bytes, events_file: bytes) -> bytes:
    """Return the outcome of a record of format 1 with the measures that outcomes have now.

    What happened on the way is read anew from the events, since its words have changed.

    Parameters
    ----------
    data : bytes
        ``outcome.csv``.
    events_file : bytes
        ``events.csv``.

    Raises
    ------
    ValueError
        When one of them is not what it should be.
    """
    names = new_names("outcome")
    pairs = {names.get(name, name): value for name, value in pairs_from_csv(data).items()}
    kept = {name: value for name, value in pairs.items() if not name.startswith("ever.")}
    happened = set(_milestones(events_file))
    return pairs_to_csv(kept | {f"ever.{word}": str(word in happened) for word in EVER})


def _milestones(events_file: bytes) -> Iterator[str]:
    """The milestones that the events of a record are, some of them several times."""
    marks = {row.word: row.ever for row in events.ROWS}
    words = new_names("events.kind")
    for row in csv.DictReader(io.StringIO(events_file.decode(), newline="")):
        kind = row.get("kind", "")
        yield marks.get(words.get(kind, kind), "")
