"""How fast the ensemble is: seven ratios, each within one run, on the shipped us-china-2025 at its full horizon.

Usage: python benchmarks/ensemble.py [--quick] [--only abcdef] [--out FOLDER]

Prints a page and writes it as results.md and results.json beside this file (with --quick only where --out says).
--quick takes small sizes, to see that everything works; its figures mean nothing. --only names the parts to take.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent))  # a checkout need not be installed to be measured

from ratios import against_mesa, bare_mesa, floor, growth, peer, two_threads  # noqa: E402
from ratios.contenders import opened  # noqa: E402
from ratios.findings import Findings, as_data, machine, page  # noqa: E402

from sim.engines.compiled.compiling import numba_wanted  # noqa: E402
from sim.engines.compiled.engine import warm_up  # noqa: E402

Part = Callable[[], Findings]

FULL: Mapping[str, Part] = {
    "a": lambda: against_mesa.measure(runs=8, times=100, repeats=9),
    "b": lambda: two_threads.measure(runs=6000, repeats=9),
    "c": lambda: floor.measure(runs=16, times=60, repeats=15),
    "d": lambda: bare_mesa.measure(runs=6, repeats=7),
    "e": lambda: growth.measure(growth.FULL),
    "f": lambda: peer.measure(peer.FULL),
}
QUICK: Mapping[str, Part] = {
    "a": lambda: against_mesa.measure(runs=1, times=20, repeats=1),
    "b": lambda: two_threads.measure(runs=256, repeats=1),
    "c": lambda: floor.measure(runs=1, times=20, repeats=2),
    "d": lambda: bare_mesa.measure(runs=1, repeats=1),
    "e": lambda: growth.measure(growth.QUICK),
    "f": lambda: peer.measure(peer.QUICK),
}


def main() -> int:
    """Measure the parts asked for, print the page and write it."""
    asked = read_command_line()
    if not numba_wanted():
        print("These ratios are about the compiled engine, and numba is missing or turned off.", file=sys.stderr)
        return 2
    setting = machine()
    say("compiling, or fetching what was compiled")
    warm_up(opened())
    found = []
    for name in asked.only:
        begin = time.perf_counter()
        found.append((QUICK if asked.quick else FULL)[name]())
        say(f"{found[-1].title}: {time.perf_counter() - begin:.0f} s")
    print(page(setting, found))
    if asked.out is not None:
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / "results.md").write_text(page(setting, found), encoding="utf-8")
        (asked.out / "results.json").write_text(json.dumps(as_data(setting, found), indent=1) + "\n", encoding="utf-8")
    return 0


def read_command_line() -> argparse.Namespace:
    """What is asked for; only a full run of all parts replaces the results kept beside this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes: see that it works")
    parser.add_argument("--only", default="".join(FULL), help="which parts, such as ac")
    parser.add_argument("--out", type=Path, help="where results.md and results.json are written")
    asked = parser.parse_args()
    unknown = set(asked.only) - set(FULL)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; allowed: {', '.join(FULL)}")
    if asked.out is None and not asked.quick and set(asked.only) == set(FULL):
        asked.out = HERE
    return asked


def say(words: str) -> None:
    """Tell whoever waits what has just been done."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
