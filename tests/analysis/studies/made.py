"""Small studies for tests: a short quarrel of two invented countries, some of whose settings are not allowed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from analysis.studies import parts_layout, parts_storing
from analysis.studies.parts_layout import Sizes

ROOT = Path(__file__).resolve().parents[3]

SMALL = """
study: small
title: A small study
question: Does it matter who is proud, and who is there to help?
scenario: two-leaders
set: {horizon_days: 40}
factors:
  ego: {path: leaders.north.ego, low: 0, high: 1}
  pride: {paths: [leaders.north.face_need, leaders.south.face_need], low: 0.1, high: 0.9}
  help:
    choices:
      as it is: {}
      none: {mediators: {}}
design: {kind: lhs, points: 60}
replications: 60
parameters: drawn
seed: 7
"""

FAILING = """
study: failing
scenario: two-leaders
set: {horizon_days: 20}
factors:
  points: {path: leaders.north.pressure.points, levels: [0, 20, 80]}
  ceiling: {path: leaders.north.pressure.ceiling, levels: [40, 100]}
design: grid
replications: 3
seed: 1
"""
"""One row of six, 80 points under a ceiling of 40, is not allowed; each value alone is allowed."""


LARGE = """
study: large
scenario: two-leaders
set: {horizon_days: 3}
factors:
  points: {choices: {few: {leaders.north.pressure.points: 5}, many: {leaders.north.pressure.points: 80}}}
  ceiling: {choices: {low: {leaders.north.pressure.ceiling: 40}, high: {leaders.north.pressure.ceiling: 100}}}
  ego: {path: leaders.north.ego, low: 0, high: 1, steps: 75}
design: grid
replications: 3
outputs: [outcome, first_contact_day, asks, ever_summit]
seed: 5
"""
"""Of 300 rows 75 are not allowed. Cut by :data:`CUT_SMALL` it is a large study."""

CUT_SMALL = Sizes(20, 40, 60, 10, 30, 300, 300, 10)
"""Bounds under which 900 runs have 18 parts, whose rows are sorted in six groups, and a table in three partitions."""


def sides() -> tuple[str, str]:
    """The ids of the two sides of the scenario."""
    from sim.files import load_scenario

    first, second = load_scenario("two-leaders").leaders
    return first, second


@contextmanager
def cut_small() -> Iterator[None]:
    """Studies that are begun here are cut as large ones are, and have their parts in folders of seven."""
    with patch.object(parts_layout, "SIZES", CUT_SMALL), patch.object(parts_storing, "ENTRIES", 7):
        yield


def write(folder: Path, text: str = SMALL, name: str = "study.yaml") -> Path:
    """A study file with the scenario's own sides."""
    first, second = sides()
    path = folder / name
    path.write_text(text.replace(".north.", f".{first}.").replace(".south.", f".{second}."), encoding="utf-8")
    return path


def command(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        _line(words), env=_environment(variables), capture_output=True, text=True, timeout=300, check=False
    )


def start(*words: str | Path, **variables: str) -> subprocess.Popen[str]:
    """Start the command line in a process of its own."""
    return subprocess.Popen(
        _line(words), env=_environment(variables), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _line(words: tuple[str | Path, ...]) -> list[str]:
    return [sys.executable, "-m", "analysis.cli.main", *map(str, words)]


def _environment(variables: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **variables}


def digest(folder: Path) -> str:
    """A digest of the table of a study, of names and contents where it has partitions."""
    table = folder / "rows.parquet"
    if table.is_file():
        return hashlib.sha256(table.read_bytes()).hexdigest()
    whole = b"".join(path.name.encode() + path.read_bytes() for path in sorted(table.iterdir()))
    return hashlib.sha256(whole).hexdigest()


def parts(folder: Path) -> dict[str, tuple[int, int]]:
    """Names of the stored parts, with inode and time of writing: a part that is written anew has another."""
    stats = {path.name: path.stat() for path in (folder / "runs").rglob("part-*.parquet")}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a study."""
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text())
    return found
