"""Every mechanism can be switched off in any case, once, and it really is off then."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.claims.changes import paths
from analysis.evidence.claims.paired_luck import Plan, runs_of
from analysis.evidence.claims.switching_off import changes_of, switched_off
from analysis.evidence.claims.table import Switch, claims, mechanisms, switches
from sim import list_scenarios, load_scenario, vary
from sim.files.scenario_slots import slot_at
from sim.narrative.case_words import PLAIN
from sim.results.runs import Runs
from sim.scenario import Scenario
from tests.generate import few, scenarios

SWITCHES = [pytest.param(switch, id=f"{row:02d}") for row, switch in switches().items()]
BY_DEGREES = 20
"""The row that is switched off by a multiple, as far as its range goes."""
PLAN = Plan(40, 3)


def test_every_mechanism_has_a_switch_and_nothing_else_has() -> None:
    assert list(switches()) == list(mechanisms())
    assert len(switches()) == 33
    assert all(claim.switch is None for claim in claims() if claim.kind != "M")


def test_names_are_a_few_words_of_their_own() -> None:
    names = [PLAIN.fill(switch.name) for switch in switches().values()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 22, "a line of the table has room for so many letters"
    assert all(PLAIN.fill(switch.absent) for switch in switches().values())


@pytest.mark.parametrize("switch", SWITCHES)
def test_what_it_sets_is_a_place_of_a_scenario(switch: Switch) -> None:
    for pattern in [*switch.off, *switch.needs]:
        plain = tuple("*" if key[0] in "*+" else key for key in pattern.split("."))
        assert slot_at(plain) is not None, pattern


@pytest.mark.parametrize("switch", SWITCHES)
def test_where_low_is_nothing_it_is_what_switches_off(switch: Switch) -> None:
    """A declared low that is an absence, and not one of two amounts, is the switch itself."""
    effect = mechanisms()[switch.row]
    if not effect.high and not effect.both:
        assert dict(switch.off) == dict(effect.low)


@few
@given(scenario=scenarios(), rows=st.sets(st.sampled_from(list(switches())), min_size=2, max_size=2))
def test_any_case_can_do_without_each(scenario: Scenario, rows: set[int]) -> None:
    for switch in (switches()[row] for row in sorted(rows)):
        without = switched_off(scenario, switch)
        if without is not None and switch.row != BY_DEGREES:
            assert switched_off(without, switch) is None, f"row {switch.row} is off and can be switched off again"


def test_what_goes_by_degrees_ends() -> None:
    found = [load_scenario("two-leaders")]
    while (without := switched_off(found[-1], switches()[BY_DEGREES])) is not None:
        found.append(without)
    assert [case.weights.image_count for case in found] == [8, 48, 50]
    assert [case.leaders["verenia"].beliefs.accepted for case in found] == [2, 12, 50]


@cache
def as_it_is(name: str) -> Runs:
    return runs_of(load_scenario(name), PLAN)


def moves(switch: Switch, name: str) -> bool:
    without = switched_off(load_scenario(name), switch)
    if without is None:
        return False
    ours, theirs = runs_of(without, PLAN).measures, as_it_is(name).measures
    return any(not np.array_equal(ours[key], theirs[key], equal_nan=True) for key in theirs)


@pytest.mark.parametrize("switch", SWITCHES)
def test_it_changes_the_runs_of_a_shipped_case(switch: Switch) -> None:
    cases = dict.fromkeys([*mechanisms()[switch.row].cases, *list_scenarios()])
    assert any(moves(switch, name) for name in cases)


CASE = load_scenario("two-leaders")


def test_off_already_is_none() -> None:
    assert switched_off(vary(CASE, {"mediators": {}}), switches()[34]) is None
    egos = {f"leaders.{side}.ego": {"value": 0, "source": "invented"} for side in CASE.leaders}
    assert switched_off(vary(CASE, egos), switches()[21]) is None, "a source is no difference"
    assert switched_off(CASE, switches()[28]) is None, "nobody is a gatekeeper"
    assert switched_off(CASE, switches()[38]) is None, "no memory is an ally's"


def test_a_number_that_is_drawn_around_nothing_is_not_off() -> None:
    spread = {"distribution": "uniform", "low": 0, "high": 0.4}
    egos = {f"leaders.{side}.ego": spread for side in CASE.leaders}
    without = switched_off(vary(CASE, egos), switches()[21])
    assert without is not None
    assert not any(path.endswith(".ego") for path in without.distributions)


def test_marks_in_paths() -> None:
    assert paths(CASE, "leaders.*.ego") == ["leaders.verenia.ego", "leaders.aldmark.ego"]
    assert paths(CASE, "leaders.*.advisers.+") == ["leaders.verenia.advisers.dove"]
    hawks = paths(CASE, "leaders.*.advisers.*[stance].stance")
    assert hawks == ["leaders.verenia.advisers.hawk.stance", "leaders.aldmark.advisers.elder.stance"]
    assert paths(CASE, "leaders.*.precedents.*[via]") == []
    assert paths(CASE, "weights.nowhere") == ["weights.nowhere"]


def test_only_hawks_lose_their_view() -> None:
    without = switched_off(CASE, switches()[25])
    assert without is not None
    stances = {name: one.stance for side in without.leaders.values() for name, one in side.advisers.items()}
    assert stances == {"hawk": 0, "dove": -0.6, "elder": 0}


def test_what_would_bring_it_back_is_taken_away_too() -> None:
    day = CASE.start + dt.timedelta(days=20)
    scheduled = [
        {"date": day, "kind": "mediator_offer", "mediator": "sorrel"},
        {"date": day, "kind": "set", "path": "leaders.verenia.ego", "value": 0.9},
        {"date": day, "kind": "set", "path": "mediators.sorrel.stake", "value": 0.9},
        {"date": day, "kind": "insult", "side": "verenia"},
    ]
    case = vary(CASE, {"scheduled": scheduled})
    alone, modest = (switched_off(case, switches()[row]) for row in (34, 21))
    assert alone is not None and modest is not None
    assert [str(entry.kind) for entry in alone.scheduled] == ["set", "insult"]
    assert [str(entry.kind) for entry in modest.scheduled] == ["mediator_offer", "set", "insult"]
    assert modest.scheduled[0] == case.scheduled[0]


def test_changes_are_told_path_by_path() -> None:
    assert changes_of(CASE, switches()[21]) == {"leaders.verenia.ego": 0, "leaders.aldmark.ego": 0}
    counts = changes_of(CASE, switches()[BY_DEGREES])
    assert counts["leaders.verenia.beliefs.accepted"] == 12
    assert counts["weights.image_count"] == 48
