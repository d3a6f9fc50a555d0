"""Is a scenario laid over another as a reader expects, and only over files it may see?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import Problem, ScenarioError, load_scenario
from sim.files.extends import LEAF_KEYS
from sim.files.scenario_writing import plain_scalar, plain_tree, tree_yaml
from sim.scenario import Scenario
from tests.generate import few
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


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path but those within a number that stands with its source."""
    for key, child in tree.items() if isinstance(tree, dict) and not LEAF_KEYS & tree.keys() else ():
        yield (*path, key)
        yield from leaves(child, (*path, key))


TWO_LEADERS = plain_tree(load_scenario("two-leaders"))
PATHS = sorted(path for path in leaves(TWO_LEADERS) if path != ("name",))
JUNK: list[Any] = [5, "x", [], [1], {"bogus": 1}, {"value": 9e9}, {}, True, {"distribution": "uniform", "low": 2}]


def refused_lines(folder: Path, text: str) -> list[Problem]:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    try:
        load_scenario(folder / "mine.yaml")
    except ScenarioError as error:
        return error.problems
    return []


@few
@given(st.sampled_from(PATHS), st.sampled_from(JUNK))
def test_the_users_own_line_comes_first(path: tuple[str, ...], junk: Any) -> None:
    change: Any = junk
    for key in reversed(path):
        change = {key: change}
    with tempfile.TemporaryDirectory() as folder:
        found = refused_lines(Path(folder), tree_yaml({"extends": "two-leaders", "name": "mine", **change}))
        assert not found or found[0].file == str(Path(folder) / "mine.yaml")


@settings(max_examples=20)
@given(st.sampled_from(PATHS))
def test_an_entry_left_empty_is_refused_and_null_removes(path: tuple[str, ...]) -> None:
    lines = [f"{'  ' * depth}{plain_scalar(key)}:" for depth, key in enumerate(path)]
    with tempfile.TemporaryDirectory() as folder:
        found = refused_lines(Path(folder), "\n".join(["extends: two-leaders", *lines, ""]))
        assert [problem.line for problem in found] == [1 + len(path)]
        assert f"{'.'.join(path)} is empty; write a value, or null to take the entry away" in found[0].message
        found = refused_lines(Path(folder), "\n".join(["extends: two-leaders", *lines]) + " null\n")
        assert not [problem for problem in found if "is empty" in problem.message]


def test_a_misspelt_side_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (problem,) = refused_lines(tmp_path, "extends: us-china-2025\nleaders:\n  chinaa: {ego: 0.3}\n")
    assert (problem.line, problem.column) == (3, 3)
    assert problem.message.endswith("did you mean 'china'?")
    (problem,) = refused_lines(tmp_path, "extends: us-china-2025\nleaders: 5\n")
    assert (problem.line, problem.message) == (2, "leaders must be a block of named entries, not 5")
    first, *rest = refused_lines(tmp_path, "extends: us-china-2025\nleaders: {china: null, chinaa: {name: X}}\n")
    assert (first.line, first.column) == (2, 24)
    assert "did you mean 'china'?" in first.message
    assert {Path(problem.file).name for problem in rest} == {"us-china-2025.yaml"}


def test_a_misspelt_entry_is_named_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (problem,) = refused_lines(tmp_path, "extends: us-china-2025\nleaders: {us: {advisers: {navaro: {stance: 0}}}}\n")
    assert problem.message.endswith("did you mean 'navarro'?")
