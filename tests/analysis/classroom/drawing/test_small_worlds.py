"""Tests for analysis.classroom.drawing.small_worlds: ten worlds, each with its end and its first talk."""

from __future__ import annotations

import pytest

from analysis.classroom.drawing.small_worlds import NEVER, small_worlds
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed
from tests.analysis.classroom.drawing.worlds import CASES, world


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("count", [1, 10])
def test_every_world_has_a_mark_a_week_and_a_row(case: str, count: int) -> None:
    runs = [world(case, luck) for luck in range(count)]
    found = small_worlds(runs)
    assert_readable(found)
    assert_told(found)
    assert len(found["rows"]) == count
    marks = parsed(found).findall(f"{SVG}path")
    assert len(marks) == count
    spoke = sum(run.outcome.first_voice is not None for run in runs)
    assert f"They spoke in {spoke} of {count} worlds." in found["text"]
    for run, row in zip(runs, found["rows"], strict=True):
        first = run.outcome.first_voice
        assert row[2] == (NEVER if first is None else str(int(first.day // 7) + 1))
