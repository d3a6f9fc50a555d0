"""Has every entity the fields that rules read, each once?"""

from __future__ import annotations

import re
from pathlib import Path

from sim.state.layout import RECORDS
from sim.state.world import World

SIM = Path(__file__).resolve().parents[3] / "sim"


def test_no_record_has_a_field_twice() -> None:
    for name, slots in RECORDS.items():
        fields = [slot.name for slot in slots]
        assert len(set(fields)) == len(fields), name


def test_kinds_and_widths_are_what_a_flat_buffer_can_hold() -> None:
    for slots in RECORDS.values():
        assert all(slot.kind in "fi" and slot.width >= 1 for slot in slots)


def test_every_record_is_a_collection_of_the_world() -> None:
    assert set(RECORDS) | {"weights"} <= set(World._fields)


def test_every_field_is_read_or_written_by_a_rule_or_an_engine() -> None:
    files = [path for folder in ("rules", "engines") for path in (SIM / folder).rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    unused = [
        f"{name}.{slot.name}"
        for name in ("leaders", "publics", "markets", "mediators", "dyad", "setting")
        for slot in RECORDS[name]
        if not re.search(rf"\.{slot.name}\b", text)
    ]
    assert unused == []
