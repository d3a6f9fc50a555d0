"""D5: waiting can be seen."""

from __future__ import annotations

import numpy as np

from analysis.estimates import share
from analysis.evidence.dynamics.row import Finding, Row, within
from analysis.evidence.dynamics.stage import Stage

CASE = "us-china-2025"
QUIET = {"days": 14.0, "low": 0.3, "high": 0.8}


def quiet_start(stage: Stage) -> Finding:
    """Runs in which neither side asks in the first two weeks."""
    if CASE not in stage.cases:
        return Finding([], None, f"needs {CASE}")
    runs = stage.runs(CASE)
    day = runs.measures["first_ask_day"]
    found = share(np.where((day < 0) | (day >= QUIET["days"]), 1.0, 0.0))
    reading = within(CASE, "no ask in two weeks", found, QUIET["low"], QUIET["high"])
    return Finding([reading], reading.reached, f"{found.value:.0%}")


ROWS = (
    Row(
        "D5",
        "waiting is visible",
        CASE,
        "no request for a call or a summit from either side in the first two weeks in 30-80% of runs",
        QUIET,
        quiet_start,
    ),
)
