"""D6, the other half: when a host's first offer comes, and what ripening and entrenchment make of it, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.estimates import share_difference
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.switches import both

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

WINDOW = {"days": 90}
CASE = "us-china-2025"
DAYS = (30, 210)
STILL = 0.1
"""Acts a week of leaders who hold still: the least that a scenario may set."""
SWITCHES: Mapping[str, dict[str, float]] = {
    "both forces": {},
    "ripening alone": {"weights.entrenchment": 0.0, "weights.floor_tension": 0.0, "weights.floor_sunk": 0.0},
    "entrenchment alone": {"weights.ripeness": 0.0},
    "neither": {
        "weights.entrenchment": 0.0, "weights.floor_tension": 0.0, "weights.floor_sunk": 0.0, "weights.ripeness": 0.0,
    },
}  # fmt: skip


def dated(scenario: Scenario, day: int) -> dict[str, Any]:
    """One host comes forward on a day and none before, while both leaders all but hold still.

    The run ends a window after the offer: all windows are equal. Leaders who act would settle by themselves before a
    late offer comes, and it would find fewer quarrels left.
    """
    first = next(iter(scenario.mediators))
    offer = {"date": scenario.start + dt.timedelta(days=day), "kind": "mediator_offer", "mediator": first}
    unwilling = {f"mediators.{key}.reluctance": 1.0 for key in scenario.mediators}
    still = {"clock.tempo": STILL}
    return unwilling | still | {"scheduled": [offer], "observed": None, "horizon_days": day + WINDOW["days"]}


def first_offer(stage: Stage) -> Finding:
    """How much likelier talks and agreements within the window are after a late first offer than after an early one."""
    if CASE not in stage.cases:
        return Finding([], None, f"needs {CASE}")
    scenario = stage.cases[CASE]
    readings = []
    for name, switch in SWITCHES.items():
        early, late = (stage.runs(CASE, dated(scenario, day) | quiet(scenario) | switch) for day in DAYS)
        for what, so in (("talks held", _talked), ("agreement made in the window", _agreed_since)):
            found = share_difference(so(early, DAYS[0]), so(late, DAYS[1]))
            readings.append(Reading(CASE, f"{name}: {what}, offer on day {DAYS[1]} minus day {DAYS[0]}", found))
    return Finding(readings, None, "shown, no sign is imposed")


def quiet(scenario: Scenario) -> dict[str, Any]:
    """Ordinary trading without noise, so that what time does is not lost in the news."""
    return both(scenario, "market.volatility", 0.0)


def _talked(runs: Runs, day: int) -> seen.Truths:  # noqa: ARG001 - no host comes before the day
    return np.asarray(runs.measures["rounds_held"] > 0)


def _agreed_since(runs: Runs, day: int) -> seen.Truths:
    return np.asarray((runs.measures["truce_day"] >= day) | (runs.measures["deal_day"] >= day))


ROWS = (
    Row(
        "D6b",
        "two forces with the day of the first offer: pain makes a yes likelier, sunk face and tension make it rarer",
        f"{CASE}, one dated offer, equal windows, noise off, leaders holding still",
        "each force has a switch and is shown apart; what wins is reported",
        WINDOW,
        first_offer,
    ),
)
