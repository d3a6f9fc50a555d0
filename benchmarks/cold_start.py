"""How long a person waits for the first answer: --help, check and run, each in a fresh process.

Usage: python benchmarks/cold_start.py [REPETITIONS]

Prints a table of wall-clock seconds: the median, the fastest and the slowest of the repetitions (9 unless told), beside
what we aim for. A first start of each, which may have to compile Python files, is not counted.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from typing import NamedTuple


class Start(NamedTuple):
    """A command line and the seconds it should stay under on two cores."""

    words: tuple[str, ...]
    aim: float


STARTS = (
    Start(("--help",), 0.3),
    Start(("check", "us-china-2025"), 0.6),
    Start(("run", "two-leaders"), 1.5),
    Start(("run", "us-china-2025"), 1.5),
)


def seconds(words: tuple[str, ...]) -> float:
    """Measure one fresh process from start to end; stop when the command fails."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "analysis.cli.main", *words]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    took = time.perf_counter() - begin
    if done.returncode:
        sys.exit(f"climbdown {' '.join(words)} ended with {done.returncode}\n{done.stderr}")
    return took


def main(repetitions: int) -> None:
    """Measure every start and print the table."""
    print(f"{'command':<34}{'median':>9}{'fastest':>9}{'slowest':>9}{'aim':>7}")
    for start in STARTS:
        seconds(start.words)
        taken = [seconds(start.words) for _ in range(repetitions)]
        command = f"climbdown {' '.join(start.words)}"
        print(f"{command:<34}{statistics.median(taken):>9.3f}{min(taken):>9.3f}{max(taken):>9.3f}{start.aim:>7.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
