"""The mirror law: in which order the sides are listed inside changes nothing at all, read by their ids.

No luck address and no tie may refer to a side's number. Both engines, both clocks, all orders of moves, over shipped
and generated scenarios; to the bit, but for settlements, which are told as the share of whichever side stands first.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.compiled import plan
from sim.engines.plain import confrontation
from sim.files import list_scenarios, load_scenario, vary
from sim.results.trajectory import Trajectory
from sim.run import run_many, run_one
from sim.scenario import Scenario
from sim.state.opening import open_scenario
from tests.generate import scenarios

MIRRORED = partial(open_scenario, mirrored=True)
SHARE = 1e-12
"""How far two settlement shares may be apart: one is 1 minus the other."""
FIXED = [{"clock.kind": "fixed", "clock.order": order} for order in ("simultaneous", "alternating", "random")]


def told(scenario: Scenario, run: int, mirrored: bool, parameters: str = "drawn") -> Trajectory:
    with pytest.MonkeyPatch.context() as patch:
        if mirrored:
            patch.setattr(confrontation, "open_scenario", MIRRORED)
        return run_one(scenario, seed=11, run=run, parameters=parameters)


def assert_same(scenario: Scenario, run: int, parameters: str = "drawn") -> None:
    usual, mirrored = (told(scenario, run, side, parameters) for side in (False, True))
    for table in ("events", "decisions"):
        assert usual.columns[table] == mirrored.columns[table], f"{scenario.name}, run {run}: {table}"
    steps, other = usual.columns["steps"], mirrored.columns["steps"]
    assert set(steps) == set(other)
    moved = [name for name in steps if list(steps[name]) != list(other[name])]
    assert not moved, f"{scenario.name}, run {run}: {moved[:5]}"
    assert_same_outcome(usual, mirrored)


def assert_same_outcome(usual: Trajectory, mirrored: Trajectory) -> None:
    for name in ("outcome_class", "day", "first_contact", "first_voice", "first_in_person", "mediator", "ever"):
        assert getattr(usual.outcome, name) == getattr(mirrored.outcome, name)
    for name in ("trough", "peak_pressure", "actions"):
        assert dict(getattr(usual.outcome, name)) == dict(getattr(mirrored.outcome, name))
    shares, others = usual.outcome.settlement, mirrored.outcome.settlement
    assert (shares is None) == (others is None)
    for issue in shares or ():
        assert shares[issue] == pytest.approx(1 - others[issue], abs=SHARE)


@pytest.mark.parametrize("run", range(3))
@pytest.mark.parametrize("name", list_scenarios())
def test_shipped_scenarios(name: str, run: int) -> None:
    assert_same(load_scenario(name), run)


@pytest.mark.parametrize("change", FIXED, ids=lambda change: change["clock.order"])
@pytest.mark.parametrize("name", ["two-leaders", "us-china-2025"])
def test_the_fixed_clock_in_every_order(name: str, change: dict[str, Any]) -> None:
    assert_same(vary(load_scenario(name), change), 1)


@given(scenarios(), st.integers(0, 2**32 - 1), st.sampled_from(["central", "drawn"]))
def test_generated_scenarios(scenario: Scenario, run: int, parameters: str) -> None:
    assert_same(scenario, run, parameters)


def test_the_other_order_really_is_another() -> None:
    scenario = load_scenario("us-china-2025")
    assert open_scenario(scenario).sides == ("china", "us")
    assert MIRRORED(scenario).sides == ("us", "china")
    assert list(told(scenario, 0, mirrored=True).columns["steps"])[3].startswith("us.")


SWAPPED = {0: 1, 1: 0}


def by_id(name: str, values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A measure of a mirrored run as an unmirrored one would have it."""
    if name.endswith("_by"):
        return np.array([SWAPPED.get(int(value), int(value)) for value in values], dtype=float)
    if name.startswith("settlement_"):
        return np.where(values < 0, values, 1 - values)
    return values


@pytest.mark.parametrize("change", [{}, *FIXED], ids=["poisson", "simultaneous", "alternating", "random"])
@pytest.mark.parametrize("name", list_scenarios())
def test_the_compiled_engine(name: str, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = vary(load_scenario(name), change)
    usual = run_many(scenario, seed=3, runs=50).measures
    monkeypatch.setattr(plan, "open_scenario", MIRRORED)
    mirrored = run_many(scenario, seed=3, runs=50).measures
    assert set(usual) == set(mirrored)
    for column, values in usual.items():
        other = by_id(column, mirrored[column])
        if column.startswith("settlement_"):
            np.testing.assert_allclose(values, other, rtol=0, atol=SHARE)
        else:
            np.testing.assert_array_equal(values, other, err_msg=column)
