"""Does what is written come back as it was, from a file, from nested values, and laid over another scenario?"""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sim.scenario import Beta, Confidence, Provenance, Scenario, ScenarioError, load_scenario, scenario_from
from sim.scenario.problems import Findings
from sim.scenario.reading import scenario_of
from sim.scenario.writing import scenario_yaml, tree_yaml
from sim.scenario.yaml_nodes import compose
from tests.generate import scenario_dicts, scenarios

SMALL: dict[str, Any] = {
    "name": "small",
    "start": "2025-01-01",
    "leaders": {"us": {"name": "One"}, "china": {"name": "Two"}},
    "issues": {"tariffs": {"weight": {"us": 1, "china": 2}}},
}


def read(text: str) -> Scenario:
    findings = Findings()
    tree = compose(text, "text.yaml", findings)
    assert tree is not None
    return scenario_of(tree, findings)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenario_dicts())
def test_a_file_and_nested_values_give_the_same_scenario(content: dict[str, Any]) -> None:
    assert read(tree_yaml(content)) == scenario_from(content)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios())
def test_round_trip(scenario: Scenario) -> None:
    for defaults in (True, False):
        again = read(scenario_yaml(scenario, defaults=defaults))
        assert again == scenario
        assert again.provenance == scenario.provenance
        assert again.distributions == scenario.distributions
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert copy.deepcopy(scenario) == scenario


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(scenarios(corners=True))
def test_round_trip_at_the_corners(scenario: Scenario) -> None:
    assert read(scenario_yaml(scenario)) == scenario


def test_numbers_keep_source_and_distribution() -> None:
    leader = {
        "name": "One",
        "ego": {"value": 0.7, "source": "a book", "note": "p. 3", "confidence": "low"},
        "caution": {"distribution": "beta", "mean": 0.4, "sd": 0.1, "source": "experts"},
    }
    scenario = scenario_from(SMALL | {"leaders": {"us": leader, "china": {"name": "Two"}}})
    assert scenario.leaders["us"].ego == 0.7
    assert scenario.leaders["us"].caution == 0.4
    assert scenario.provenance["leaders.us.ego"] == Provenance("a book", "p. 3", Confidence.low)
    assert scenario.provenance["leaders.us.caution"] == Provenance("experts")
    assert scenario.distributions == {"leaders.us.caution": Beta(0.4, 0.1, 0.0, 1.0)}


def test_a_scenario_cannot_be_changed_or_listed() -> None:
    scenario = scenario_from(SMALL)
    with pytest.raises(TypeError):
        list(scenario)
    with pytest.raises(TypeError):
        scenario.leaders["us"] = scenario.leaders["china"]
    with pytest.raises(ValueError, match="frozen"):
        scenario.title = "other"  # type: ignore[misc]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    leader = {"name": "One", "ego": {"value": 0.7, "source": "a book"}, "advisers": {"hawk": {"name": "Hawk"}}}
    content = SMALL | {"leaders": {"us": leader, "china": {"name": "Two"}}}
    (tmp_path / "below" / "base.yaml").write_text(tree_yaml(content), encoding="utf-8")
    return tmp_path


def test_extends_mixes_blocks_and_null_removes(folder: Path) -> None:
    text = "extends: below/base.yaml\nname: upper\nleaders:\n  us:\n    caution: 0.9\n    advisers: {hawk: null, dove: {name: Dove}}\n"
    (folder / "upper.yaml").write_text(text, encoding="utf-8")
    scenario = load_scenario(folder / "upper.yaml")
    leader = scenario.leaders["us"]
    assert (scenario.name, leader.name, leader.ego, leader.caution) == ("upper", "One", 0.7, 0.9)
    assert list(leader.advisers) == ["dove"]
    assert scenario.provenance["leaders.us.ego"].source == "a book"


def test_extends_replaces_a_number_with_all_that_was_said_about_it(folder: Path) -> None:
    (folder / "upper.yaml").write_text("extends: below/base.yaml\nleaders: {us: {ego: 0.2}}\n", encoding="utf-8")
    scenario = load_scenario(folder / "upper.yaml")
    assert scenario.leaders["us"].ego == 0.2
    assert scenario.provenance == {}


def test_extends_null_brings_the_default_back(folder: Path) -> None:
    (folder / "upper.yaml").write_text("extends: below/base.yaml\nleaders: {us: {ego: null}}\n", encoding="utf-8")
    assert load_scenario(folder / "upper.yaml").leaders["us"].ego == 0.5


def test_extends_may_not_leave_the_folder_by_a_link(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "base.yaml"
    outside.write_text(tree_yaml(SMALL), encoding="utf-8")
    (folder / "link.yaml").symlink_to(outside)
    (folder / "upper.yaml").write_text("extends: link.yaml\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="leaves the folder"):
        load_scenario(folder / "upper.yaml")


def test_a_long_chain_is_refused(folder: Path) -> None:
    for place in range(20):
        (folder / f"c{place}.yaml").write_text(f"extends: c{place + 1}.yaml\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="more than 8 scenarios extend one another"):
        load_scenario(folder / "c0.yaml")


def test_two_actors_with_one_address_of_luck_are_refused() -> None:
    from sim.luck import actor_key

    seen: dict[int, str] = {}
    pair: tuple[str, str] | None = None
    for number in range(400_000):
        name = f"a{number}"
        first = seen.setdefault(actor_key(f"us/advisers/{name}"), name)
        if first != name:
            pair = (first, name)
            break
    assert pair is not None, "no collision among 400,000 names: the keys are not 32 bits"
    leader = {"name": "One", "advisers": {name: {"name": "X"} for name in pair}}
    with pytest.raises(ScenarioError, match="would share their luck"):
        scenario_from(SMALL | {"leaders": {"us": leader, "china": {"name": "Two"}}})
