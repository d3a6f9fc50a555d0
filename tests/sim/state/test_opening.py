"""Does a scenario open a run with exactly its values, each at a known place, whichever way its sides are written?"""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from sim.files import scenario_from, vary
from sim.scenario import Scenario
from sim.scenario.weights import WEIGHTS
from sim.state.layout import TRAITS
from sim.state.opening import Opening, Place, open_scenario
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import NEVER, NONE
from tests.generate import scenarios
from tests.sim.rules.worlds import PLAIN


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
        "latencies.summit_lead_days",
        "truce.cut",
        "summit.open_press",
        "dyad.rapport",
    }
    assert wanted <= set(opening.places)


def test_sides_stand_in_the_order_of_their_ids() -> None:
    assert open_scenario(PLAIN).sides == ("east", "west")


def test_the_agenda_opens_empty_with_room_for_every_mediator() -> None:
    agenda = open_scenario(PLAIN).records["agenda"]
    assert len(agenda) == slots.FIRST_MEDIATOR + 2
    assert all(item == {"due": NEVER, "event": NONE, "asker": NONE} for item in agenda)


def test_a_leader_without_envoys_has_none_in_office() -> None:
    opening = open_scenario(vary(PLAIN, {"leaders.east.envoys": {}}))
    assert [leader["envoy"] for leader in opening.records["leaders"]] == [NONE, 0]


def test_opening_is_a_function_of_the_scenario_alone() -> None:
    assert open_scenario(PLAIN) == open_scenario(scenario_from(PLAIN.model_dump()))
