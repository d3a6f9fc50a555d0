"""Can Mesa sweep scenario names, seeds and runs, and collect what happened, on the versions that are supported?"""

from __future__ import annotations

import inspect
import warnings
from typing import Any

import mesa
import pytest
from mesa.batchrunner import batch_run

from sim.engines.mesa import NegotiationModel
from sim.files import load_scenario, vary
from sim.run import run_one
from tests.sim.rules.worlds import PLAIN

SHORT = vary(PLAIN, {"horizon_days": 12})
BATCH_SEEDS = "rng" in inspect.signature(batch_run).parameters
"""Whether batch_run has seeds of its own (Mesa 3.5); it then puts them in place of a parameter named ``seed``."""


def sweep(parameters: dict[str, Any], **options: Any) -> list[dict[str, Any]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return list(
            batch_run(
                NegotiationModel, parameters, number_processes=1, display_progress=False, max_steps=400, **options
            )
        )


def test_names_seeds_and_runs() -> None:
    rows = sweep({"scenario": ["two-leaders", "us-china-2018"], "seed": [1, 2], "run": [0, 3]})
    assert len(rows) == 8
    for row in rows:
        record = run_one(row["scenario"], seed=row["seed"], run=row["run"])
        steps = record.columns["steps"]
        place = steps["step"].index(row["step"])
        assert row["groundwork"] == steps["groundwork"][place]
        assert row["tension"] == steps["tension"][place]
        assert row["step"] >= len(steps["step"]) - 2  # Mesa 3.3 reports the state before the last step


def test_a_scenario_of_one_s_own() -> None:
    rows = sweep({"scenario": [SHORT], "run": range(3)}, data_collection_period=1)
    assert {row["run"] for row in rows} == {0, 1, 2}
    assert {row["RunId"] for row in rows} == {0, 1, 2}
    assert len(sweep({"scenario": SHORT})) == 1


def test_mesa_does_not_see_the_name_under_which_it_would_drop_a_swept_seed() -> None:
    """Mesa 3.5's batch_run puts its own seed, None, in place of a parameter that it finds under the name ``seed``."""
    assert "rng" in inspect.signature(NegotiationModel).parameters
    assert "seed" not in inspect.signature(NegotiationModel).parameters


def test_replicates_are_runs() -> None:
    rows = sweep({"scenario": [SHORT], "run": range(4)})
    assert len({row["east.index"] for row in rows}) == 4


@pytest.mark.skipif(not BATCH_SEEDS, reason="this Mesa's batch_run has no seeds of its own")
def test_seeds_given_to_batch_run_itself_arrive() -> None:
    rows = sweep({"scenario": [SHORT]}, rng=[3, 4])
    expected = [run_one(SHORT, seed=seed).columns["steps"]["east.index"] for seed in (3, 4)]
    assert [row["east.index"] for row in rows] == [
        index[row["step"]] for row, index in zip(rows, expected, strict=True)
    ]


def test_the_collector_holds_the_steps_table() -> None:
    model = NegotiationModel(SHORT, seed=1)
    model.run_model()
    frame = model.datacollector.get_model_vars_dataframe()
    assert frame.equals(model.trajectory().steps[list(frame.columns)])
    assert len(frame) == 13


def test_a_collector_of_one_s_own() -> None:
    model = NegotiationModel(SHORT, seed=1)
    collector = mesa.DataCollector(
        model_reporters={"strain": lambda m: m.world.dyad[0].tension},
        agent_reporters={"hostility": lambda agent: getattr(agent, "hostility", None)},
    )
    while not model.finished:
        model.step()
        collector.collect(model)
    assert list(collector.get_model_vars_dataframe()["strain"]) == list(model.trajectory().steps["tension"][1:])
    assert collector.get_agent_vars_dataframe()["hostility"].notna().sum() == 2 * 12


def test_shipped_scenarios_run_by_name() -> None:
    model = NegotiationModel("us-china-2025", seed=0)
    model.step()
    assert model.scenario == load_scenario("us-china-2025")
