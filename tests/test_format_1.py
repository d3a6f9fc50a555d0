"""Do the scenarios made for format 1 hold every key that the format had?"""

from __future__ import annotations

from typing import Any

from tests.format_1 import FOLDER, RECORDS, SCENARIOS, _Old, _schema


def _keys(content: Any) -> set[str]:
    if isinstance(content, list):
        return {key for item in content for key in _keys(item)}
    if not isinstance(content, dict):
        return set()
    return set(content) | {key for child in content.values() for key in _keys(child)}


def test_every_key_of_format_1_occurs() -> None:
    from random import Random

    found = {key for seed in range(20) for key in _keys(_Old(Random(seed), 1.0).scenario())}
    parts = ("Scenario", "Leader", "Mediator", "Adviser", "Envoy", "Precedent", "Weights", "Clock", "SummitFormat")
    known = {key for part in parts for key in _schema()["$defs"][part]["properties"]}
    assert known - found == {"signing_announced"}  # a switch of the meeting, which these files leave out


def test_the_files_are_there() -> None:
    assert (len(SCENARIOS), len(RECORDS)) == (9, 3)
    assert sum(path.stat().st_size for path in FOLDER.rglob("*.zip")) < 200_000
