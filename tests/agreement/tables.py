"""Whether two tables of runs hold the same bits."""

from __future__ import annotations

import hashlib

import numpy as np

from sim.results.runs import Runs


def digest(runs: Runs) -> str:
    """A digest of every bit of a table of runs and of its pictures."""
    found = hashlib.sha256()
    for name in sorted(runs.measures):
        found.update(name.encode() + np.ascontiguousarray(runs.measures[name]).tobytes())
    for name in sorted(runs.pictures):
        found.update(name.encode() + np.ascontiguousarray(runs.pictures[name]).tobytes())
    found.update(runs.row.tobytes() + runs.run.tobytes())
    return found.hexdigest()


def first_difference(one: Runs, other: Runs) -> str | None:
    """The first entry and column at which two tables of the same runs differ, in words."""
    for name in one.measures:
        here, there = one.measures[name].view(np.int64), other.measures[name].view(np.int64)
        differs = np.flatnonzero(here != there)
        if len(differs):
            entry = int(differs[0])
            values = f"{one.measures[name][entry]} and {other.measures[name][entry]}"
            return f"entry {entry}, run {one.run[entry]}, {name}: {values}"
    return None if digest(one) == digest(other) else "runs, rows or pictures differ"
