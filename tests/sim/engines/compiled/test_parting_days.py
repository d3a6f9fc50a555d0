"""Is the day on which two settings part the day on which their stories do?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.files import load_scenario, vary
from sim.results.parting import parting
from sim.results.record_rows import events
from sim.run import parting_days, run_one
from sim.scenario import Scenario
from tests.generate import few, scenarios

BASE = load_scenario("us-dprk-2019")
PROUD = vary(BASE, {"leaders.us.ego": 0.9, "mediators.vietnam.stake": 0.1})
ALONE = vary(BASE, {"mediators": {}})


def agree(one: Scenario, other: Scenario, seed: int, runs: int) -> None:
    """What is counted in compiled code is what the two records say."""
    for run, day in enumerate(parting_days(one, other, seed, range(runs))):
        found = parting(*(events(run_one(scenario, seed, run, "drawn")) for scenario in (one, other)))
        assert np.isnan(day) if found is None else day == found.day


@pytest.mark.parametrize("other", [PROUD, ALONE])
def test_it_is_where_the_stories_part(other: Scenario) -> None:
    agree(BASE, other, 3, 8)


@few
@given(scenario=scenarios(15), seed=st.integers(0, 2**32 - 1), data=st.data())
def test_any_roster_may_lose_any_of_its_people(scenario: Scenario, seed: int, data: st.DataObject) -> None:
    rosters = ["mediators", *(f"leaders.{side}.{who}" for side in scenario.leaders for who in ("envoys", "advisers"))]
    people = [f"{roster}.{name}" for roster in rosters for name in roster_of(scenario, roster)]
    assume(people)
    gone = data.draw(st.sets(st.sampled_from(people), min_size=1, max_size=3))
    agree(scenario, without(scenario, gone), seed, 2)


def roster_of(scenario: Scenario, roster: str) -> Mapping[str, object]:
    found: Any = scenario
    for name in roster.split("."):
        found = found[name] if isinstance(found, Mapping) else getattr(found, name)
    return found


def without(scenario: Scenario, gone: set[str]) -> Scenario:
    """The scenario without some of its people; what it has scheduled for them goes too."""
    rosters = {name.rpartition(".")[0] for name in gone}
    kept = {
        roster: {key: part for key, part in roster_of(scenario, roster).items() if f"{roster}.{key}" not in gone}
        for roster in rosters
    }
    leaders = {
        side: leader.model_copy(
            update={
                who: kept[f"leaders.{side}.{who}"] for who in ("envoys", "advisers") if f"leaders.{side}.{who}" in kept
            }
        )
        for side, leader in scenario.leaders.items()
    }
    changes = {"leaders": leaders, "mediators": kept.get("mediators", scenario.mediators), "scheduled": ()}
    return scenario.model_copy(update=changes)


def test_the_same_setting_never_parts() -> None:
    renamed = vary(BASE, {"leaders.us.name": "Somebody"})
    assert np.isnan(parting_days(BASE, renamed, 3, range(5))).all()


def test_plain_python_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = parting_days(BASE, PROUD, 3, range(4))
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    assert parting_days(BASE, PROUD, 3, range(4)).tobytes() == compiled.tobytes()


def test_ctrl_c_leaves_the_days_found_so_far() -> None:
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if len(told) == 3:
            raise KeyboardInterrupt

    assert len(parting_days(BASE, PROUD, 3, range(10), progress=stop)) == 3
