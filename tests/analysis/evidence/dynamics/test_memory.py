"""Is a rosy memory found out, and are cases with a date left out?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from analysis.evidence.dynamics.memory import ROWS, remembered
from sim import list_scenarios, load_scenario, vary
from tests.analysis.evidence.dynamics.acted import Acted, nothing, value

(D12,) = ROWS


@pytest.mark.parametrize("case", list_scenarios())
def test_both_leaders_remember_both(case: str) -> None:
    scenario = load_scenario(case)
    for leader in vary(scenario, remembered(scenario)).leaders.values():
        added = [leader.precedents["added-humiliation"], leader.precedents["added-success"]]
        assert [memory.kind for memory in added] == ["humiliation", "success"]
        assert added[0].salience == added[1].salience
        assert added[0].date == added[1].date


def world(later: float) -> Acted:
    """The first voice comes on day 30, and so much later with the memories."""

    def play(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"first_voice_day": 30 + later * bool(changes)}

    return Acted(play)


@pytest.mark.parametrize(("later", "reached"), [(5, True), (0, False), (-5, False)])
def test_memories_that_delay(later: float, reached: bool) -> None:
    found = D12.measure(world(later))
    assert found.reached is reached
    assert value(found, "days by which") == later


def test_a_case_with_a_date_does_not_qualify() -> None:
    assert not D12.measure(Acted(nothing, ["reykjavik-1986"])).readings
