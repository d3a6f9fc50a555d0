"""Are uncertain numbers drawn alike by both engines, from the right distributions, under an address of their own?"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.compiled.engine import trace
from sim.engines.compiled.plan import prepare
from sim.engines.mesa import NegotiationModel
from sim.files import load_scenario, vary
from sim.run import run_many
from sim.scenario import Scenario
from sim.state.buffer import offset_of
from tests.agreement.searching import compared
from tests.generate import scenarios

DRAWS = 4000
ROOM = 4.5
"""Standard errors that a mean of draws may lie off: one test in 150,000 fails by chance."""


@compared(60)
@given(scenario=scenarios(2), seed=st.integers(0, 2**32 - 1), run=st.integers(0, 2**32 - 1))
def test_both_engines_draw_the_same_numbers(scenario: Scenario, seed: int, run: int) -> None:
    prepared = prepare(scenario, "drawn")
    start = trace(prepared, seed, run)[0][0]
    model = NegotiationModel(scenario, seed=seed, run=run, parameters="drawn")
    for path in scenario.distributions:
        if path in prepared.opening.places:
            place = prepared.opening.places[path]
            mine = getattr(getattr(model.world, place.collection)[place.row], place.field)
            mine = mine[place.position] if isinstance(mine, list) else mine
            assert mine == start[offset_of(prepared.regions, place)], path


def drawn(spread: dict[str, Any], seed: int = 0) -> np.ndarray:
    """Many draws of one number, as runs take them."""
    scenario = vary(load_scenario("two-leaders"), {"leaders.aldmark.ego": spread, "horizon_days": 1})
    prepared = prepare(scenario, "drawn")
    place = offset_of(prepared.regions, prepared.opening.places["leaders.aldmark.ego"])
    return np.array([trace(prepared, seed, run)[0][0, place] for run in range(DRAWS)])


@pytest.mark.parametrize(
    ("spread", "mean", "sd"),
    [
        ({"distribution": "uniform", "low": 0.2, "high": 0.8}, 0.5, 0.6 / math.sqrt(12)),
        ({"distribution": "normal", "mean": 0.5, "sd": 0.05}, 0.5, 0.05),
        ({"distribution": "beta", "mean": 0.3, "sd": 0.1}, 0.3, 0.1),
        ({"distribution": "beta", "mean": 0.9, "sd": 0.25}, 0.9, 0.25),
        ({"distribution": "triangular", "low": 0.1, "mode": 0.2, "high": 0.9}, 0.4, math.sqrt(0.19 / 6)),
        ({"distribution": "choice", "values": [0.1, 0.4, 0.9], "weights": [1, 2, 1]}, 0.45, math.sqrt(0.0825)),
    ],
)
def test_draws_have_the_mean_and_spread_that_the_scenario_says(spread: dict[str, Any], mean: float, sd: float) -> None:
    draws = drawn(spread)
    assert abs(draws.mean() - mean) < ROOM * sd / math.sqrt(DRAWS)
    assert draws.std() == pytest.approx(sd, rel=0.1)


def test_one_more_uncertain_number_moves_no_other() -> None:
    """Peer row 31: a draw added in one leader leaves everything else drawn as it was."""
    base = load_scenario("two-leaders")
    spread = {"distribution": "uniform", "low": 0.1, "high": 0.9}
    one = vary(base, {"leaders.aldmark.ego": spread})
    two = vary(one, {"leaders.verenia.caution": spread})
    starts = []
    for scenario in (one, two):
        prepared = prepare(scenario, "drawn")
        place = offset_of(prepared.regions, prepared.opening.places["leaders.aldmark.ego"])
        starts.append([trace(prepared, 4, run)[0][0, place] for run in range(20)])
    assert starts[0] == starts[1]


def test_central_runs_draw_nothing() -> None:
    base = load_scenario("us-china-2025")
    plain = vary(base, {path: float(spread.central()) for path, spread in base.distributions.items()})
    central, drawn_anyway = run_many(base, runs=20, parameters="central"), run_many(plain, runs=20, parameters="drawn")
    for name, column in central.measures.items():
        assert column.tobytes() == drawn_anyway.measures[name].tobytes()
