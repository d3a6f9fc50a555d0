"""How long `run --pivot` looks for the decision that decided a run, on shipped scenarios at their full horizon.

Usage: python benchmarks/pivot.py [--quick] [RUNS]

Prints a table: one row for each of the first RUNS (3 unless told) runs of every scenario, with the futures that were
run and the seconds of wall clock they took, beside what we aim for on two cores. The engine is compiled first, and not
counted. --quick takes one run of the smallest scenario with few futures, to see that it works.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent))  # a checkout need not be installed to be measured

from analysis.pivot import Plan, Search  # noqa: E402
from sim.files import list_scenarios  # noqa: E402
from sim.processors import processors  # noqa: E402
from sim.run import prepare_engine, run_one  # noqa: E402

AIM_SECONDS = 20.0
SMALLEST = "two-leaders"
FEW = Plan(first=4, looks=2, second=8)


class Row(NamedTuple):
    """One search: of which run, how many options and futures, how long, and how far the largest decision moves."""

    scenario: str
    run: int
    options: int
    futures: int
    seconds: float
    distance: float


def measured(scenarios: list[str], runs: int, plan: Plan) -> Iterator[Row]:
    """Search once for each of the first runs of each scenario."""
    for name in scenarios:
        for run in range(runs):
            search = Search(run_one(name, run=run), plan=plan)
            begin = time.perf_counter()
            found = search.run()
            took = time.perf_counter() - begin
            largest = max((finding.distance.value for finding in found.findings), default=0.0)
            yield Row(name, run, len(search.candidates), search.runs, took, largest)


def main() -> int:
    """Measure, and print each row when it is there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes: see that it works")
    parser.add_argument("runs", type=int, nargs="?", default=3, help="runs of each scenario")
    asked = parser.parse_args()
    if asked.runs < 1:
        parser.error(f"RUNS is {asked.runs}; allowed: a whole number from 1")
    prepare_engine()
    names, runs, plan = ([SMALLEST], 1, FEW) if asked.quick else (list_scenarios(), asked.runs, Plan())
    print(f"{processors()} processors; aim: {AIM_SECONDS:.0f} s on two")
    print(f"{'scenario':<20}{'run':>4}{'options':>9}{'futures':>9}{'seconds':>9}{'distance':>10}")
    for row in measured(names, runs, plan):
        sizes = f"{row.run:>4}{row.options:>9}{row.futures:>9}"
        print(f"{row.scenario:<20}{sizes}{row.seconds:>9.1f}{row.distance:>10.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
