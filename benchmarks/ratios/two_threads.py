"""How much two threads gain over one."""

from __future__ import annotations

import statistics
from functools import partial

from ratios.clock import interleave, median
from ratios.contenders import count, opened
from ratios.findings import Findings, Ratio, Table
from sim.processors import processors

AIM = 1.8


def measure(runs: int, repeats: int) -> Findings:
    """Count the same runs with one thread and with two, turn by turn."""
    found = Findings("b. Two threads against one")
    if processors() < 2:
        found.notes = ["This process may use one processor only: nothing to measure."]
        return found
    contenders = {f"{n} thread{'s' * (n > 1)}": partial(count, opened(), range(runs), n) for n in (1, 2)}
    taken = interleave(contenders, repeats)
    one, two = taken.values()
    pairs = [a.wall / b.wall for a, b in zip(one, two, strict=True)]
    work = median(two).cpu / median(one).cpu
    found.ratios = [
        Ratio("b", "one thread / two threads, wall time, median of pairs", statistics.median(pairs), AIM),
        Ratio("b", "one thread / two threads, wall time, best pair", max(pairs)),
        Ratio("b", "CPU time of two threads / of one (1 is no loss)", work),
    ]
    rows = [(name, median(t).per(runs).cpu * 1e6, median(t).per(runs).wall * 1e6) for name, t in taken.items()]
    found.tables = [Table(f"Microseconds a run, {runs:,} runs", ("threads", "CPU", "wall"), rows)]
    found.notes = [
        f"Two threads can gain at most 2; with the CPU time they use, on a machine of their own, {2 / work:.2f}.",
        "The wall time holds only where nobody else uses the processors.",
    ]
    return found
