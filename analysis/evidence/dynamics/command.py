"""``python -m analysis.evidence dynamics``: measure the rows of the table of behaviours and say which are reached.

It prints a compact table as it goes on; with a folder (``docs``) it also writes ``dynamics.md`` there at the end.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from analysis.evidence.command_ending import INPUT, carried_out
from analysis.evidence.dynamics.measured import measure
from analysis.evidence.dynamics.page import page
from analysis.evidence.dynamics.row import Finding, Row
from analysis.evidence.dynamics.rows import ROWS
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.told import lines
from sim.files.shipped import list_scenarios
from sim.files.suggestions import did_you_mean
from sim.results.whole_files import write_whole

LUCKS, FINER = 1000, 10
QUICK, QUICK_FINER = 300, 4
PARAMETERS = ("central", "drawn")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and, with a folder, write; returns the exit code.

    Returns
    -------
    int
        0 whatever was found, 2 when the page cannot be written, 130 when stopped.
    """
    asked = parsed(arguments)
    if asked.folder is not None and not asked.folder.is_dir():
        sys.stderr.write(f"{asked.folder}: there is no such folder to write dynamics.md into\n")
        return INPUT
    left = "nothing was to be kept" if asked.folder is None else "the page is as it was"
    return carried_out(lambda: _measured(asked), asked.folder, left)


def _measured(asked: argparse.Namespace) -> None:
    stages = stages_of(asked)
    measured = measure([ROWS[name] for name in asked.rows], stages, Teller())
    if asked.folder is not None:
        write_whole(asked.folder / "dynamics.md", page(measured, stages))


def stages_of(asked: argparse.Namespace) -> list[Stage]:
    """The stages that are asked for, one for each kind of parameters."""
    lucks, finer, parameters = (QUICK, QUICK_FINER, PARAMETERS[:1]) if asked.quick else (LUCKS, FINER, PARAMETERS)
    chosen = asked.parameters or parameters
    return [Stage(asked.cases, asked.n or lucks, kind, asked.seed, progress, finer) for kind in chosen]


class Teller:
    """Prints each finding with the time that it took."""

    def __init__(self) -> None:
        self.begun = time.perf_counter()

    def __call__(self, row: Row, finding: Finding, stage: Stage) -> None:
        """Print a finding."""
        now = time.perf_counter()
        progress("")
        sys.stdout.write("\n".join(lines(row, finding, stage.parameters)) + f"\n        {now - self.begun:.1f} s\n")
        sys.stdout.flush()
        self.begun = now


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line; ends the process with exit code 2 for names that are not there."""
    parser = argparse.ArgumentParser(prog="python -m analysis.evidence dynamics", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="folder of the documents, to write dynamics.md into")
    parser.add_argument("-n", type=_several, help=f"lucks of each variant (default {LUCKS}, {QUICK} with --quick)")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} lucks, central parameters")
    parser.add_argument("--rows", type=_chosen(ROWS), default=list(ROWS), help="such as D1,D4")
    parser.add_argument("--cases", type=_chosen(list_scenarios()), default=list_scenarios(), help="such as two-leaders")
    parser.add_argument("--parameters", type=_chosen(PARAMETERS), help="central, drawn or (default) central,drawn")
    parser.add_argument("--seed", type=int, default=0, help="of the luck")
    return parser.parse_args(arguments)


def _several(text: str) -> int:
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of lucks; allowed: 2 or more")
    return int(text)


def _chosen(known: Collection[str]) -> Callable[[str], list[str]]:
    def read(text: str) -> list[str]:
        names = text.split(",")
        for name in names:
            if name not in known:
                hint = did_you_mean(name, known)
                raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(known)}{hint}")
        return names

    return read


def progress(text: str) -> None:
    """Say on the error stream what is being run, over the line before."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text[:110]}")
        sys.stderr.flush()
