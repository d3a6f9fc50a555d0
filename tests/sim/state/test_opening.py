"""Does a scenario open a run with exactly its values, each at a known place, whichever way its sides are written?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from sim.files import scenario_from, vary
from sim.scenario import Scenario
from sim.scenario.weights import WEIGHTS
from sim.state.layout import TRAITS
from sim.state.opening import Opening, Place, open_scenario
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import NEVER, NONE
from sim.vocabulary.scenario_words import ClockKind, Order
from tests.generate import scenarios
from tests.sim.rules.worlds import PLAIN, world_of


def value_at(opening: Opening, place: Place) -> float:
    value: Any = opening.records[place.collection][place.row][place.field]
    return float(value[place.position] if isinstance(value, list) else value)


def number_at(scenario: Scenario, path: str) -> float:
    found: Any = scenario
    for key in path.split("."):
        found = (
            found[int(key)]
            if isinstance(found, tuple)
            else found[key]
            if isinstance(found, dict)
            else getattr(found, key)
        )
    return float(found)


@settings(max_examples=30)
@given(scenarios(30))
def test_every_number_of_the_scenario_stands_at_its_place(scenario: Scenario) -> None:
    opening = open_scenario(scenario)
    for path, place in opening.places.items():
        assert value_at(opening, place) == number_at(scenario, path), path


@settings(max_examples=30)
@given(scenarios(30))
def test_no_two_paths_share_a_place(scenario: Scenario) -> None:
    places = list(open_scenario(scenario).places.values())
    assert len(set(places)) == len(places)


@settings(max_examples=30)
@given(scenarios(30))
def test_the_other_order_of_sides_opens_the_same_run(scenario: Scenario) -> None:
    first, second = scenario.leaders
    turned = scenario.model_copy(
        update={"leaders": type(scenario.leaders)({second: scenario.leaders[second], first: scenario.leaders[first]})}
    )
    assert list(turned.leaders) == [second, first]
    assert open_scenario(turned) == open_scenario(scenario)


def test_every_number_that_a_run_uses_can_be_set_or_drawn() -> None:
    opening = open_scenario(PLAIN)
    wanted = {f"leaders.east.{trait}" for trait in TRAITS}
    wanted |= {f"weights.{weight.name}" for weight in WEIGHTS}
    wanted |= {
        "leaders.west.beliefs.bias.ego",
        "leaders.west.pressure.rung",
        "leaders.west.public.win_set",
        "leaders.east.market.lobby",
        "leaders.east.advisers.hawk.stance",
        "leaders.east.envoys.first.skill",
        "leaders.east.precedents.old.salience",
        "mediators.bern.acceptability.west",
        "issues.fish.weight.east",
        "bargaining.exponent",
        "latencies.summit_lead_days",
        "truce.cut",
        "summit.open_press",
        "dyad.rapport",
    }
    assert wanted <= set(opening.places)


def test_sides_stand_in_the_order_of_their_ids() -> None:
    assert open_scenario(PLAIN).sides == ("east", "west")


def test_a_mirrored_opening_has_the_same_sides_with_the_same_keys_the_other_way_round() -> None:
    plain, mirrored = open_scenario(PLAIN), open_scenario(PLAIN, mirrored=True)
    assert mirrored.sides == ("west", "east")
    for name in ("leaders", "markets"):
        keys = [record["key"] for record in plain.records[name]]
        assert [record["key"] for record in mirrored.records[name]] == keys[::-1]
        assert keys[0] != keys[1]
    for one, other in zip(plain.records["mediators"], mirrored.records["mediators"], strict=True):
        assert one["key"] == other["key"]
        assert one["answer_key"] == other["answer_key"][::-1]
        assert one["acceptability"] == other["acceptability"][::-1]


def test_the_agenda_opens_empty_with_room_for_every_mediator() -> None:
    agenda = open_scenario(PLAIN).records["agenda"]
    assert len(agenda) == slots.FIRST_MEDIATOR + 2
    assert all(item == {"due": NEVER, "event": NONE, "asker": NONE} for item in agenda)


def test_a_leader_without_envoys_has_none_in_office() -> None:
    opening = open_scenario(vary(PLAIN, {"leaders.east.envoys": {}}))
    assert [leader["envoy"] for leader in opening.records["leaders"]] == [NONE, 0]


def test_opening_is_a_function_of_the_scenario_alone() -> None:
    assert open_scenario(PLAIN) == open_scenario(scenario_from(PLAIN.model_dump()))


def test_what_belongs_to_a_side_stands_at_that_side() -> None:
    """Pairs are in the order of the sides; people and memories carry the number of their side."""
    opening = open_scenario(PLAIN).records
    assert [mediator["acceptability"] for mediator in opening["mediators"]] == [[0.8, 0.5], [0.4, 0.6]]
    assert [issue["weight"] for issue in opening["issues"]] == [[3, 1], [1, 3]]
    lined = open_scenario(vary(PLAIN, {"issues.fish.red_line": {"west": 0.3}}))
    assert [issue["red_line"] for issue in lined.records["issues"]] == [[0.0, 0.0], [0.0, 0.3]]
    assert [path for path in lined.places if "red_line" in path] == ["issues.fish.red_line.west"]
    assert [issue["settled"] for issue in opening["issues"]] == [[-1.0, -1.0], [-1.0, -1.0]]
    keys = [key for mediator in opening["mediators"] for key in (mediator["key"], *mediator["answer_key"])]
    assert len(set(keys)) == 6
    for collection in ("advisers", "envoys"):
        assert [record["side"] for record in opening[collection]] == [0, 0, 1, 1]
    assert [record["side"] for record in opening["precedents"]] == [0, 1]
    assert [(leader["envoy"], leader["envoy_end"]) for leader in opening["leaders"]] == [(0, 2), (2, 4)]
    assert len({leader["key"] for leader in opening["leaders"]} | {m["key"] for m in opening["markets"]}) == 4


@pytest.mark.parametrize(("date", "age"), [("2025-01-06", 0), ("2025-01-05", 1), ("2024-01-06", 366), (None, 0)])
def test_an_episode_is_as_old_as_the_days_since(date: str | None, age: int) -> None:
    happened = None if date is None else dt.date.fromisoformat(date)
    scenario = vary(PLAIN, {"leaders.east.precedents.old.date": happened})
    assert open_scenario(scenario).records["precedents"][0]["age_days"] == age


def test_an_older_episode_is_less_vivid_on_the_first_day() -> None:
    changes = {
        "leaders.east.precedents.old.date": dt.date(2024, 7, 10),
        "leaders.east.precedents.old.half_life_days": 90,
    }
    fresh, older = world_of().precedents[0], world_of(changes).precedents[0]
    assert older.vivid == pytest.approx(fresh.vivid / 4)


def test_choices_and_dates_of_a_scenario_are_numbers_of_the_run() -> None:
    changes = {
        "clock.kind": "fixed", "clock.order": "alternating", "clock.step_days": 0.5, "choice": "argmax",
        "domain": "trade",
        "summit.signing_announced": True, "at_start.meeting_on": dt.date(2025, 1, 20),
        "leaders.west.advisers.dove.channel": "leader_only", "issues.fish.divisible": False,
        "scheduled": [
            {"date": dt.date(2025, 1, 9), "kind": "insult", "side": "west", "size": 0.5},
            {"date": dt.date(2025, 1, 8), "kind": "mediator_offer", "mediator": "oslo"},
        ],
    }  # fmt: skip
    opening = open_scenario(vary(PLAIN, changes)).records
    setting = opening["setting"][0]
    assert (setting["step_days"], setting["steps"], setting["summit_day"]) == (0.5, 120, 14.0)
    assert (setting["clock"], setting["order"]) == (ClockKind.fixed.code, Order.alternating.code)
    assert (setting["signing"], setting["argmax"], setting["trade"]) == (1, 1, 1)
    assert [adviser["leader_only"] for adviser in opening["advisers"]] == [0, 0, 0, 1]
    assert [issue["divisible"] for issue in opening["issues"]] == [1, 0]
    dated = [(item["due"], item["side"], item["mediator"]) for item in opening["interventions"]]
    assert dated == [(3.0, 1, NONE), (2.0, NONE, 1)]
    plain = open_scenario(PLAIN).records["setting"][0]
    assert (plain["signing"], plain["argmax"], plain["trade"], plain["summit_day"]) == (0, 0, 0, -1.0)
