"""Components: shares sum to one, a dead one and a drowning one are seen, and the shipped cases have neither."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.evidence.component_reach import (
    COMPONENTS,
    by_case,
    complaints,
    component_table,
    decisions_of,
    shares,
    turned,
)
from sim import run_one
from sim.vocabulary import components as c


def made(**columns: list[float]) -> pd.DataFrame:
    """Two decisions of two options each, all components zero but those given."""
    table = pd.DataFrame({"case": "a", "which": [0, 0, 1, 1], "kind": ["turn", "turn", "answer", "answer"]})
    table["option"] = ["hold", "ease", "accept", "decline"]
    for name in COMPONENTS:
        table[name] = columns.get(name, [0.0] * 4)
    return table.assign(utility=table[list(COMPONENTS)].sum(axis=1))


def test_the_components_are_those_of_the_model() -> None:
    assert COMPONENTS == c.WORDS


def test_a_share_is_a_variance_against_all_variances() -> None:
    found = shares(made(stakes=[0, 2, 0, 0], face=[1, 0, 0, 1]))
    assert found.loc[0, "stakes"] == pytest.approx(0.8)
    assert found.loc[0, "face"] == pytest.approx(0.2)
    assert found.loc[1, "face"] == pytest.approx(1.0)
    assert found.sum(axis=1).tolist() == pytest.approx([1, 1])


def test_decisions_without_a_difference_have_no_shares() -> None:
    assert shares(made(stakes=[1, 1, 0, 1])).index.tolist() == [1]


def test_a_component_turns_a_decision_when_another_option_would_be_best_without_it() -> None:
    found = turned(made(stakes=[0, 1, 0, 0], face=[0.5, 0, 0, 1]))
    assert found["stakes"] == pytest.approx(0.5)
    assert found["face"] == pytest.approx(0.5)
    assert found["ego"] == 0


def test_what_is_wrong_is_said() -> None:
    said = complaints(component_table(made(stakes=[0, 3, 0, 1], face=[0, 0.5, 0, 0])))
    assert any("stakes reaches" in line for line in said)
    assert any("stakes drowns" in line for line in said)
    assert any("ego is dead" in line for line in said)
    assert not any("face" in line for line in said)


def test_two_shipped_cases_are_in_order() -> None:
    decisions = decisions_of(run_one(name, run=run) for name in ("two-leaders", "us-ukraine-2025") for run in range(3))
    found = component_table(decisions)
    assert not [line for line in complaints(found) if "reaches" in line or "drowns" in line]
    assert by_case(decisions).sum().tolist() == pytest.approx([1, 1])
    assert decisions.groupby("which")["case"].nunique().max() == 1
