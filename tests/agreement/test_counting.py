"""Does it matter how many runs are counted at once, by whom, in which order? Never (peer row 10)."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.compiled import engine
from sim.engines.compiled.engine import Jobs, run_jobs
from sim.engines.compiled.plan import prepare
from sim.files import list_scenarios, load_scenario, vary
from sim.run import run_many, run_one
from sim.scenario import Scenario
from tests.agreement.searching import compared
from tests.agreement.tables import digest, first_difference
from tests.generate import scenarios

RUNS = 150


@pytest.mark.parametrize("threads", [2, 3, 8])
def test_any_number_of_threads(threads: int) -> None:
    alone = run_many("us-dprk-2019", seed=3, runs=RUNS, threads=1, pictures=True)
    together = run_many("us-dprk-2019", seed=3, runs=RUNS, threads=threads, pictures=True)
    assert first_difference(alone, together) is None


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_any_size_of_batches(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = run_many("us-dprk-2019", seed=3, runs=RUNS)
    monkeypatch.setattr(engine, "BATCH_RUNS", size)
    assert first_difference(usual, run_many("us-dprk-2019", seed=3, runs=RUNS)) is None


def test_any_pieces() -> None:
    whole = run_many("us-dprk-2019", seed=3, runs=RUNS)
    pieces = [run_many("us-dprk-2019", seed=3, runs=n, first_run=first) for first, n in ((0, 1), (1, 80), (81, 69))]
    for name, column in whole.measures.items():
        assert np.concatenate([piece.measures[name] for piece in pieces]).tobytes() == column.tobytes()


def test_any_order() -> None:
    prepared = prepare(load_scenario("us-dprk-2019"), "drawn")
    order = np.random.default_rng(1).permutation(RUNS)
    usual, shuffled = np.zeros((RUNS, len(prepared.columns))), np.zeros((RUNS, len(prepared.columns)))
    for runs, table in ((np.arange(RUNS), usual), (order, shuffled)):
        for batch in run_jobs(prepared, Jobs(3, runs.astype(np.int64))):
            table[runs[batch.first : batch.first + len(batch.rows)]] = batch.rows
    assert usual.tobytes() == shuffled.tobytes()


SCRIPT = """
from sim.run import run_many
from tests.agreement.tables import digest
print(digest(run_many("us-dprk-2019", seed=3, runs=150, pictures=True, threads={threads})))
"""


@pytest.mark.parametrize(("salt", "threads"), [("0", 1), ("4242", 2)])
def test_any_process(salt: str, threads: int) -> None:
    here = digest(run_many("us-dprk-2019", seed=3, runs=RUNS, pictures=True))
    environment = {**os.environ, "PYTHONHASHSEED": salt}
    command = [sys.executable, "-c", SCRIPT.format(threads=threads)]
    there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here


@compared(25)
@given(scenario=scenarios(30), seed=st.integers(0, 2**32 - 1), parameters=st.sampled_from(["central", "drawn"]))
def test_plain_python_gives_the_same_table(scenario: Scenario, seed: int, parameters: str) -> None:
    compiled = run_many(scenario, seed, 3, parameters, pictures=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLIMBDOWN_NO_NUMBA", "1")
        plain = run_many(scenario, seed, 3, parameters, pictures=True)
    assert first_difference(compiled, plain) is None


@pytest.mark.parametrize("parameters", ["central", "drawn"])
@pytest.mark.parametrize("name", list_scenarios())
def test_a_row_of_the_table_is_the_run_told_in_full(name: str, parameters: str) -> None:
    runs = run_many(name, seed=11, runs=4, parameters=parameters, pictures=True)
    table = runs.columns()
    for entry in (1, 3):
        told = runs[entry]
        assert told.equals(run_one(name, seed=11, run=entry, parameters=parameters))
        outcome = told.outcome
        assert table["outcome"][entry] == outcome.outcome_class
        _same(table["outcome_day"][entry], outcome.day)
        _same(table["last_touch_day"][entry], outcome.last_touch_day)
        for first in ("first_contact", "first_voice", "first_in_person"):
            mine = getattr(outcome, first)
            _same(table[f"{first}_day"][entry], mine.day if mine else None)
            assert table[f"{first}_asked_by"][entry] == (mine.asked_by or "" if mine else "")
        assert table["mediator"][entry] == (outcome.mediator or "")
        assert all(table[f"ever_{key}"][entry] == value for key, value in outcome.ever.items())
        for side in outcome.trough:
            assert table[f"trough_{side}"][entry] == outcome.trough[side]
            assert table[f"peak_pressure_{side}"][entry] == outcome.peak_pressure[side]
            for action, count in outcome.actions[side].items():
                assert table[f"{action}_count_{side}"][entry] == count
        for issue in told.scenario.issues:
            _same(table[f"settlement_{issue}"][entry], outcome.settlement[issue] if outcome.settlement else None)
        steps = told.steps
        for column, course in runs.pictures.items():
            assert course[entry][: len(steps)].tolist() == steps[column].tolist(), column
            assert np.isnan(course[entry][len(steps) :]).all()


def _same(number: float, other: float | None) -> None:
    assert np.isnan(number) if other is None else number == other


def test_run_r_has_the_same_luck_in_every_row_and_every_study() -> None:
    base = load_scenario("us-dprk-2019")
    variant = vary(base, {"leaders.us.ego": 0.9})
    rows = run_many([variant, base, variant], seed=5, runs=20)
    for row, scenario in ((0, variant), (1, base), (2, variant)):
        alone = run_many(scenario, seed=5, runs=20)
        for name, column in alone.measures.items():
            assert rows.measures[name][rows.row == row].tobytes() == column.tobytes()


def test_settings_are_variants() -> None:
    base = load_scenario("us-dprk-2019")
    egos = [0.1, 0.5, 0.9]
    table = run_many(base, seed=5, runs=10, settings={"leaders.us.ego": egos, "dyad.tension": [0.2, 0.4, 0.6]})
    for row, (ego, tension) in enumerate(zip(egos, [0.2, 0.4, 0.6], strict=True)):
        alone = run_many(vary(base, {"leaders.us.ego": ego, "dyad.tension": tension}), seed=5, runs=10)
        for name, column in alone.measures.items():
            assert table.measures[name][table.row == row].tobytes() == column.tobytes()
    assert table[25].equals(run_one(table.scenarios[2], seed=5, run=5, parameters="drawn"))
