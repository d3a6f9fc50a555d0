"""Keeping the record of a run in a folder of tables or in one file, whole or not at all, and reading it back."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from sim.files.problems import ScenarioError
from sim.files.scenario_writing import scenario_yaml
from sim.files.source_text import LARGEST_FILE
from sim.results.csv_tables import pairs_from_csv, pairs_to_csv, table_from_csv, table_to_csv
from sim.results.old_records import renewed_outcome, renewed_scenario, renewed_tables
from sim.results.outcome import Outcome, flatten_outcome, restore_outcome
from sim.results.placing import RecordError, read_files, refuse_foreign, write_files
from sim.results.record_checks import (
    HEADING,
    Wrong,
    check_decisions,
    check_events,
    check_heading,
    check_outcome,
    check_steps,
    largest_tables,
)
from sim.results.record_columns import TABLES
from sim.scenario.scenario import FORMAT, Scenario

__all__ = ["RecordError", "RecordParts", "check_place", "heading_of", "read_record", "record_files", "write_record"]

MANIFEST = "manifest.json"
SCENARIO = "scenario.yaml"
OUTCOME = "outcome.csv"
FILES = (*(f"{table}.csv" for table in TABLES), OUTCOME, SCENARIO)
OLD_ROOM = 2
"""How much larger a table of an earlier format may be; it may have columns that are not read any more."""

LARGEST_MANIFEST = LARGEST_OUTCOME = 100_000
"""Bytes; both have a few lines, the outcome some for each issue and each action of a side."""


class Record(Protocol):
    """What a record is made of, as far as storing it goes (a :class:`sim.results.trajectory.Trajectory`)."""

    @property
    def scenario(self) -> Scenario:
        """What was run."""

    @property
    def columns(self) -> Mapping[str, Mapping[str, tuple[Any, ...]]]:
        """The three tables, as columns."""

    @property
    def outcome(self) -> Outcome:
        """How it ended."""

    @property
    def format(self) -> int:
        """In which format it was kept; that of this climbdown for a run of its own."""


class RecordParts(NamedTuple):
    """The parts of a record that was read back, checked; arguments of a :class:`sim.results.trajectory.Trajectory`."""

    scenario: Scenario
    seed: int
    run: int
    parameters: str
    order: str
    version: str
    steps: Mapping[str, list[Any]]
    events: Mapping[str, list[Any]]
    decisions: Mapping[str, list[Any]]
    outcome: Outcome
    format: int


def write_record(record: Record, path: str | Path) -> Path:
    """Write a record to a folder, or to a single file when `path` ends in ``.zip``.

    The record appears whole or not at all: it is written beside its place, flushed to the disk and then moved there.

    Parameters
    ----------
    record : Record
        What to keep.
    path : str or Path
        Where. Something that is there already is replaced only if it is such a record itself.

    Returns
    -------
    Path
        Where the record lies.

    Raises
    ------
    RecordError
        When something else is in the way or the disk refuses, or the record was kept in an earlier format; what was
        there before is untouched.
    """
    if record.format != FORMAT:
        raise RecordError(f"a record of format {record.format} is not written anew; copy its files as they are")
    return write_files(Path(path), record_files(record), MANIFEST)


def record_files(record: Record) -> dict[str, bytes]:
    """Return the files of a record, the manifest with their checksums last; content by plain file name."""
    files = {f"{table}.csv": table_to_csv(record.columns[table]) for table in TABLES}
    files[OUTCOME] = pairs_to_csv(flatten_outcome(record.outcome))
    files[SCENARIO] = scenario_yaml(record.scenario).encode()
    files[MANIFEST] = _manifest(record, files)
    return files


def check_place(path: str | Path) -> None:
    """Refuse a place where :func:`write_record` would fail, before there is anything to write.

    Raises
    ------
    RecordError
        When something else is there, or the folder it lies in cannot be written.
    """
    refuse_foreign(Path(path), (*FILES, MANIFEST), MANIFEST)


def read_record(path: str | Path) -> RecordParts:
    """Read the parts of a record that :func:`write_record` wrote, and check that they are what it writes.

    A record of format 1 is read too, its names as they are now (:mod:`sim.results.old_records`).

    Raises
    ------
    RecordError
        When there is no record at `path`, or it is damaged, incomplete, from a newer version, larger than its scenario
        allows, or holds what no run could have left; the message names the file and what is wrong in it.
    """
    place = Path(path)
    files = read_files(place, {MANIFEST: LARGEST_MANIFEST, SCENARIO: LARGEST_FILE, OUTCOME: LARGEST_OUTCOME})
    manifest = heading_of(place, files[MANIFEST])
    _compare(place, files, manifest)
    is_old = manifest["format"] < FORMAT
    scenario = _scenario(place, files[SCENARIO], is_old)
    room = OLD_ROOM if is_old else 1
    tables = read_files(place, {f"{table}.csv": room * most for table, most in largest_tables(scenario).items()})
    _compare(place, tables, manifest)
    try:
        return _parts(scenario, manifest, files | (_renewed(files, tables, scenario) if is_old else tables))
    except Wrong as error:
        raise RecordError(f"{place}: {error}") from error


def _renewed(files: Mapping[str, bytes], tables: Mapping[str, bytes], scenario: Scenario) -> dict[str, bytes]:
    """The tables and the outcome of a record of an earlier format as the present one has them."""
    try:
        return renewed_tables(tables, scenario) | {OUTCOME: renewed_outcome(files[OUTCOME], tables["events.csv"])}
    except (ValueError, IndexError, csv.Error) as error:
        raise Wrong("its tables", str(error)) from error


def _parts(scenario: Scenario, manifest: Mapping[str, Any], files: Mapping[str, bytes]) -> RecordParts:
    """Read and check every part of a record whose checksums are right."""
    check_heading(manifest, scenario, MANIFEST)
    steps, events, decisions = (_table(name, files[f"{name}.csv"]) for name in TABLES)
    check_steps(steps, scenario)
    check_decisions(decisions, scenario, len(next(iter(events.values()), ())))
    check_events(events, scenario, decisions["decision"])
    outcome = _outcome(files[OUTCOME])
    check_outcome(outcome, scenario, manifest, OUTCOME)
    heading = {name: manifest[name] for name in HEADING}
    return RecordParts(
        scenario, **heading, steps=steps, events=events, decisions=decisions, outcome=outcome, format=manifest["format"]
    )


def _table(name: str, data: bytes) -> dict[str, list[Any]]:
    try:
        return table_from_csv(name, data)
    except (KeyError, ValueError, csv.Error) as error:
        raise Wrong(f"{name}.csv", str(error)) from error


def _outcome(data: bytes) -> Outcome:
    try:
        pairs = pairs_from_csv(data)
        outcome = restore_outcome(pairs)
    except (ValueError, csv.Error) as error:
        raise Wrong(OUTCOME, str(error)) from error
    surplus = sorted(set(pairs) - set(flatten_outcome(outcome)))
    if surplus:
        raise Wrong(OUTCOME, f"has a measure {surplus[0]!r} that no outcome has")
    return outcome


def _manifest(record: Record, files: Mapping[str, bytes]) -> bytes:
    content = {
        "record": "climbdown run",
        "format": FORMAT,
        "scenario": record.scenario.name,
        **{name: getattr(record, name) for name in HEADING},
        "outcome": str(record.outcome.outcome_class),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def heading_of(place: Path, data: bytes) -> dict[str, Any]:
    """Return what the manifest of a record at `place` says; RecordError when it is none that can be read."""
    try:
        manifest = dict(json.loads(data))
        dict(manifest["sha256"])
        version = manifest["format"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordError(f"{place}: {MANIFEST} is not the manifest of a climbdown run") from error
    if type(version) is not int or version < 1:
        raise RecordError(f"{place}: {MANIFEST}: format is {version!r}; allowed: a whole number from 1 to {FORMAT}")
    if version > FORMAT:
        raise RecordError(f"{place}: written in format {version}, this climbdown reads up to {FORMAT}; use a newer one")
    return manifest


def _compare(place: Path, files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> None:
    """Compare files with the checksums in the manifest."""
    for name, data in files.items():
        if name != MANIFEST and hashlib.sha256(data).hexdigest() != manifest["sha256"].get(name):
            raise RecordError(f"{place}: {name} was changed or damaged after the run (its checksum differs)")


def _scenario(place: Path, text: bytes, is_old: bool) -> Scenario:
    """Read the scenario of a record, converted if need be, through the one reader of scenario files."""
    import tempfile

    from sim.files.scenario_reading import read_scenario

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / SCENARIO
        try:
            file.write_bytes(renewed_scenario(text, SCENARIO) if is_old else text)
            return read_scenario(file)
        except ScenarioError as error:
            first = str(error.problems[0]).replace(str(file), SCENARIO)
            raise RecordError(f"{place}: {first}") from error
