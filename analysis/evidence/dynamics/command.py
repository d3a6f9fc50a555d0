"""``python -m analysis.evidence dynamics``: measure the rows of the table of behaviours and say which are reached.

Without a folder it prints a compact table; with one (``docs``) it also writes ``dynamics.md`` there.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from analysis.evidence.dynamics.rows import ROWS
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.told import lines
from sim.files.shipped import list_scenarios

LUCKS = 2000
QUICK = 400


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and tell; returns the exit code: 0 whatever was found, 2 for a row or a case that is not there."""
    asked = parsed(arguments)
    lucks = asked.n or (QUICK if asked.quick else LUCKS)
    for parameters in asked.parameters.split(","):
        stage = Stage(asked.cases, lucks, parameters, asked.seed, _progress)
        for name in asked.rows:
            begun = time.perf_counter()
            finding = ROWS[name].measure(stage)
            _progress("")
            sys.stdout.write("\n".join(lines(ROWS[name], finding, parameters)) + "\n")
            sys.stdout.write(f"        {time.perf_counter() - begun:.1f} s\n")
            sys.stdout.flush()
    return 0


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; ends the process with exit code 2 for names that are not there."""
    parser = argparse.ArgumentParser(prog="python -m analysis.evidence dynamics", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="folder of the documents, to write dynamics.md into")
    parser.add_argument("-n", type=int, help=f"lucks of each variant (default {LUCKS}, {QUICK} with --quick)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} lucks")
    parser.add_argument("--rows", type=_chosen(ROWS), default=list(ROWS), help="such as D1,D4")
    parser.add_argument("--cases", type=_chosen(list_scenarios()), default=list_scenarios(), help="such as two-leaders")
    parser.add_argument("--parameters", default="central", help="central, drawn or central,drawn")
    parser.add_argument("--seed", type=int, default=0, help="of the luck")
    return parser.parse_args(arguments)


def _chosen(known: Sequence[str] | dict[str, object]):  # noqa: ANN202
    def read(text: str) -> list[str]:
        names = text.split(",")
        for name in names:
            if name not in known:
                raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(known)}")
        return names

    return read


def _progress(text: str) -> None:
    """Say on the error stream what is being run, over the line before."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text[:110]}")
        sys.stderr.flush()
