"""Is what must fit together checked: two sides named everywhere, names apart, ladders, memories, addresses of luck?"""

from __future__ import annotations

from typing import Any

import pytest

from sim.files import ScenarioError, scenario_from
from sim.files.scenario_checks import RESERVED
from sim.luck import actor_key
from tests.sim.scenario.test_scenario import SMALL

OSLO = {"name": "Oslo", "acceptability": {"us": 1, "china": 1}}


def leaders(**of_us: Any) -> dict[str, Any]:
    return {"leaders": {"us": {"name": "One", **of_us}, "china": {"name": "Two"}}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"leaders": {"us": {"name": "One"}}}, "exactly two"),
        ({"mediators": {"oslo": OSLO | {"acceptability": {"us": 1}}}}, "acceptability.china is missing"),
        ({"mediators": {"oslo": OSLO | {"acceptability": {"us": 1, "chin": 1, "china": 1}}}}, "did you mean 'china'?"),
        ({"mediators": {"china": OSLO}}, "is a side already"),
        ({"mediators": {"both": OSLO}}, "a meaning of its own"),
        ({"issues": {"a": {"weight": {"us": 0, "china": 1}}}}, "sum to 0 for side 'us'"),
        ({"issues": {"a": {"weight": {"us": 1, "china": 1}, "red_line": {"chin": 0.1}}}}, "did you mean 'china'?"),
        (leaders(pressure={"points": 145}), "up to the ceiling of this side (100)"),
        (leaders(pressure={"ceiling": 5}), "leaders.us.pressure.points is 50"),
        (leaders(precedents={"p": {"name": "P", "kind": "success", "date": "2025-01-02"}}), "a memory lies before it"),
        ({"at_start": {"meeting_on": "2024-12-31"}}, "the meeting is still to come"),
        ({"observed": {"outcome_date": "2024-12-31"}}, "before the start"),
        ({"observed": {"first_contact": {"asked_by": "chin"}}}, "did you mean 'china'?"),
    ],
)
def test_faults(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        scenario_from(SMALL | change)
    assert said in str(raised.value)


def test_what_fits() -> None:
    scenario_from(SMALL | {"issues": {"a": {"weight": {"us": 1, "china": 1}, "red_line": {"china": 0.1}}}})
    scenario_from(SMALL | {"mediators": {"oslo": OSLO}, "observed": {"first_contact": {"asked_by": "oslo"}}})
    scenario_from(SMALL | leaders(pressure={"points": 145, "ceiling": 145, "rung": 145}))


def test_a_table_without_zero_sum_over_several_issues() -> None:
    first, second = {"us": 0, "china": 1}, {"us": 1, "china": 0}
    scenario_from(SMALL | {"issues": {"a": {"weight": first}, "b": {"weight": second}}})


@pytest.mark.parametrize("name", RESERVED)
def test_reserved_names(name: str) -> None:
    with pytest.raises(ScenarioError, match="meaning of its own"):
        scenario_from(SMALL | {"mediators": {name: OSLO}})


def test_two_actors_with_one_address_of_luck_are_refused() -> None:
    pair = colliding_names("us/advisers/")
    advisers = {name: {"name": "X"} for name in pair}
    with pytest.raises(ScenarioError, match="would share their luck"):
        scenario_from(SMALL | leaders(advisers=advisers))


def test_two_uncertain_numbers_with_one_address_are_refused() -> None:
    pair = colliding_names("leaders.us.advisers.", ".stance")
    stance = {"distribution": "uniform", "low": 0, "high": 1}
    with pytest.raises(ScenarioError, match="would share their luck"):
        scenario_from(SMALL | leaders(advisers={name: {"name": "X", "stance": stance} for name in pair}))


def colliding_names(before: str, after: str = "") -> tuple[str, str]:
    """Two names whose addresses have the same 32-bit key; among 400,000 there are about nineteen such pairs."""
    seen: dict[int, str] = {}
    for number in range(400_000):
        name = f"a{number}"
        first = seen.setdefault(actor_key(f"{before}{name}{after}"), name)
        if first != name:
            return first, name
    raise AssertionError("no collision: the keys are not 32 bits")
