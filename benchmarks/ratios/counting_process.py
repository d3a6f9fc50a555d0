"""A process that counts runs and tells how long it took and how much memory it needed at most.

Usage: python benchmarks/ratios/counting_process.py RUNS
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[levels]) for levels in (1, 2)]

from ratios.contenders import SEED, opened, shipped  # noqa: E402
from sim.engines.compiled.engine import warm_up  # noqa: E402
from sim.run import stream_many  # noqa: E402

PIECE = 5000
"""Runs a piece; the fewest runs whose memory is compared make two pieces, as many as are ever held at once."""


def peak() -> int:
    """The most memory this process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def main(runs: int) -> None:
    """Count the runs, a piece at a time, and print seconds and bytes as JSON."""
    warm_up(opened())
    before = peak()
    wall, cpu = time.perf_counter(), time.process_time()
    done = sum(len(part) for part in stream_many(shipped(), SEED, runs, "central", piece=PIECE))
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    if done != runs:
        raise SystemExit(f"{done} of {runs} runs were counted")
    print(json.dumps({**took, "before": before, "peak": peak()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
