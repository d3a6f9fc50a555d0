"""Is a scenario loaded with its settings, the last word winning, and are mistakes in them explained?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.options import load_varied
from sim.files import ScenarioError, load_scenario


def test_without_settings_the_scenario_is_as_it_is_shipped() -> None:
    assert load_varied("two-leaders") == load_scenario("two-leaders")


@given(st.lists(st.floats(0, 1, allow_nan=False), min_size=1, max_size=3))
def test_the_last_setting_wins(egos: list[float]) -> None:
    sides = list(load_scenario("two-leaders").leaders)
    settings = [f"leaders.{sides[0]}.ego={ego:.6f}" for ego in egos]
    assert load_varied("two-leaders", settings).leaders[sides[0]].ego == pytest.approx(egos[-1], abs=1e-6)


@pytest.mark.parametrize("setting", ["leaders", "leaders.nobody.ego=0.5", "horizon_days=-1", "=", ""])
def test_a_wrong_setting_is_explained(setting: str) -> None:
    with pytest.raises(ScenarioError):
        load_varied("two-leaders", [setting])
