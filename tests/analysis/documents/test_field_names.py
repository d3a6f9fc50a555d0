"""Does every number of every scenario have a name of its own, in words of its case, without an id in it?"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

from analysis.documents.field_names import CALLED, named, named_together
from sim.files import list_scenarios, load_scenario
from sim.files.inputs import scenario_inputs
from sim.narrative.cast import Cast
from sim.scenario import Scenario
from tests.generate import few, scenarios


@pytest.mark.parametrize("name", list_scenarios())
def test_every_number_of_a_case_has_a_name_of_its_own(name: str) -> None:
    scenario = load_scenario(name)
    cast = Cast(scenario)
    paths = [item.field.path for item in scenario_inputs(scenario) if not item.field.path.startswith("scheduled")]
    said = {path: str(named(cast, path)) for path in paths}
    assert not [path for path, words in said.items() if "_" in words or "{" in words or path in words]
    assert [words for words, count in Counter(said.values()).items() if count > 1] == []


@few
@given(scenarios(spread=False))
def test_any_scenario_can_be_named(scenario: Scenario) -> None:
    cast = Cast(scenario)
    for item in scenario_inputs(scenario):
        assert str(named(cast, item.field.path)).strip()


def test_whose_it_is_comes_after_it() -> None:
    cast = Cast(load_scenario("us-china-2025"))
    assert str(named(cast, "leaders.us.ego")) == "ego, Donald Trump"
    assert named(cast, "leaders.us.ego").inside == "ego of Donald Trump"
    assert str(named(cast, "leaders.china.market.volatility")) == "volatility of the market, China"
    assert str(named(cast, "weights.asking")) == "weight of asking"
    assert str(named(cast, "mediators.singapore.standing")) == "standing, Singapore"
    assert "Zelensky" in str(named(cast, "leaders.china.precedents.oval-office-2025.salience"))
    assert str(named(cast, "leaders.us.beliefs.bias.face_need")).startswith("error about the other's need for face")


def test_places_in_lock_step_are_called_together() -> None:
    cast = Cast(load_scenario("us-china-2025"))
    both = named_together(cast, ["leaders.us.face_need", "leaders.china.face_need"])
    assert (str(both), both.inside) == ("need for face, both", "need for face of both")
    mixed = named_together(cast, ["leaders.us.ego", "leaders.china.caution"])
    assert str(mixed) == "ego, Donald Trump and caution, Xi Jinping"


def test_words_of_the_case_are_in_names() -> None:
    assert named(Cast(load_scenario("us-china-2025")), "leaders.us.pressure.points").what == "tariffs at the start"
    assert (
        named(Cast(load_scenario("camp-david-1978")), "leaders.egypt.pressure.points").what == "pressure at the start"
    )


def test_no_name_is_of_a_field_that_is_gone() -> None:
    schema = Scenario.model_json_schema()
    known = set(schema["properties"])
    for part in schema["$defs"].values():
        known |= set(part.get("properties", ()))
    assert {key.rpartition(".")[2] for key in CALLED} <= known
