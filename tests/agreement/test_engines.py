"""Do Mesa and the compiled engine hold the same numbers, to the last bit, at every step of any valid scenario?

250 scenarios of every kind in CI, 2,500 in ``make nightly``. A failure names scenario, run, step, variable, values.
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.compiled.engine import trace
from sim.engines.compiled.plan import prepare
from sim.files import list_scenarios, load_scenario, vary
from sim.scenario import Scenario
from tests.agreement.searching import compared
from tests.agreement.states import find_parting, not_finite
from tests.generate import scenarios

SEEDS = st.integers(0, 2**32 - 1)
RUNS = st.one_of(st.integers(0, 20), st.integers(0, 2**32 - 1))
PARAMETERS = st.sampled_from(["drawn", "central"])
ORDERS = ("simultaneous", "alternating", "random")


@compared(60)
@given(scenario=scenarios(60), seed=SEEDS, run=RUNS, parameters=PARAMETERS)
def test_any_scenario(scenario: Scenario, seed: int, run: int, parameters: str) -> None:
    assert find_parting(scenario, seed, run, parameters) is None


@compared(40)
@given(scenario=scenarios(60, corners=True), seed=SEEDS, run=RUNS)
def test_at_the_corners_of_all_ranges(scenario: Scenario, seed: int, run: int) -> None:
    assert find_parting(scenario, seed, run, "central") is None


@compared(50)
@given(scenario=scenarios(45), order=st.sampled_from(ORDERS), seed=SEEDS, run=RUNS, parameters=PARAMETERS)
def test_under_the_fixed_clock(scenario: Scenario, order: str, seed: int, run: int, parameters: str) -> None:
    fixed = vary(scenario, {"clock.kind": "fixed", "clock.order": order})
    assert find_parting(fixed, seed, run, parameters) is None


@compared(50)
@given(scenario=scenarios(45, spread=True, weights=False), seed=SEEDS, run=RUNS)
def test_with_drawn_parameters_under_the_usual_weights(scenario: Scenario, seed: int, run: int) -> None:
    assert find_parting(scenario, seed, run, "drawn") is None


@pytest.mark.parametrize(
    ("parameters", "run"),
    [
        ("drawn", 4294967295),
        ("central", 0),
        *(pytest.param(*case, marks=pytest.mark.nightly) for case in [("drawn", 0), ("drawn", 1), ("central", 1)]),
    ],
)
@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_scenario_over_its_full_horizon(name: str, parameters: str, run: int) -> None:
    assert find_parting(load_scenario(name), 7, run, parameters) is None


@compared(50)
@given(scenario=scenarios(365, corners=True), seed=SEEDS, run=RUNS)
def test_nothing_becomes_infinite_or_undefined_at_the_corners(scenario: Scenario, seed: int, run: int) -> None:
    prepared = prepare(scenario)
    history, memory = trace(prepared, seed, run)
    lived = history[: int(memory.record["dyad"]["step"][0, 0]) + 1]
    assert not_finite(prepared, lived) is None, f"{scenario.name}, seed {seed}, run {run}"
    assert np.isfinite([[event["day"], event["amount"]] for event in memory.events]).all()


def test_a_difference_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison itself: an engine led astray in one number at one step is caught, with everything named."""
    from sim.engines.plain import confrontation

    original = confrontation.react

    def astray(world: object) -> None:
        original(world)  # type: ignore[arg-type]
        dyad = world.dyad[0]  # type: ignore[attr-defined]
        if dyad.step == 9:
            dyad.rapport = float(np.nextafter(dyad.rapport, 2.0))

    monkeypatch.setattr(confrontation, "react", astray)
    parting = find_parting(load_scenario("two-leaders"), 0, 3)
    assert parting is not None
    assert (parting.scenario, parting.run, parting.step) == ("two-leaders", 3, 9)
    assert parting.variable == "dyad[0].rapport[0]"
    assert parting.mesa > parting.compiled
