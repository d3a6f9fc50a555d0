"""D18 and D19: where things stand follows from what happened, and how they stand on the first day matters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from analysis.estimates import share_difference
from analysis.evidence.dynamics import seen
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.switches import sides_of

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

MATTERS = {"days": 30, "level": 0.99, "part": 0.5}


def _truce(scenario: Scenario) -> dict[str, Any]:
    """Half of the pressure of each side is suspended."""
    since, until = scenario.start - dt.timedelta(days=20), scenario.start + dt.timedelta(days=70)
    half = {side: float(scenario.leaders[side].pressure.points) / 2 for side in sides_of(scenario)}
    left = {f"leaders.{side}.pressure.points": points for side, points in half.items()}
    return left | {"at_start.truce": {"since": since, "until": until, "suspended": half}}


def _contact(scenario: Scenario) -> dict[str, Any]:
    return {"at_start.contact": {"date": scenario.start - dt.timedelta(days=5), "level": "call"}}


def _meeting(scenario: Scenario) -> dict[str, Any]:
    return {"at_start.meeting_on": scenario.start + dt.timedelta(days=21)}


def _failed(scenario: Scenario) -> dict[str, Any]:
    date = scenario.start - dt.timedelta(days=10)
    return {f"mediators.{key}.failed_on": date for key in scenario.mediators}


def _nothing(scenario: Scenario) -> dict[str, Any]:
    blank: dict[str, Any] = {"at_start.truce": None, "at_start.contact": None, "at_start.meeting_on": None}
    return blank | {f"mediators.{key}.failed_on": None for key in scenario.mediators}


STATES: Mapping[str, Callable[[Scenario], dict[str, Any]]] = {
    "a truce in force": _truce,
    "a call five days ago": _contact,
    "a meeting set in three weeks": _meeting,
    "talks that failed ten days ago": _failed,
}
"""What may be so on the first day."""

SHARES: Mapping[str, Callable[[Runs], seen.Truths]] = {
    "asked": lambda runs: runs.measures["first_ask_day"] >= 0,
    "wrote or were invited": lambda runs: seen.number(runs, "events_letter_sent", "events_mediator_invited") > 0,
    "escalated": lambda runs: runs.measures["events_escalate"] > 0,
    "talks held": lambda runs: runs.measures["rounds_held"] > 0,
    "spoke by themselves": lambda runs: runs.measures["calls_held"] > 0,
}
"""What is looked at after a month: nothing that a state brings with it by itself."""


def start_states(stage: Stage) -> Finding:
    """Each state against the same case without any: the share that it moves most."""
    readings = []
    for case, scenario in stage.cases.items():
        month: dict[str, Any] = {
            "horizon_days": min(MATTERS["days"], int(scenario.horizon_days)),
            "observed": None,
            "scheduled": [],
        }
        blank = stage.runs(case, month | _nothing(scenario))
        for state, change in STATES.items():
            changed = stage.runs(case, month | _nothing(scenario) | change(scenario))
            readings.append(_most_moved(case, state, blank, changed))
    by_state = {state: [r.reached is True for r in readings if r.what.startswith(state)] for state in STATES}
    told = ", ".join(f"{state} in {sum(found)} of {len(found)}" for state, found in by_state.items())
    reached = all(sum(found) >= MATTERS["part"] * len(found) for found in by_state.values())
    return Finding(readings, reached, f"moves the first month: {told}")


def _most_moved(case: str, state: str, blank: Runs, changed: Runs) -> Reading:
    """The share with the largest difference; the interval is wide enough for having chosen it among several."""
    level = 1 - (1 - MATTERS["level"]) / len(SHARES)
    found = {what: share_difference(so(blank), so(changed), level) for what, so in SHARES.items()}
    what = max(found, key=lambda name: abs(found[name].value))
    return Reading(case, f"{state}: {what}", found[what], found[what].low > 0 or found[what].high < 0)


def consistency(stage: Stage) -> Finding:  # noqa: ARG001 - generated scenarios, not the cases at hand
    """Where the property stands that no run may contradict."""
    return Finding([], None, "a property of generated scenarios: tests/sim/test_where_it_stands.py, on every push")


ROWS = (
    Row(
        "D18",
        "where it stands never contradicts the last event between the leaders",
        "generated scenarios",
        "a property test without exception",
        {},
        consistency,
        ("central",),
    ),
    Row(
        "D19",
        "the state at the start matters",
        "each state, in all cases",
        "it surely changes a share of the first month, in half of the cases or more",
        MATTERS,
        start_states,
    ),
)
