"""Does a file of format 1 convert to a valid one whose values are equal where nothing changed?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import ScenarioError, scenario_from
from sim.files.format_changes import FILE_CHANGES, Change, Sort, filled, matches
from sim.files.format_conversion import convert, convert_file
from sim.files.problems import Findings
from sim.files.scenario_reading import scenario_of
from sim.files.scenario_writing import tree_yaml
from sim.files.yaml_nodes import compose
from sim.scenario import Scenario
from tests.format_1 import SCENARIOS, old_scenarios
from tests.generate import few

MADE_UP = (
    Change(Sort.moved, "summit.agreed_for", "it is told of the start", "dyad.meeting_on"),
    Change(Sort.moved, "leaders.*.ego", "a part of the beliefs now", "leaders.*.beliefs.ego"),
    Change(Sort.removed, "leaders.*.public.half_life_days", "it had no effect"),
    Change(Sort.removed, "weights.asking", "it had no effect"),
    Change(Sort.moved, "mediators.*.stake", "a better word", "mediators.*.interest"),
    Change(Sort.meaning, "dyad.tension", "it is counted otherwise"),
    Change(Sort.default, "issues.*.divisible", "true instead of false"),
    Change(Sort.added, "clock.tempo", "acts a week"),
)
"""Changes of every sort, so that each is tried whatever the true ones are."""


def _read(text: str) -> Scenario:
    findings = Findings()
    root = compose(text, "converted", findings)
    assert root is not None
    return scenario_of(root, findings)


def _paths(content: Any, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(content, dict):
        return []
    return [path for key, child in content.items() for path in ((*above, key), *_paths(child, (*above, key)))]


def _renewed(content: dict[str, Any], changes: tuple[Change, ...]) -> dict[str, Any]:
    """The same content in format 2, found on nested values instead of in the text."""
    content = {**content, "climbdown": 2}
    for change in changes:
        for path in _paths(content):
            ids = matches(change.path, ".".join(path))
            if ids is not None and change.sort in (Sort.moved, Sort.removed):
                value = _take(content, path)
                if change.new:
                    _put(content, filled(change.new, ids).split("."), value)
    for item in list(content.get("scheduled", ())):
        _renew_setting(content["scheduled"], item, changes)
    return content


def _renew_setting(items: list[dict[str, Any]], item: dict[str, Any], changes: tuple[Change, ...]) -> None:
    for change in changes:
        ids = matches(change.path, item.get("path", ""))
        if ids is not None and change.sort is Sort.moved:
            item["path"] = filled(change.new, ids)
        elif ids is not None and change.sort is Sort.removed:
            items.remove(item)


def _take(content: dict[str, Any], path: tuple[str, ...]) -> Any:
    for key in path[:-1]:
        content = content[key]
    return content.pop(path[-1])


def _put(content: dict[str, Any], path: list[str], value: Any) -> None:
    for key in path[:-1]:
        content = content.setdefault(key, {})
    content[path[-1]] = value


def _without_empty(content: Any) -> Any:
    if isinstance(content, list):
        return [_without_empty(item) for item in content]
    if not isinstance(content, dict):
        return content
    kept = {key: _without_empty(value) for key, value in content.items()}
    return {key: value for key, value in kept.items() if value not in ({}, [])}


@few
@given(old_scenarios())
def test_a_valid_old_file_becomes_a_valid_new_one_with_equal_values(content: dict[str, Any]) -> None:
    made = _read(convert(tree_yaml(content), "old.yaml").text)
    expected = scenario_from(_renewed(content, FILE_CHANGES))
    assert made == expected
    assert (made.provenance, made.distributions) == (expected.provenance, expected.distributions)


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda path: path.stem)
def test_shipped_scenarios_of_format_1_convert(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    converted = convert(text, file.name)
    assert _read(converted.text) == scenario_from(_renewed(yaml.safe_load(text), FILE_CHANGES))
    assert converted.text.count("#") == text.count("#")
    lines, before = converted.text.splitlines(), text.splitlines()
    assert [line for line in before if line not in lines] == [line for line in before if _is_changed(line)]
    if "at_start:" in lines:
        assert lines.index("summit:") < lines.index("at_start:") < lines.index("observed:")


def _is_changed(line: str) -> bool:
    return line == "climbdown: 1" or line.startswith(("    record: ", "  agreed_for: "))


@settings(few, max_examples=20)
@given(old_scenarios(), st.booleans())
def test_changes_of_every_sort_leave_all_else_as_it_was(content: dict[str, Any], remarks: bool) -> None:
    text = tree_yaml(content)
    if remarks:
        text = "# a head\n" + re.sub(r"\n", "  # a remark\n\n", text)
    converted = convert(text, "old.yaml", changes=MADE_UP).text
    expected = _renewed(yaml.safe_load(text), MADE_UP)
    assert _without_empty(yaml.safe_load(converted)) == _without_empty(expected)
    kept = {line for line in text.splitlines() if re.match(r"\s*(name|country|title|kind|rapport):", line)}
    assert kept <= {*converted.splitlines(), *text.splitlines()[:4]}


RECORD = tuple(change for change in FILE_CHANGES if change.path == "mediators.*.record")

SMALL = """\
# what I know
name: mine   # the name
start: 2020-01-01
mediators:
  oslo:
    name: Oslo
    acceptability: {a: 1.0, b: 0.5}
    # seldom
    record: {value: 0.2, source: me,
             note: "once,
             well"}   # so far
leaders: {a: {name: A}, b: {name: B}}
issues:
  tolls: {weight: {a: 1.0, b: 1.0}}
scheduled:
  - {date: 2020-01-02, kind: set, path: mediators.oslo.record, value: 0.1}
"""


def test_a_file_keeps_its_comments_and_layout() -> None:
    converted = convert(SMALL, "mine.yaml", "yours", RECORD)
    expected = SMALL.replace("name: mine ", "name: yours ").replace("    record:", "    hosting_memory:")
    expected = expected.replace("oslo.record", "oslo.hosting_memory").replace(
        "name: yours", "climbdown: 2\nname: yours"
    )
    assert converted.text == expected
    assert converted.told == (
        "name: mine became yours",
        "climbdown: 2 (was not said)",
        "mediators.oslo.record is now mediators.oslo.hosting_memory",
        "scheduled: mediators.oslo.record is now mediators.oslo.hosting_memory",
    )
    assert _read(converted.text).mediators["oslo"].hosting_memory == 0.2


def test_what_is_only_told_of_is_left_as_it_is() -> None:
    changes = (
        Change(Sort.meaning, "mediators.*.record", "it counts double"),
        Change(Sort.default, "clock.rate_per_week", "3 instead of 2"),
        Change(Sort.removed, "scheduled.*.note", "nobody reads it"),
    )
    converted = convert("climbdown: 1\n" + SMALL, "mine.yaml", changes=changes)
    assert converted.text == "climbdown: 2\n" + SMALL
    assert converted.told[1:] == (
        "mediators.oslo.record is kept, but it means something else: it counts double",
        "clock.rate_per_week is still not set, and its default is another: 3 instead of 2",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "climbdown: 2\nname: x\n",
            "old.yaml:1:12: climbdown is 2; only files of format 1 are converted (nothing to do)",
        ),
        ("name: x\nclimbdown: 7\n", "old.yaml:2:12: climbdown is 7; only files of format 1 are converted"),
        ("- a\n", "old.yaml:1:1: a scenario is a block"),
        ("", "old.yaml:1:1: a scenario is a block"),
        ("name: x\nname: y\n", "old.yaml:2:1: 'name' is given twice"),
        ("name: [x\n", "old.yaml:1:7: an unfinished"),
    ],
)
def test_what_is_no_file_of_format_1_is_refused(text: str, said: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        convert(text, "old.yaml")
    assert str(caught.value).startswith(said)


def test_a_chain_is_converted_from_its_end(tmp_path: Path) -> None:
    base, mine = tmp_path / "base.yaml", tmp_path / "mine.yaml"
    base.write_text("climbdown: 1\nextends: two-leaders\nname: base\n", encoding="utf-8")
    mine.write_text("climbdown: 1\nextends: base.yaml\nname: mine\n", encoding="utf-8")
    with pytest.raises(
        ScenarioError, match=r"mine.yaml:2:10: this leads to .*base.yaml, which is in format 1: convert"
    ):
        convert_file(mine, "newer", tmp_path)
    (tmp_path / "base2.yaml").write_text(convert_file(base, "base2", tmp_path).text, encoding="utf-8")
    mine.write_text("climbdown: 1\nextends: base2.yaml\nname: mine\n", encoding="utf-8")
    assert convert_file(mine, "newer", tmp_path).text == "climbdown: 2\nextends: base2.yaml\nname: newer\n"
    with pytest.raises(ScenarioError, match="must lie beside it"):
        convert_file(mine, "newer", tmp_path / "elsewhere")


def test_a_file_that_extends_a_shipped_scenario_may_go_anywhere(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("climbdown: 1\nextends: two-leaders\n", encoding="utf-8")
    converted = convert_file(mine, "newer", tmp_path / "elsewhere")
    assert converted.text == "name: newer\nclimbdown: 2\nextends: two-leaders\n"
