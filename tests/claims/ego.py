"""What the egos of both leaders do to the outcome, measured and not asserted: ``python -m tests.claims.ego``.

Writes the table at the end of docs/claims.md; run ``python -m tests.claims.mapping`` after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from sim.files import load_scenario
from sim.vocabulary import outcomes
from tests.claims.stage import count

CASES = ("us-china-2025", "two-leaders")
HOSTS = {"as they are": {}, "none": {"mediators": {}}}
EGOS = (0.0, 0.5, 1.0)
RUNS = 10000
PAGE = Path(__file__).parent / "after_claims.md"

HEAD = """\
## What ego does

Theory gives ego two opposing terms and leaves its net effect free, so nothing is asserted; this is what it does. Both
egos are set to the same value, {runs:,} drawn runs each with the same luck (`python -m tests.claims.ego` counts again).
Shares of runs by outcome class, the share in which the leaders never speak, and the median days of the first request
for a call or a meeting and of the first voice contact among the runs that had one.

| case | hosts | both egos | {outcomes} | never speak | first ask | first voice |
|---|---|---|{rules}---|---|---|
"""

TAIL = """
A larger ego puts off the first request, by the price of asking, the fear of a refusal and the hope to be asked. Where
no host can ask in their place more leaders never speak, and more quarrels stand broken off or without any contact;
hosts take most of that away. No weight of ego was estimated anywhere that we know of; they are priors, and those of
asking first were chosen while looking at how far ego keeps leaders apart (D1 in `docs/dynamics.md`).
"""

Key = tuple[str, str, float]


def measured(runs: int) -> dict[Key, tuple[float, ...]]:
    """By case, hosts and ego: the share of each outcome class and of silence, then the median days of the firsts."""
    found = {}
    for name in CASES:
        scenario = load_scenario(name)
        settings = [(hosts, ego) for hosts in HOSTS for ego in EGOS]
        both = [
            {**HOSTS[hosts], **{f"leaders.{side}.ego": ego for side in scenario.leaders}} for hosts, ego in settings
        ]
        for (hosts, ego), table in zip(settings, count(scenario, both, runs), strict=True):
            found[name, hosts, ego] = summed_up(table)
    return found


def summed_up(table: Mapping[str, Any]) -> tuple[float, ...]:
    """The numbers of one line."""
    shares = [float(np.mean(table["outcome"] == outcome)) for outcome in outcomes.WORDS]
    silent = float(np.mean(np.isnan(table["first_voice_day"])))
    return (*shares, silent, *(float(np.nanmedian(table[column])) for column in ("first_ask_day", "first_voice_day")))


def written() -> dict[Key, tuple[float, ...]]:
    """The same numbers as they stand on the page."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    return {
        (cells[0].strip("`"), cells[1], float(cells[2])): tuple(float(cell) for cell in cells[3:])
        for cells in lines
        if len(cells) == len(outcomes.WORDS) + 6 and cells[0].strip("`") in CASES
    }


def page() -> str:
    """The section with its table."""
    head = HEAD.format(runs=RUNS, outcomes=" | ".join(outcomes.WORDS), rules="---|" * len(outcomes.WORDS))
    lines = [
        f"| `{name}` | {hosts} | {ego:g} | {' | '.join(f'{share:.2f}' for share in numbers[:-2])} | "
        f"{numbers[-2]:.0f} | {numbers[-1]:.0f} |\n"
        for (name, hosts, ego), numbers in measured(RUNS).items()
    ]
    return head + "".join(lines) + TAIL


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
