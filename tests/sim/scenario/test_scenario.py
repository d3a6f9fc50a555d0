"""Is a scenario frozen, one thing and not a list, and explained in every field?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from sim.files import scenario_from
from sim.scenario import Scenario
from tests.sim.scenario.parts import check_part

SMALL: dict[str, Any] = {
    "name": "small",
    "start": "2025-01-01",
    "leaders": {"us": {"name": "One"}, "china": {"name": "Two"}},
    "issues": {"tariffs": {"weight": {"us": 1, "china": 2}}},
}


def test_fields() -> None:
    check_part(Scenario, **SMALL)


def test_it_is_frozen_and_hashable() -> None:
    scenario = scenario_from(SMALL)
    assert hash(scenario) == hash(scenario_from(SMALL))
    with pytest.raises(ValueError, match="frozen"):
        scenario.title = "other"  # type: ignore[misc]
    with pytest.raises(TypeError, match="vary"):
        scenario.leaders["us"] = scenario.leaders["china"]


def test_it_is_not_a_list_of_scenarios() -> None:
    with pytest.raises(TypeError, match="put it in a list"):
        list(scenario_from(SMALL))


def test_it_can_be_made_without_a_file() -> None:
    scenario = scenario_from(SMALL | {"start": dt.date(2025, 1, 1)})
    assert scenario == scenario_from(SMALL)
    assert (scenario.provenance, scenario.distributions) == ({}, {})
