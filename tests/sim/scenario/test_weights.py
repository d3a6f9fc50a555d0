"""Is every global weight a number with a range, a meaning and an origin, read from the one table?"""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from sim.files import ScenarioError, load_scenario, vary
from sim.scenario.weights import WEIGHTS, Weight, Weights


def test_the_table_is_read_whole_and_in_order() -> None:
    lines = files("sim.scenario").joinpath("weights.csv").read_text(encoding="utf-8").splitlines()
    names = [row[0] for row in csv.reader(lines)][1:]
    assert [weight.name for weight in WEIGHTS] == names == list(Weights.model_fields)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_a_weight_says_what_it_is(weight: Weight) -> None:
    assert weight.low <= weight.default <= weight.high
    assert weight.low < weight.high
    assert all((weight.unit, weight.meaning, weight.at_low, weight.at_high, weight.origin))
    assert getattr(Weights(), weight.name) == weight.default


@pytest.mark.parametrize("weight", WEIGHTS, ids=lambda weight: weight.name)
def test_a_weight_stays_in_its_range(weight: Weight) -> None:
    scenario = load_scenario("two-leaders")
    path = f"weights.{weight.name}"
    for end in (weight.low, weight.high):
        assert getattr(vary(scenario, {path: end}).weights, weight.name) == end
    for beyond in (weight.low - 1, weight.high + 1):
        with pytest.raises(ScenarioError, match=weight.name):
            vary(scenario, {path: beyond})
