"""Worlds to draw: shipped cases under a few lucks, run once, and the same with another future."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from sim.files import load_scenario
from sim.files.variants import vary
from sim.results.trajectory import Trajectory
from sim.run import run_one

CASES = ("two-leaders", "us-china-2025", "us-dprk-2018")


@cache
def world(case: str = "two-leaders", luck: int = 0) -> Trajectory:
    """A run of a shipped case."""
    return run_one(case, seed=1, run=luck)


@cache
def world_of_rounds(rounds: int) -> Trajectory:
    """A run of two invented leaders who move once a week, for so many weeks."""
    scenario = vary(load_scenario("two-leaders"), {"horizon_days": 7 * rounds, "clock.kind": "fixed"})
    return run_one(scenario, seed=1, run=0)


def worlds() -> st.SearchStrategy[Trajectory]:
    """Runs of shipped cases under any of a few lucks."""
    return st.builds(world, st.sampled_from(CASES), st.integers(0, 7))


def days(trajectory: Trajectory) -> st.SearchStrategy[float]:
    """Any day of a run's horizon, the first and the last included."""
    return st.floats(0.0, float(trajectory.scenario.horizon_days)) | st.sampled_from(
        [0.0, *map(float, trajectory.columns["steps"]["day"])]
    )


def with_another_future(trajectory: Trajectory, day: float) -> Trajectory:
    """The same up to a day; later numbers are other ones, and later events did not happen."""
    steps = {name: [*values] for name, values in trajectory.columns["steps"].items()}
    for row, at in enumerate(steps["day"]):
        if at > day:
            for name, values in steps.items():
                if isinstance(values[row], float) and name != "day":
                    values[row] = 1000.0 - values[row]
    events = trajectory.columns["events"]
    kept = [row for row, at in enumerate(events["day"]) if at <= day]
    log: dict[str, Any] = {name: [values[row] for row in kept] for name, values in events.items()}
    address = (trajectory.scenario, trajectory.seed, trajectory.run, trajectory.parameters, trajectory.order)
    decisions = trajectory.columns["decisions"]
    return Trajectory(*address, trajectory.version, steps, log, decisions, trajectory.outcome)
