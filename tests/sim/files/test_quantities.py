"""Are numbers with sources and distributions read, and wrong ones told at the parameter that is wrong?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sim.files import ScenarioError, load_scenario, scenario_from
from sim.files.quantities import finite
from sim.scenario import Choice, Confidence, Normal, Provenance, Triangular, Uniform
from tests.sim.scenario.test_scenario import SMALL


def with_rapport(value: Any) -> Any:
    return scenario_from(SMALL | {"dyad": {"rapport": value}})


@pytest.mark.parametrize(
    ("given", "spread", "central"),
    [
        ({"distribution": "uniform", "low": 0.2, "high": 0.6}, Uniform(0.2, 0.6), 0.4),
        ({"distribution": "normal", "mean": 0.3, "sd": 0.1}, Normal(0.3, 0.1, 0.0, 1.0), 0.3),
        ({"distribution": "normal", "mean": 0.3, "sd": 0.1, "low": 0.2}, Normal(0.3, 0.1, 0.2, 1.0), 0.3),
        ({"distribution": "triangular", "low": 0, "mode": 0.1, "high": 1}, Triangular(0.0, 0.1, 1.0), 0.1),
        ({"distribution": "choice", "values": [0, 1]}, Choice((0.0, 1.0), (1.0, 1.0)), 0.0),
        ({"distribution": "choice", "values": [0, 1], "weights": [1, 3]}, Choice((0.0, 1.0), (1.0, 3.0)), 1.0),
    ],
)
def test_distributions(given: Any, spread: Any, central: float) -> None:
    scenario = with_rapport(given | {"note": "guess"})
    assert scenario.dyad.rapport == pytest.approx(central)
    assert scenario.distributions == {"dyad.rapport": spread}
    assert scenario.provenance == {"dyad.rapport": Provenance(note="guess")}


def test_a_value_with_its_source() -> None:
    scenario = with_rapport({"value": 1, "source": "a book", "confidence": "high"})
    assert scenario.dyad.rapport == 1.0
    assert scenario.provenance["dyad.rapport"] == Provenance("a book", "", Confidence.high)


def test_a_value_that_says_nothing_more_leaves_no_provenance() -> None:
    assert with_rapport({"value": 1}).provenance == {}


def test_words_dates_and_switches_may_have_a_source_too() -> None:
    scenario = scenario_from(SMALL | {"domain": {"value": "peace", "source": "a book"}})
    assert scenario.domain == "peace"
    assert scenario.provenance["domain"].source == "a book"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"distribution": "uniform", "low": 0.6, "high": 0.2}, "low (0.6) must be below high (0.2)"),
        ({"distribution": "uniform", "low": True, "high": 0.2}, "`low` must be a number"),
        ({"distribution": "beta", "mean": 0.5, "sd": 0.9}, "too wide"),
        ({"distribution": 3}, "unknown distribution"),
        ({"distribution": "normall", "mean": 0.5, "sd": 0.1}, "did you mean 'normal'?"),
        ({"distribution": "choice", "values": ["a"]}, "an item of values must be a number"),
        ({"distribution": "choice", "values": []}, "0 values"),
        ({"value": [0.5]}, "must be a number, not a list"),
        ({"value": 0.5, "note": 3}, "`note` must be a text"),
        ({}, "without `value`"),
    ],
)
def test_faults(given: Any, said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        with_rapport(given)
    assert said in str(raised.value)


@pytest.mark.parametrize("spread", ["values: [0.2, {}]", "values: [0.2, 0.3], weights: [1, {}]", "values: {}"])
@pytest.mark.parametrize("item", ["*other", "yes", "!!int 1", "010"])
def test_an_item_that_cannot_be_read_is_told_once(spread: str, item: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        f"extends: two-leaders\ndyad:\n  rapport: {{distribution: choice, {spread.format(item)}}}\n", encoding="utf-8"
    )
    with pytest.raises(ScenarioError) as raised:
        load_scenario(file)
    first, *others = {(problem.line, problem.column) for problem in raised.value.problems}
    assert first[0] == 3 and not others


def test_finite() -> None:
    assert finite(3) == 3.0
    assert [finite(value) for value in (True, "1", None, float("nan"), float("inf"), 10**400)] == [None] * 6
