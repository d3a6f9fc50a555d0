"""A study of ten million rows carried out and then asked, each command in a process of its own: time, memory, files."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

from ratios.findings import Findings, Table

HERE = Path(__file__).resolve().parent
MEGABYTE = 2**20
LOOK = 5.0
"""Seconds between two looks at the study's folder."""

STUDY = """
study: large
scenario: us-china-2025
set: {{horizon_days: 3}}
factors:
  us_need: {{path: leaders.us.face_need, low: 0, high: 1}}
  china_need: {{path: leaders.china.face_need, low: 0, high: 1}}
  us_ego: {{path: leaders.us.ego, low: 0, high: 1}}
  china_ego: {{path: leaders.china.ego, low: 0, high: 1}}
design: {{kind: lhs, points: {points}}}
replications: {replications}
parameters: drawn
seed: 11
"""


class Told(NamedTuple):
    """What a command took: wall and CPU seconds, and megabytes at most."""

    wall: float
    cpu: float
    peak: float


class Lying(NamedTuple):
    """What lies in a folder: files, bytes, and entries of its fullest folder."""

    files: int
    size: int
    fullest: int


def measure(points: int, replications: int, place: Path) -> Findings:
    """Sweep a study of so many runs, and ask it by every command that reads one.

    Parameters
    ----------
    points, replications : int
        Of the study.
    place : pathlib.Path
        Where its folder goes; a study that is there already is asked only.
    """
    study, folder, runs = place / "large.yaml", place / "large.study", points * replications
    study.write_text(STUDY.format(points=points, replications=replications), encoding="utf-8")
    watched = [_lying(folder)]
    rows = []
    for name, words in _commands(study, folder, points, replications).items():
        done, most = _watched(words, folder)
        watched.append(most)
        rows.append((name, done.wall, done.cpu, done.cpu / runs * 1e6, done.peak))
    most = Lying(*(max(column) for column in zip(*watched, strict=True)))
    end = _lying(folder)
    found = Findings(f"d. {runs:,} rows of three days each, from the command line")
    head = ("command", "wall s", "CPU s", "CPU us a row", "MB at most")
    found.tables = [Table(f"{points:,} settings, {replications} runs of each", head, rows), _on_disk(most, end, runs)]
    return found


def _commands(study: Path, folder: Path, points: int, replications: int) -> dict[str, list[str]]:
    """Each command by what a reader calls it."""
    last = ["--row", str(points - 1), "--rep", str(replications - 1)]
    return {
        "sweep --plan": ["sweep", str(study), "--out", f"{folder}.none", "--plan"],
        "sweep": ["sweep", str(study), "--out", str(folder), "--yes"],
        "sweep, finished": ["sweep", str(study), "--out", str(folder), "--yes"],
        "query, one share": ["query", str(folder), "select count(*), avg((outcome = 'deal')::int) from rows"],
        "query, one row": ["query", str(folder), "select * from rows where cell = 77"],
        "rerun": ["rerun", str(folder), *last],
        "report": ["report", str(folder), "--out", f"{folder}.html", "--force"],
        "discover": ["discover", str(folder), "--where", "trough_us > 0.17"],
    }


def _on_disk(most: Lying, end: Lying, runs: int) -> Table:
    rows = [
        (name, own.files, own.fullest, own.size / 1e6, own.size / runs)
        for name, own in (("at most, while it ran", most), ("in the end", end))
    ]
    return Table("On the disk", ("when", "files", "in one folder", "MB", "bytes a row"), rows)


def _watched(words: list[str], folder: Path) -> tuple[Told, Lying]:
    """Run a command; what it took, and the most that lay in the folder meanwhile."""
    ended, seen = threading.Event(), [_lying(folder)]

    def look() -> None:
        while not ended.wait(LOOK):
            seen.append(_lying(folder))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        told = _run(words)
    finally:
        ended.set()
        looking.join()
    return told, Lying(*(max(column) for column in zip(*seen, strict=True)))


def _run(words: list[str]) -> Told:
    """Run the command line in a process of its own, whose use of the machine the system adds up."""
    environment = {**os.environ, "PYTHONPATH": str(HERE.parents[1])}
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "analysis.cli.main", *words],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"climbdown {' '.join(words)} ended with {process.returncode}\n{said}")
    return Told(time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / MEGABYTE)


def _lying(folder: Path) -> Lying:
    """What lies in a folder now; files that go while they are counted do not count."""
    files = size = fullest = 0
    for _, folders, names in os.walk(folder):
        fullest = max(fullest, len(folders) + len(names))
    for path in folder.rglob("*"):
        try:
            files, size = files + path.is_file(), size + (path.stat().st_size if path.is_file() else 0)
        except FileNotFoundError:
            continue
    return Lying(files, size, fullest)
