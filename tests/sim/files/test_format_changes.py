"""Is every change between formats true of the two formats, and told wherever it must be?"""

from __future__ import annotations

from collections.abc import Iterator
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
from sim.files.scenario_slots import root, slot_at
from sim.files.slots import Kind, Slot, slots
from tests.format_1 import entries_of_format_1, old_default, old_slot

ROOT = Path(__file__).resolve().parents[3]


def _now(slot: Slot, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of all single values of the present format, ``*`` for any id."""
    if slot.part is not None:
        for key, below in slots(slot.part).items():
            yield from _now(below, (*path, key))
    elif slot.kind is Kind.roster and slot.item is not None:
        yield from _now(slot.item, (*path, "*"))
    else:
        yield ".".join(path)


def _then(entries: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[str]:
    """The same of format 1."""
    for key in entries:
        below = old_slot(".".join((*above, key)))
        if isinstance(below, dict):
            yield from _then(below, (*above, key))
        else:
            yield ".".join((*above, key))


NOW, THEN = frozenset(_now(root())), frozenset(_then(entries_of_format_1()))


def _is_about(change: Change, path: str) -> bool:
    """Whether a change is about a path or a block around it."""
    keys = path.split(".")
    return any(matches(change.path, ".".join(keys[:length])) is not None for length in range(1, len(keys) + 1))


@pytest.mark.parametrize("change", FILE_CHANGES, ids=lambda change: f"{change.sort} {change.path}")
def test_a_change_is_true_of_both_formats(change: Change) -> None:
    was = {path for path in THEN if _is_about(change, path)}
    stayed = {path for path in NOW if _is_about(change, path)}
    gone, new = was - stayed, stayed - was
    assert {
        Sort.moved: bool(gone and not stayed),
        Sort.removed: bool(gone and not stayed),
        Sort.added: bool(new),
    }.get(change.sort, bool(was & stayed))
    assert bool(change.new) is (change.sort is Sort.moved)
    if change.new:
        assert change.new in NOW
        assert change.new.count("*") == change.path.count("*")


def test_whatever_one_format_alone_has_is_in_a_row() -> None:
    assert len(THEN) > 200
    targets = {change.new for change in FILE_CHANGES}
    away = [change for change in FILE_CHANGES if change.sort in (Sort.moved, Sort.removed)]
    added = [change for change in FILE_CHANGES if change.sort is Sort.added]
    assert [path for path in THEN - NOW if not any(_is_about(change, path) for change in away)] == []
    assert [path for path in NOW - THEN - targets if not any(_is_about(change, path) for change in added)] == []


def test_whatever_has_another_default_is_in_a_row() -> None:
    told = [change for change in FILE_CHANGES if change.sort is Sort.default]
    before = {path: old_default(path) for path in THEN & NOW}
    slots_now = {path: slot_at(tuple(path.split("."))) for path in before}
    other = [path for path, slot in slots_now.items() if slot is not None and _differs(before[path], slot.default)]
    assert [path for path in other if path != "climbdown" and not any(_is_about(change, path) for change in told)] == []
    for change in told:
        assert any(_is_about(change, path) for path in other)


def _differs(before: Any, now: Any) -> bool:
    plain = getattr(now, "value", now)
    return before is not None and before != plain


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
