"""Whether a place already keeps the record of another run, which nobody may replace without saying so."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sim.files.scenario_writing import scenario_yaml
from sim.files.source_text import LARGEST_FILE
from sim.results.placing import RecordError, read_files
from sim.results.record_storing import LARGEST_MANIFEST, MANIFEST, SCENARIO, Record, heading_of, record_files
from sim.scenario.scenario import Scenario


class Address(NamedTuple):
    """Which run is to be made; with the same version of climbdown it comes out the same."""

    scenario: Scenario
    seed: int
    run: int
    parameters: str


def keeps_something(path: Path) -> bool:
    """Return whether a file or anything in a folder is at `path`."""
    return path.is_file() or (path.is_dir() and any(path.iterdir()))


def keeps_another_run(path: Path, address: Address) -> bool:
    """Return whether something is kept at `path` and is not, by its heading, the record of this run.

    A script or a person may have decided in that run; only :func:`keeps_another_record` tells.
    """
    if not keeps_something(path):
        return False
    try:
        kept = read_files(path, {MANIFEST: LARGEST_MANIFEST, SCENARIO: LARGEST_FILE})
        heading = heading_of(path, kept[MANIFEST])
    except RecordError:
        return True
    wanted = {"seed": address.seed, "run": address.run, "parameters": address.parameters, "version": _version()}
    is_same = all(heading.get(name) == value for name, value in wanted.items())
    return not is_same or kept[SCENARIO] != scenario_yaml(address.scenario).encode()


def keeps_another_record(path: Path, record: Record) -> bool:
    """Return whether something is kept at `path` and is not this very record, to the last byte of its manifest."""
    if not keeps_something(path):
        return False
    try:
        kept = read_files(path, {MANIFEST: LARGEST_MANIFEST})
    except RecordError:
        return True
    return kept[MANIFEST] != record_files(record)[MANIFEST]


def _version() -> str:
    from sim.version import __version__

    return __version__
