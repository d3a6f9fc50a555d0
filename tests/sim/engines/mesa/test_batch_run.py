"""Can Mesa sweep scenario names, seeds and runs, and collect what happened, on the versions that are supported?"""

from __future__ import annotations

import inspect
import math
import warnings
from collections.abc import Mapping
from typing import Any

import mesa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mesa.batchrunner import batch_run

from sim.engines.mesa import NegotiationModel
from sim.files import load_scenario, vary
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios
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


def last_row(record: Trajectory) -> dict[str, Any]:
    """What a row of a whole run must hold: the last row of the steps table, the outcome, the first contact."""
    contact, steps = record.outcome.first_contact, record.columns["steps"]
    return {name: column[-1] for name, column in steps.items()} | {
        "outcome": str(record.outcome.outcome_class),
        "first_contact_day": contact.day if contact else math.nan,
        "first_contact_level": contact.level if contact else "",
        "first_contact_asked_by": contact.asked_by if contact else "",
    }


def holds(row: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    """Whether a row holds what is expected, a missing number included."""
    return all(row[name] == value or (row[name] != row[name] and value != value) for name, value in expected.items())


def test_names_seeds_and_runs() -> None:
    rows = sweep({"scenario": ["two-leaders", "us-china-2018"], "seed": [1, 2], "run": [0, 3]})
    assert len(rows) == 8
    for row in rows:
        assert holds(row, last_row(run_one(row["scenario"], seed=row["seed"], run=row["run"])))


def test_a_deal_in_the_very_last_step_is_not_missed() -> None:
    """A run with a deal, of a scenario that is cut off at the end of the very step in which it is made."""
    told = (run_one("us-china-2025", run=run) for run in range(99))
    whole = next(record for record in told if record.outcome.outcome_class == "deal")
    steps = int(whole.columns["steps"]["step"][-1])
    cut = vary(load_scenario("us-china-2025"), {"horizon_days": steps})
    (row,) = sweep({"scenario": [cut], "run": whole.run})
    record = run_one(cut, run=whole.run)
    assert row["outcome"] == record.outcome.outcome_class == "deal"
    assert row["china.pressure"] == record.columns["steps"]["china.pressure"][-1] == 0
    assert holds(row, last_row(record))


@few
@given(scenarios(max_days=12), st.integers(0, 99), st.sampled_from([-1, 1, 2, 5]))
def test_every_row_is_the_step_it_says_and_the_last_is_the_end(scenario: Scenario, run: int, period: int) -> None:
    rows = sweep({"scenario": [scenario], "run": run}, data_collection_period=period)
    record = run_one(scenario, run=run)
    steps = record.columns["steps"]
    for row in rows:
        assert holds(row, {name: column[row["step"]] for name, column in steps.items()})
    if period in (-1, 1) or not BATCH_SEEDS:  # Mesa 3.5 counts its periods from the first row and may pass the last
        assert holds(rows[-1], last_row(record))
    if period == 1:
        assert [row["step"] for row in rows] == list(steps["step"][1:])


def test_a_run_cut_short_is_told_as_far_as_it_went() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        (row,) = batch_run(NegotiationModel, {"scenario": [SHORT]}, display_progress=False, max_steps=5)
    steps = run_one(SHORT).columns["steps"]
    assert row["step"] == (5 if BATCH_SEEDS else 6)  # Mesa 3.3 takes one step more than it is allowed
    assert holds(row, {name: column[row["step"]] for name, column in steps.items()})


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


def test_the_collector_holds_the_steps_table_a_row_for_each_step_and_how_it_stands() -> None:
    model = NegotiationModel(SHORT, seed=1)
    model.run_model()
    frame = model.datacollector.get_model_vars_dataframe()
    told = model.trajectory().steps
    assert frame[list(told.columns)].equals(told.iloc[1:].reset_index(drop=True))
    assert list(frame.columns[len(told.columns) :]) == [
        "outcome", "first_contact_day", "first_contact_level", "first_contact_asked_by"
    ]  # fmt: skip
    assert len(frame) == 12 == model.steps


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
