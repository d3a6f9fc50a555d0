"""Time and peak memory of counting ever more runs, each number of runs in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ratios.findings import Table

HERE = Path(__file__).resolve().parent
FROM_RUNS = 10_000
MEGABYTE = 2**20


class Grown(NamedTuple):
    """Wall seconds and peak megabytes by number of runs, and the table that shows both."""

    wall: dict[int, float]
    memory: dict[int, float]
    table: Table


def measure_runs(numbers: Sequence[int]) -> Grown:
    """Count each number of runs with a fresh process that keeps only summaries of the piece at hand."""
    told = {runs: _count_apart(runs) for runs in numbers}
    rows = [
        (
            f"{runs:,}",
            t["wall"],
            t["wall"] / runs * 1e6,
            t["cpu"] / runs * 1e6,
            t["before"] / MEGABYTE,
            t["peak"] / MEGABYTE,
        )
        for runs, t in told.items()
    ]
    head = ("runs", "wall s", "wall us a run", "CPU us a run", "MB before", "MB at most")
    return Grown(
        {runs: t["wall"] for runs, t in told.items()},
        {runs: t["peak"] / MEGABYTE for runs, t in told.items()},
        Table("By runs: streamed with all processors, a process for each row", head, rows),
    )


def _count_apart(runs: int) -> dict[str, float]:
    command = [sys.executable, str(HERE / "counting_process.py"), str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"counting {runs} runs ended with {done.returncode}\n{done.stderr}")
    told: dict[str, float] = json.loads(done.stdout)
    return told


def flatness(memory: Mapping[int, float]) -> float:
    """Peak memory with the most runs over that with the fewest from 10,000 on (or of all, when none has so many)."""
    counted = sorted(runs for runs in memory if runs >= FROM_RUNS) or sorted(memory)
    return memory[counted[-1]] / memory[counted[0]]
