"""D8: how much happens in a run of at most a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from analysis.estimates import mean, share
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row, within
from analysis.evidence.dynamics.stage import Stage
from sim.vocabulary import levels

if TYPE_CHECKING:
    from sim.results.runs import Runs

MOST: Mapping[str, float] = {
    "calls held": 4, "asks": 8, "summits held": 1.5, "mediated rounds": 3, "envoys sent": 15, "courting": 8,
    "invitations": 4,
}  # fmt: skip
"""The most of each in a run on average, both sides together."""
ALIVE = {"calls": 0.5, "call_first_low": 0.2, "call_first_high": 0.8}
ALIVE_CASE = "us-china-2025"

COUNTED: Mapping[str, Callable[[Runs], seen.Numbers]] = {
    "calls held": lambda runs: seen.number(runs, "calls_held"),
    "asks": lambda runs: seen.number(runs, "asks"),
    "summits held": lambda runs: seen.number(runs, "summits_held") - seen.number(runs, "opening_summit_held"),
    "mediated rounds": lambda runs: seen.number(runs, "rounds_held"),
    "envoys sent": lambda runs: seen.number(runs, "events_envoy_sent"),
    "courting": lambda runs: seen.number(runs, "events_court_partners"),
    "invitations": lambda runs: seen.number(runs, "events_mediator_invited"),
    "escalations": lambda runs: seen.number(runs, "events_escalate"),
}
"""How each is counted; a meeting announced before the first day is not."""


def tempo(stage: Stage) -> Finding:
    """Means of each kind of event, and whether calls are alive where they should be."""
    readings = []
    for case in stage.cases:
        runs = stage.runs(case)
        for what, counted in COUNTED.items():
            found = mean(counted(runs))
            bounded = what in MOST
            readings.append(within(case, what, found, 0.0, MOST[what]) if bounded else Reading(case, what, found))
        if case == ALIVE_CASE:
            readings += _alive(runs)
    failed = [f"{reading.case} {reading.what}" for reading in readings if reading.reached is False]
    told = f"not so: {'; '.join(failed[:6]) or 'nowhere'}{' ...' if len(failed) > 6 else ''}"
    return Finding(readings, not failed, told)


def _alive(runs: Runs) -> list[Reading]:
    """Calls are held, and the first voice is a call in some runs and a meeting in others."""
    calls = mean(seen.number(runs, "calls_held"))
    voice = np.where(seen.spoke(runs), runs.measures["first_voice_level"] == levels.CALL, np.nan)
    first = share(voice)
    low, high = ALIVE["call_first_low"], ALIVE["call_first_high"]
    return [
        within(ALIVE_CASE, "calls held, not silent", calls, ALIVE["calls"]),
        within(ALIVE_CASE, "of runs with voice, first a call", first, low, high),
    ]


ROWS = (
    Row(
        "D8",
        "things happen at the pace of such confrontations",
        "each case, per run, beyond a meeting announced before the first day",
        "means at most: calls held 4, asks 8, summits 1.5, mediated rounds 3, envoys sent 15, courting 8, "
        "invitations 4; us-china-2025: calls held 0.5 or more, first voice a call in 20-80%",
        {**MOST, **ALIVE},
        tempo,
    ),
)
