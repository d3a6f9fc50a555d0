"""What the egos of both leaders do to the outcome, measured and not asserted: ``python -m tests.claims.ego``.

Writes the table at the end of docs/claims.md; run ``python -m tests.claims.mapping`` after it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sim.files import load_scenario
from sim.vocabulary import outcomes
from tests.claims.stage import count

CASES = ("us-china-2025", "two-leaders")
EGOS = (0.0, 0.5, 1.0)
RUNS = 10000
PAGE = Path(__file__).parent / "after_claims.md"

HEAD = """\
## What ego does

Theory gives ego two opposing terms and leaves its net effect free, so nothing is asserted; this is what it does. Both
egos are set to the same value, {runs:,} drawn runs each with the same luck (`python -m tests.claims.ego` counts again).
Shares of runs by outcome class, and the median day of the first voice contact among the runs that had one.

| case | both egos | {outcomes} | first voice |
|---|---|{rules}---|
"""

TAIL = """
With these weights a larger ego does not keep leaders apart: asking first costs more, but being asked flatters, and a
host's invitation is an ask that nobody sees. It makes the meetings that take place rupture more often. No weight of
ego was estimated anywhere that we know of; it is a prior.
"""


def measured(runs: int) -> dict[tuple[str, float], tuple[float, ...]]:
    """By case and ego: the share of each outcome class, then the median day of the first voice contact."""
    found = {}
    for name in CASES:
        scenario = load_scenario(name)
        tables = count(scenario, [{f"leaders.{side}.ego": ego for side in scenario.leaders} for ego in EGOS], runs)
        for ego, table in zip(EGOS, tables, strict=True):
            shares = [float(np.mean(table["outcome"] == outcome)) for outcome in outcomes.WORDS]
            found[name, ego] = (*shares, float(np.nanmedian(table["first_voice_day"])))
    return found


def written() -> dict[tuple[str, float], tuple[float, ...]]:
    """The same numbers as they stand on the page."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return {
        (cells[0].strip("`"), float(cells[1])): tuple(float(cell) for cell in cells[2:])
        for cells in lines
        if len(cells) == len(outcomes.WORDS) + 3 and cells[0].strip("`") in CASES
    }


def page() -> str:
    """The section with its table."""
    head = HEAD.format(runs=RUNS, outcomes=" | ".join(outcomes.WORDS), rules="---|" * len(outcomes.WORDS))
    lines = [
        f"| `{name}` | {ego:g} | {' | '.join(f'{share:.2f}' for share in numbers[:-1])} | {numbers[-1]:.0f} |\n"
        for (name, ego), numbers in measured(RUNS).items()
    ]
    return head + "".join(lines) + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
