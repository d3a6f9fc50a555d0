"""Declared changes: a star stands for every id that is there, and a path that fits nothing is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from analysis.evidence.claims.changes import ChangeError, expanded, settings
from analysis.evidence.claims.table import Effect, mechanisms
from sim import load_scenario
from sim.scenario import Scenario

CASE = load_scenario("us-china-2025")


def effect(low: dict[str, Any], high: dict[str, Any], both: dict[str, Any] | None = None) -> Effect:
    return Effect("voice", 1, 0.02, low, high, both or {}, ["two-leaders", "us-china-2025"], "For a test.")


def at(scenario: Scenario, path: str) -> Any:
    found: Any = scenario
    for key in path.split("."):
        found = found[key] if isinstance(found, dict) else getattr(found, key)
    return found


def test_a_star_stands_for_every_id() -> None:
    assert expanded(CASE, {"leaders.*.ego": 0.1, "weights.asking": 0}) == {
        "leaders.us.ego": 0.1,
        "leaders.china.ego": 0.1,
        "weights.asking": 0,
    }
    hosts, issues = len(CASE.mediators), len(CASE.issues)
    assert len(expanded(CASE, {"mediators.*.acceptability.*": 1})) == 2 * hosts
    assert len(expanded(CASE, {"issues.*.weight.*": 1})) == 2 * issues
    advisers = sum(len(leader.advisers) for leader in CASE.leaders.values())
    assert len(expanded(CASE, {"leaders.*.advisers.*.stance": 0})) == advisers


@limits(max_examples=12)  # each reads two scenarios
@given(st.sampled_from(["ego", "face_need", "market.lobby", "public.defiance_pays"]), st.floats(0, 1), st.floats(0, 1))
def test_both_settings_have_what_was_declared_and_all_else_is_as_it_was(trait: str, low: float, high: float) -> None:
    path = f"leaders.*.{trait}"
    made = settings(CASE, effect({path: low}, {path: high}, {"weights.asking": 0.25}))
    for scenario, value in zip(made, (low, high), strict=True):
        assert {at(scenario, f"leaders.{side}.{trait}") for side in CASE.leaders} == {value}
        assert scenario.weights.asking == 0.25
        assert scenario.leaders["us"].beliefs == CASE.leaders["us"].beliefs
        assert scenario.issues == CASE.issues


def test_nothing_declared_leaves_the_very_case() -> None:
    low, high = settings(CASE, effect({}, {"mediators": {}}))
    assert low is CASE
    assert not high.mediators


@pytest.mark.parametrize("path", ["leaders.us.precedents.*.weight", "mediators.*.hosting_memory"])
def test_a_path_that_fits_nothing_is_told(path: str) -> None:
    lonely = settings(CASE, effect({}, {"mediators": {}, "leaders.us.precedents": {}}))[1]
    with pytest.raises(ChangeError, match="us-china-2025 has nothing at"):
        expanded(lonely, {path: 0.5})


def test_a_block_is_taken_whole() -> None:
    low, high = settings(CASE, mechanisms()[23])
    assert [list(one.leaders["us"].envoys) for one in (low, high)] == [["in-office"], ["in-office", "next"]]
