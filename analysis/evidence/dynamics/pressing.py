"""D6: waiting under pressure hurts, and hardens: the course without noise while both hold, and two opposite forces."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.estimates import Estimate
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.switches import both, no_date, no_hosts, sides_of

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory
    from sim.scenario import Scenario

HURTS = {"days": 365, "low": 0.7, "high": 0.9, "slack": 1e-9}
LEVELS: Mapping[str, float | None] = {"ceilings": 1.0, "half of them": 0.5, "a quarter": 0.25, "as in the case": None}
"""How much pressure stands, as a part of each side's ceiling."""


class Course(NamedTuple):
    """The steps table of a run in which both hold and nothing happens by chance."""

    case: str
    pressure: str
    days: np.ndarray[Any, Any]
    columns: Mapping[str, np.ndarray[Any, Any]]


def held_still(scenario: Scenario, part: float | None) -> dict[str, Any]:
    """A year without noise, hosts, dates and news, under a part of the ceilings (None: as in the case)."""
    changes = no_hosts(scenario) | no_date(scenario) | both(scenario, "market.volatility", 0.0)
    changes |= {"horizon_days": HURTS["days"], "scheduled": [], "observed": None, "at_start.truce": None}
    if part is not None:
        for side in sides_of(scenario):
            changes[f"leaders.{side}.pressure.points"] = part * float(scenario.leaders[side].pressure.ceiling)
    return changes


def hold(turn: Any) -> str:
    """Wait, and decline whatever is asked."""
    return "decline" if turn.kind == "answer" else "hold"


@cache
def course(case: str, pressure: str) -> Course:
    """The course of a case at a level of pressure while both hold and decline whatever is asked."""
    from sim import load_scenario, run_one, vary

    scenario = load_scenario(case)
    still = vary(scenario, held_still(scenario, LEVELS[pressure]))
    told: Trajectory = run_one(still, policies=dict.fromkeys(sides_of(scenario), hold))
    steps = told.columns["steps"]
    numbers = {name: np.array(values, dtype=float) for name, values in steps.items() if name not in ("date", "step")}
    return Course(case, pressure, numbers.pop("day"), numbers)


def is_pressed(scenario: Scenario) -> bool:
    """Whether a side can put pressure on the other at all."""
    return any(float(leader.pressure.ceiling) > 0 for leader in scenario.leaders.values())


def waiting_hurts(stage: Stage) -> Finding:
    """Pain and tension never fall while pressure stands, and where they are after a year."""
    readings = []
    for case, scenario in stage.cases.items():
        if not is_pressed(scenario):
            continue
        tensions = []
        for pressure in LEVELS:
            found = course(case, pressure)
            readings += _falls(found, scenario)
            tensions.append(float(found.columns["tension"][-1]))
        within = HURTS["low"] <= tensions[0] <= HURTS["high"]
        readings.append(Reading(case, "tension after a year at both ceilings", exact(tensions[0]), within))
        rising = tensions[0] >= tensions[1] >= tensions[2]
        spread = "tension at a half and a quarter of them rises with pressure"
        readings.append(Reading(case, spread, exact(tensions[0] - tensions[2]), rising))
    failed = [f"{reading.case} {reading.what}" for reading in readings if reading.reached is False]
    return Finding(readings, not failed, f"not so: {'; '.join(failed) or 'nowhere'}")


def exact(value: float) -> Estimate:
    """A number without luck in it."""
    return Estimate(value, value, value, 1, 1)


def _falls(found: Course, scenario: Scenario) -> list[Reading]:
    """The largest fall of a day in tension, and in the pain of each side that suffers pressure; 0 when none falls."""
    sides = sides_of(scenario)
    watched = {"tension": found.columns["tension"]}
    for side, other in zip(sides, reversed(sides), strict=True):
        if found.columns[f"{other}.pressure"].max() > 0:
            watched[f"{side} pain"] = found.columns[f"{side}.pain"]
    fall = {name: float(max(0.0, -np.diff(line).min())) for name, line in watched.items()}
    name = max(fall, key=lambda which: fall[which])
    what = f"largest fall of a day, {found.pressure} ({name})" if fall[name] else f"nothing falls, {found.pressure}"
    return [Reading(found.case, what, exact(fall[name]), fall[name] <= HURTS["slack"])]


ROWS = (
    Row(
        "D6",
        "waiting hurts, and hardens",
        "all cases with pressure, noise off, both holding",
        "pain and tension never fall where pressure is suffered; tension after a year 0.7-0.9 at both ceilings, and it "
        "rises with pressure below",
        HURTS,
        waiting_hurts,
        ("central",),
    ),
)
