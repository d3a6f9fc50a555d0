"""Keeping the record of a run in a folder of tables or in one file, whole or not at all, and reading it back."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.files.scenario_writing import scenario_yaml
from sim.results.csv_tables import pairs_from_csv, pairs_to_csv, table_from_csv, table_to_csv
from sim.results.outcome import flatten_outcome, restore_outcome
from sim.results.placing import RecordError, read_files, write_files
from sim.results.record_columns import TABLES

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory
    from sim.scenario.scenario import Scenario

__all__ = ["RecordError", "load", "save"]

FORMAT = 1
HEADING = ("seed", "run", "parameters", "order", "version")
MANIFEST = "manifest.json"
SCENARIO = "scenario.yaml"
OUTCOME = "outcome.csv"
FILES = (*(f"{table}.csv" for table in TABLES), OUTCOME, SCENARIO)


def save(trajectory: Trajectory, path: str | Path) -> Path:
    """Write a record to a folder, or to a single file when `path` ends in ``.zip``.

    The record appears whole or not at all: it is written beside its place, flushed to the disk and then moved there.

    Parameters
    ----------
    trajectory : Trajectory
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
        When something else is in the way or the disk refuses; what was there before is untouched.
    """
    files = {f"{table}.csv": table_to_csv(trajectory.columns[table]) for table in TABLES}
    files[OUTCOME] = pairs_to_csv(flatten_outcome(trajectory.outcome))
    files[SCENARIO] = scenario_yaml(trajectory.scenario).encode()
    files[MANIFEST] = _manifest(trajectory, files)
    return write_files(Path(path), files, MANIFEST)


def load(path: str | Path) -> Trajectory:
    """Read a record that :func:`save` wrote.

    Returns
    -------
    Trajectory
        Equal to the one saved, in every bit.

    Raises
    ------
    RecordError
        When there is no record at `path`, or it is damaged, incomplete or from a newer version.
    """
    from sim.results.trajectory import Trajectory

    place = Path(path)
    files = read_files(place, (MANIFEST, *FILES))
    manifest = _checked(place, files)
    try:
        return Trajectory(
            _scenario(files[SCENARIO]),
            **{name: manifest[name] for name in HEADING},
            steps=table_from_csv("steps", files["steps.csv"]),
            events=table_from_csv("events", files["events.csv"]),
            decisions=table_from_csv("decisions", files["decisions.csv"]),
            outcome=restore_outcome(pairs_from_csv(files[OUTCOME])),
        )
    except (KeyError, ValueError, TypeError, csv.Error) as error:
        raise RecordError(f"{place}: the record cannot be read: {error}") from error


def _manifest(trajectory: Trajectory, files: Mapping[str, bytes]) -> bytes:
    content = {
        "record": "climbdown run",
        "format": FORMAT,
        "scenario": trajectory.scenario.name,
        **{name: getattr(trajectory, name) for name in HEADING},
        "outcome": str(trajectory.outcome.outcome_class),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _checked(place: Path, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the manifest after comparing every file with its checksum."""
    try:
        manifest = json.loads(files[MANIFEST])
        sums = dict(manifest["sha256"])
        version = int(manifest["format"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise RecordError(f"{place}: {MANIFEST} is not the manifest of a climbdown run") from error
    if version > FORMAT:
        raise RecordError(f"{place}: written in format {version}, this climbdown reads up to {FORMAT}; use a newer one")
    for name in FILES:
        if hashlib.sha256(files[name]).hexdigest() != sums.get(name):
            raise RecordError(f"{place}: {name} was changed or damaged after the run (its checksum differs)")
    return dict(manifest)


def _scenario(text: bytes) -> Scenario:
    """Read the scenario of a record through the one reader of scenario files."""
    import tempfile

    from sim.files.scenario_reading import read_scenario

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / SCENARIO
        file.write_bytes(text)
        return read_scenario(file)
