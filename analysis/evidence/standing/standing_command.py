"""``python -m analysis.evidence standing``: count anew how runs of the shipped cases stand at the end.

It writes the table that ``climbdown run`` sets beside the world; to be given again when rules or cases have changed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.evidence.command_ending import carried_out
from analysis.evidence.standing.standing_counts import LUCKS, SEED, cases_with_a_world, count_standings
from analysis.evidence.standing.standing_table import SHIPPED, Standing, write_standings


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, write and say what was found; returns the exit code: 0 done, 2 on bad input, 130 when stopped."""
    asked = parsed(arguments)
    return carried_out(lambda: _counted(asked), asked.keep, "the table is as it was")


def _counted(asked: argparse.Namespace) -> None:
    lines: list[Standing] = []
    for case in cases_with_a_world():
        lines += count_standings(case, asked.n, asked.seed)
        shares = ", ".join(f"{line.outcome} {line.share:.1%}" for line in lines if line.case == case)
        sys.stdout.write(f"{case}: {shares}\n")
        sys.stdout.flush()
    write_standings(lines, asked.keep)


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m analysis.evidence standing", description=__doc__)
    parser.add_argument("-n", type=_several, default=LUCKS, help=f"lucks of each case (default {LUCKS})")
    parser.add_argument("--seed", type=int, default=SEED, help="of the luck")
    parser.add_argument("--keep", type=Path, default=SHIPPED, help="file of the table; by default the one that ships")
    return parser.parse_args(arguments)


def _several(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of lucks; allowed: 1 or more")
    return int(text)
