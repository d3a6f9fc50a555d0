"""Runs whose decision is known: a truce about to end, and a horizon so short that nothing can come of anything."""

from __future__ import annotations

import datetime as dt

from analysis.pivot import Plan
from sim.files import vary
from tests.sim.rules.worlds import PLAIN

TERM_ENDS = PLAIN.start + dt.timedelta(days=6)
ENDING_TRUCE = vary(
    PLAIN,
    {
        "at_start": {
            "truce": {
                "since": PLAIN.start - dt.timedelta(days=80),
                "until": TERM_ENDS,
                "suspended": {"east": 10.0, "west": 10.0},
            }
        },
        "horizon_days": 8,
        "leaders.east.decisiveness": 0.0,
        "leaders.west.decisiveness": 0.0,
    },
)
"""Both are asked on the sixth day whether the truce goes on, their answers are a matter of luck; then it is over."""

LAPSED = 4
"""The run in which east leaves that question unanswered."""

TOO_SHORT = vary(PLAIN, {"horizon_days": 2})
"""Nobody can answer anything in two days."""

QUICK = Plan(first=16, looks=3, second=80)
