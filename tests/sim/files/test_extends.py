"""Is a scenario laid over another as a reader expects, and only over files it may see?"""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.files import ScenarioError, load_scenario
from sim.files.scenario_writing import tree_yaml
from sim.scenario import Scenario
from tests.sim.scenario.test_scenario import SMALL


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    leader = {"name": "One", "ego": {"value": 0.7, "source": "a book"}, "advisers": {"hawk": {"name": "Hawk"}}}
    content = SMALL | {"leaders": {"us": leader, "china": {"name": "Two"}}}
    (tmp_path / "below" / "base.yaml").write_text(tree_yaml(content), encoding="utf-8")
    return tmp_path


def upper(folder: Path, text: str) -> Scenario:
    (folder / "upper.yaml").write_text(f"extends: below/base.yaml\n{text}", encoding="utf-8")
    return load_scenario(folder / "upper.yaml")


def test_blocks_mix_and_null_removes(folder: Path) -> None:
    scenario = upper(folder, "name: upper\nleaders: {us: {caution: 0.9, advisers: {hawk: null, dove: {name: Dove}}}}\n")
    leader = scenario.leaders["us"]
    assert (scenario.name, leader.name, leader.ego, leader.caution) == ("upper", "One", 0.7, 0.9)
    assert list(leader.advisers) == ["dove"]
    assert scenario.provenance["leaders.us.ego"].source == "a book"


def test_a_number_replaces_all_that_was_said_about_it(folder: Path) -> None:
    scenario = upper(folder, "leaders: {us: {ego: 0.2}}\n")
    assert scenario.leaders["us"].ego == 0.2
    assert scenario.provenance == {}


def test_a_distribution_replaces_a_value_with_its_source(folder: Path) -> None:
    scenario = upper(folder, "leaders: {us: {ego: {distribution: uniform, low: 0, high: 1}}}\n")
    assert scenario.leaders["us"].ego == 0.5
    assert scenario.provenance == {}


def test_null_brings_the_default_back(folder: Path) -> None:
    assert upper(folder, "leaders: {us: {ego: null}}\n").leaders["us"].ego == 0.5


def test_problems_of_both_files_are_told_with_their_files(folder: Path) -> None:
    base = folder / "below" / "base.yaml"
    base.write_text(base.read_text(encoding="utf-8").replace("0.7", "7"), encoding="utf-8")
    with pytest.raises(ScenarioError) as raised:
        upper(folder, "domain: war\n")
    assert {Path(problem.file).name for problem in raised.value.problems} == {"base.yaml", "upper.yaml"}


def test_a_link_may_not_leave_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "base.yaml"
    outside.write_text(tree_yaml(SMALL), encoding="utf-8")
    (folder / "below" / "base.yaml").unlink()
    (folder / "below" / "base.yaml").symlink_to(outside)
    with pytest.raises(ScenarioError, match="leaves the folder"):
        upper(folder, "")


def test_a_long_chain_is_refused(folder: Path) -> None:
    for place in range(20):
        (folder / f"c{place}.yaml").write_text(f"extends: c{place + 1}.yaml\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="more than 8 scenarios extend one another"):
        load_scenario(folder / "c0.yaml")


def test_a_shipped_scenario_by_name(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "extends: two-leaders\nname: mine\nmediators: {sorrel: null}\n", encoding="utf-8"
    )
    scenario = load_scenario(tmp_path / "mine.yaml")
    assert scenario.mediators == {}
    assert scenario.leaders == load_scenario("two-leaders").leaders
