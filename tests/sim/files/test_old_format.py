"""Is an old file refused with every change that concerns it at its place, and with what to do?"""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.files import ScenarioError, load_scenario, scenario_from
from sim.files.format_changes import Change, Sort
from sim.files.old_format import concerning, find, is_old, refuse_old
from sim.files.problems import Findings
from sim.files.yaml_nodes import Node, compose
from tests.format_1 import SCENARIOS

OLD = """\
climbdown: 1
name: mine
mediators:
  oslo: {record: 0.5, stake: 0.1}
scheduled:
  - {kind: set, path: weights.asking, value: 0}
"""
CHANGES = (
    Change(Sort.default, "clock.rate_per_week", "3 instead of 2"),
    Change(Sort.removed, "weights.asking", "it had no effect"),
    Change(Sort.meaning, "mediators.*.stake", "it counts double"),
    Change(Sort.moved, "mediators.*.record", "a better word", "mediators.*.memory"),
    Change(Sort.added, "clock.tempo", "acts a week"),
    Change(Sort.removed, "leaders.*.ego", "there are none here"),
)


def _root(text: str) -> Node:
    root = compose(text, "mine.yaml", Findings())
    assert root is not None
    return root


def test_each_change_that_concerns_the_file_is_told_at_its_place() -> None:
    assert [str(problem) for problem in concerning(_root(OLD), CHANGES)] == [
        "mine.yaml:1:12: clock.rate_per_week is not set here, and its default is another in format 2: 3 instead of 2",
        "mine.yaml:4:10: mediators.oslo.record is mediators.oslo.memory in format 2: a better word",
        "mine.yaml:4:23: mediators.oslo.stake means something else in format 2: it counts double",
        "mine.yaml:6:23: weights.asking is gone in format 2: it had no effect",
    ]


def test_a_file_that_extends_another_takes_its_defaults() -> None:
    told = concerning(_root("climbdown: 1\nextends: two-leaders\nname: mine\n"), CHANGES)
    assert told == []


def test_a_file_that_nothing_concerns_is_told_so() -> None:
    with pytest.raises(ScenarioError) as raised:
        refuse_old(_root("climbdown: 1\nextends: two-leaders\nname: mine\n"), CHANGES)
    (problem,) = raised.value.problems
    assert problem.message.endswith("Of what changed, nothing stands in it.")


def test_the_message_says_how_it_is_converted() -> None:
    with pytest.raises(ScenarioError) as caught:
        refuse_old(_root(OLD), CHANGES)
    first, *rest = str(caught.value).splitlines()
    assert first.startswith(
        "mine.yaml:1:12: this file is in format 1, and this climbdown reads format 2; `climbdown new"
    )
    assert "--from mine.yaml`" in first
    assert len(rest) == 4


@pytest.mark.parametrize(
    ("text", "old"),
    [("climbdown: 1\n", True), ("climbdown: 2\n", False), ("a: 1\n", False), ('climbdown: "1"\n', False)],
)
def test_which_files_are_old(text: str, old: bool) -> None:
    assert is_old(_root(text)) is old


def test_places_are_found() -> None:
    found = [".".join(path) for path, _ in find(_root(OLD), ["mediators", "*", "*"])]
    assert found == ["mediators.oslo.record", "mediators.oslo.stake"]


@pytest.mark.parametrize("file", SCENARIOS[:2], ids=lambda path: path.stem)
def test_a_whole_old_file_is_refused_before_anything_else_is_said_of_it(file: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        load_scenario(file)
    assert all("format" in problem.message for problem in caught.value.problems)
    assert caught.value.problems[0].line == 1


def test_an_old_file_that_is_extended_is_named_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(OLD, encoding="utf-8")
    mine = tmp_path / "mine.yaml"
    mine.write_text("climbdown: 2\nextends: base.yaml\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load_scenario(mine)
    said = [str(problem) for problem in caught.value.problems]
    assert said[0].startswith(f"{mine}:2:10: this leads to {tmp_path}/base.yaml, which is in format 1: convert that")
    assert said[1].startswith(f"{tmp_path}/base.yaml:1:12: this file is in format 1")


def test_a_key_that_moved_is_named_where_it_is_unknown() -> None:
    oslo = {"name": "Oslo", "acceptability": {"a": 1.0, "b": 1.0}, "record": 0.5}
    sides = {"a": {"name": "A"}, "b": {"name": "B"}}
    content = {"name": "x", "start": "2020-01-01", "leaders": sides, "issues": {"i": {"weight": {"a": 1.0, "b": 1.0}}}}
    with pytest.raises(ScenarioError, match=r"since format 2 it is 'mediators\.oslo\.hosting_memory'"):
        scenario_from({**content, "mediators": {"oslo": oslo}})
