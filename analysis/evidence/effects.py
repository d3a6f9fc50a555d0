"""``python -m analysis.evidence effects``: measure what each mechanism of the claims table does to its outcome.

Every row that declares an effect is run at its low and its high setting in each of its cases, under the same luck. The
lines found go into a file as they come, and a second start goes on where the first was stopped; the table is printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.evidence.claims.effects_table import by_verdict, effects_table, verdicts
from analysis.evidence.claims.measured_lines import SHIPPED, MeasuredFileError, read_measured, write_measured
from analysis.evidence.claims.measuring import Measured, looks, measure_effects
from analysis.evidence.claims.paired_luck import Plan
from analysis.evidence.claims.table import Effect, RowError, mechanisms, of_rows
from analysis.evidence.command_ending import carried_out

RUNS = 10_000
"""By default: half an interval is then under 2 points for most rows, and all of it takes a few minutes compiled."""
FEWEST_RUNS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, keep and print; returns the exit code: 0 done, 2 on bad input, 130 when stopped."""
    asked = parsed(arguments)
    left = "what was measured is kept, and the same command goes on"
    return carried_out(lambda: _told(asked), asked.keep, left, (MeasuredFileError, RowError))


def _told(asked: argparse.Namespace) -> None:
    effects = of_rows(mechanisms(), asked.rows)
    lines = measured(effects, Plan(asked.runs, asked.seed), asked.keep)
    sys.stdout.write("\n".join([*effects_table(effects, lines), "", *by_verdict(verdicts(effects, lines))]) + "\n")


def measured(effects: Mapping[int, Effect], plan: Plan, keep: Path) -> list[Measured]:
    """Measure effects; after every line the file holds all that is known, what was there before the start included.

    Parameters
    ----------
    effects : mapping of int to Effect
        By row.
    plan : Plan
        Runs and seed.
    keep : Path
        The file; lines in it that are still true are not measured again, lines of other rows leave it at the end.

    Raises
    ------
    MeasuredFileError, OSError
        When the file is no table of measured effects, or cannot be written.
    """
    before = read_measured(keep)
    kept = {line.key: line for line in before}
    lines: list[Measured] = []
    total = looks(effects)
    for line in measure_effects(effects, plan, kept):
        lines.append(line)
        if line.key not in kept:
            write_measured([*lines, *_others(before, lines)], keep)
        sys.stderr.write(f"{len(lines)} of {total}: row {line.row}, {line.case}\n")
    write_measured(lines, keep)
    return in_order(effects, lines)


def _others(before: Sequence[Measured], lines: Sequence[Measured]) -> list[Measured]:
    done = {(line.row, line.case) for line in lines}
    return [line for line in before if (line.row, line.case) not in done]


def in_order(effects: Mapping[int, Effect], lines: Sequence[Measured]) -> list[Measured]:
    """Lines by row, and within a row in the order of its cases."""
    return sorted(lines, key=lambda line: (line.row, effects[line.row].cases.index(line.case)))


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m analysis.evidence effects", description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=RUNS, metavar="N", help="lucks of every row and case")
    parser.add_argument("--seed", type=int, default=0, help="of the luck")
    parser.add_argument("--rows", type=int, nargs="+", metavar="ROW", help="rows of the claims table; all by default")
    parser.add_argument("--keep", type=Path, help="file of the lines; by default that of the claims page")
    asked = parser.parse_args(arguments)
    if asked.runs < FEWEST_RUNS:
        parser.error(f"-n must be at least {FEWEST_RUNS}, not {asked.runs}")
    if asked.rows is not None and asked.keep is None:
        parser.error("--rows needs --keep FILE: the file of the claims page is for all rows together")
    asked.keep = asked.keep or SHIPPED
    return asked
