"""Does the loop put everything back before each run, so that no run knows of the one before it?"""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.compiled.engine import Jobs, run_jobs
from sim.engines.compiled.kernel import as_world
from sim.engines.compiled.plan import prepare
from sim.scenario import Scenario
from tests.generate import few, scenarios


@few
@given(scenario=scenarios(20), runs=st.lists(st.integers(0, 2**32 - 1), min_size=2, max_size=5))
def test_a_run_is_the_same_after_any_other(scenario: Scenario, runs: list[int]) -> None:
    prepared = prepare(scenario, "drawn")
    together = next(run_jobs(prepared, Jobs(9, np.array(runs, dtype=np.int64)), 1)).rows
    for place, run in enumerate(runs):
        alone = next(run_jobs(prepared, Jobs(9, np.array([run], dtype=np.int64)), 1)).rows[0]
        assert alone.tobytes() == together[place].tobytes()


@few
@given(scenario=scenarios(20), egos=st.lists(st.floats(0, 1), min_size=2, max_size=4))
def test_a_setting_holds_for_its_run_alone(scenario: Scenario, egos: list[float]) -> None:
    prepared = prepare(scenario)
    path = f"leaders.{next(iter(scenario.leaders))}.ego"
    runs = np.zeros(len(egos), dtype=np.int64)
    together = next(run_jobs(prepared, Jobs(9, runs, (path,), np.array(egos).reshape(-1, 1)), 1)).rows
    for place, ego in enumerate(egos):
        alone = next(run_jobs(prepared, Jobs(9, runs[:1], (path,), np.array([[ego]])), 1)).rows[0]
        assert alone.tobytes() == together[place].tobytes()


def test_outside_compiled_code_a_world_is_itself() -> None:
    world = object()
    assert as_world(world) is world
