"""Can what is scheduled happen: a path that may be set, a value that it takes, an actor who exists?"""

from __future__ import annotations

from typing import Any

import pytest

from sim.files import ScenarioError, load_scenario, scenario_from
from sim.files.numeric import numeric_fields
from sim.files.scenario_writing import plain_tree
from sim.files.scheduled_checks import SETTABLE, only_at_start, settable
from sim.files.slots import Slot
from tests.sim.scenario.test_scenario import SMALL


def scheduled(**entry: Any) -> Any:
    return scenario_from(SMALL | {"scheduled": [{"date": "2025-02-01", **entry}]})


def test_every_number_of_the_settable_blocks_can_be_set() -> None:
    scenario = load_scenario("us-china-2025")
    tree = plain_tree(scenario)
    for field in numeric_fields(scenario):
        if field.path.partition(".")[0] in SETTABLE:
            assert isinstance(settable(tree, field.path), Slot) != only_at_start(field.path.split("."))


@pytest.mark.parametrize(
    "path", ["", "horizon_days", "start", "leaders.us", "leaders.nobody.ego", "clock.step_days", "scheduled.0.size"]
)
def test_nothing_else_can(path: str) -> None:
    assert isinstance(settable(SMALL, path), str)


def test_the_ends_of_the_run_are_in_it() -> None:
    for date in ("2025-01-01", "2025-06-30"):
        scheduled(kind="insult", side="us", date=date)
    for date in ("2024-12-31", "2025-07-01"):
        with pytest.raises(ScenarioError, match="outside the run"):
            scheduled(kind="insult", side="us", date=date)


def test_a_ladder_set_at_a_date_stays_below_its_ceiling() -> None:
    assert scheduled(kind="set", path="leaders.us.pressure.ceiling", value=60).scheduled[0].value == 60
    for name, value in (("points", 101), ("rung", 101), ("ceiling", 20)):
        with pytest.raises(ScenarioError, match="exceed the ceiling"):
            scheduled(kind="set", path=f"leaders.us.pressure.{name}", value=value)


@pytest.mark.parametrize("kind", ["insult", "goodwill", "market_shock", "mediator_offer", "set"])
def test_each_kind_names_what_it_needs(kind: str) -> None:
    with pytest.raises(ScenarioError, match=f"of kind {kind} needs"):
        scheduled(kind=kind)
