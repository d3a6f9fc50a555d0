"""Is every change between formats true of the two formats, and told wherever it must be?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sim.files.format_changes import (
    FILE_CHANGES,
    RENAMINGS,
    Change,
    Sort,
    change_hint,
    changes_table,
    fate,
    filled,
    matches,
    new_names,
    renewed_path,
    told,
)
from sim.files.scenario_slots import slot_at
from tests.format_1 import old_slot

ROOT = Path(__file__).resolve().parents[3]


def _key(pattern: str) -> tuple[str, ...]:
    return tuple(pattern.replace("*", "some-id").split("."))


@pytest.mark.parametrize("change", FILE_CHANGES, ids=lambda change: change.path)
def test_a_change_is_true_of_both_formats(change: Change) -> None:
    was, now = old_slot(change.path) is not None, slot_at(_key(change.path)) is not None
    expected = {Sort.moved: (True, False), Sort.removed: (True, False), Sort.added: (False, True)}
    assert (was, now) == expected.get(change.sort, (True, True))
    assert bool(change.new) is (change.sort is Sort.moved)
    if change.new:
        assert slot_at(_key(change.new)) is not None
        assert change.new.count("*") == change.path.count("*")


def _paths(schema: Any, above: tuple[str, ...] = ()) -> list[str]:
    found = []
    for key, slot in schema.items():
        path = (*above, key)
        below = old_slot(".".join(path))
        found += _paths(below, path) if isinstance(below, dict) else [".".join(path)]
        del slot
    return found


def test_every_key_of_format_1_has_stayed_or_has_a_row() -> None:
    top = old_slot("")
    assert isinstance(top, dict)
    paths = _paths(top)
    assert len(paths) > 180
    gone = [path for path in paths if slot_at(_key(path)) is None]
    assert [path for path in gone if fate(path.replace("*", "some-id")) is None] == []


def test_the_changelog_has_every_change() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    missing = [line for line in changes_table().splitlines() if line not in changelog]
    assert not missing, "CHANGELOG.md lacks these lines of its table of format 2:\n" + "\n".join(missing)


def test_no_name_is_renamed_twice() -> None:
    assert len({(row.table, row.old) for row in RENAMINGS}) == len(RENAMINGS)
    assert all(row.old != row.new for row in RENAMINGS)
    assert new_names("rows")["design_index"] == "row"
    assert new_names("nowhere") == {}


def test_patterns() -> None:
    assert matches("leaders.*.ego", "leaders.us.ego") == ["us"]
    assert matches("leaders.*.ego", "leaders.us.face") is None
    assert matches("leaders.*.ego", "leaders.us.ego.value") is None
    assert filled("a.*.b.*", ["x", "y"]) == "a.x.b.y"


def test_what_is_known_of_a_path() -> None:
    assert renewed_path("mediators.oslo.record") == "mediators.oslo.hosting_memory"
    assert renewed_path("leaders.us.ego") == "leaders.us.ego"
    assert change_hint("leaders.us.ego") == ""
    assert change_hint("mediators.oslo.record") == "; since format 2 it is 'mediators.oslo.hosting_memory'"
    gone = (Change(Sort.removed, "weights.asking", "it had no effect"),)
    assert fate("weights.asking", gone) == (gone[0], "")
    assert told(gone[0], "weights.asking", "") == "weights.asking is gone in format 2: it had no effect"
