"""Are questions about many runs refused when they make no sense, and answered row by row?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from sim.engines.compiled import engine
from sim.files import ScenarioError, load_scenario, vary
from sim.run import run_many

SHORT = vary(load_scenario("us-dprk-2019"), {"horizon_days": 5})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"seed": -1}, "seed=-1"),
        ({"seed": True}, "seed=True"),
        ({"seed": 2**32}, "4294967295"),
        ({"runs": 0}, "runs=0"),
        ({"runs": 2.5}, "runs=2.5"),
        ({"first_run": -1}, "first_run=-1"),
        ({"first_run": 2**32 - 2, "runs": 5}, "first_run"),
        ({"parameters": "mean"}, "'central', 'drawn'"),
        ({"settings": {"leaders.us.ego": [0.1], "dyad.tension": [0.1, 0.2]}}, "lengths differ"),
    ],
)
def test_what_makes_no_sense_is_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        run_many(SHORT, **{"runs": 2, **given})


def test_settings_out_of_range_are_the_scenarios_error() -> None:
    with pytest.raises(ScenarioError, match=r"leaders\.us\.ego"):
        run_many(SHORT, runs=2, settings={"leaders.us.ego": [0.5, 1.5]})


def test_settings_belong_to_one_scenario() -> None:
    with pytest.raises(ValueError, match="one scenario"):
        run_many([SHORT, SHORT], runs=2, settings={"leaders.us.ego": [0.5]})


def test_settings_that_are_no_number_of_a_run_are_variants_opened_one_by_one() -> None:
    table = run_many(SHORT, runs=3, settings={"horizon_days": [4.0, 6.0]}, pictures=True)
    assert table.row.tolist() == [0, 0, 0, 1, 1, 1]
    assert table.columns()["end_day"].max() == 6
    assert np.isnan(table.pictures["tension"][0, 5:]).all()


def test_an_interrupted_table_is_partial_and_ends_with_whole_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BATCH_RUNS", 5)
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if sum(told) >= 15:
            raise KeyboardInterrupt

    table = run_many([SHORT, SHORT], runs=10, threads=1, progress=stop)
    assert table.partial
    assert len(table) == 15
    assert table.row.tolist() == [0] * 10 + [1] * 5
    assert table.run.tolist() == [*range(10), *range(5)]
