"""Tests for analysis.classroom.drawing.why_bars: every decision's pushes, for what was done and for its rival."""

from __future__ import annotations

import pytest

from analysis.classroom.drawing.canvas import BARS, PAPER_BARS
from analysis.classroom.drawing.why_bars import why_bars
from analysis.documents.rivals import contest
from sim.results.record_rows import decisions
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed
from tests.analysis.classroom.drawing.worlds import CASES, world


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("numbers", [False, True])
def test_every_decision_can_be_read_and_is_told(case: str, numbers: bool) -> None:
    trajectory = world(case, 1)
    for decision in decisions(trajectory):
        for size in (BARS, PAPER_BARS):
            found = why_bars(trajectory, decision, size, numbers)
            if found is None:
                assert contest(trajectory, decision) is None
                continue
            assert_readable(found)
            assert_told(found)


def test_bars_for_what_was_done_go_right_and_those_for_its_rival_left() -> None:
    trajectory = world("us-china-2025", 0)
    decision = next(d for d in decisions(trajectory) if d.kind == "answer")
    found = why_bars(trajectory, decision)
    assert found is not None
    bars = [(bar.attrib["class"], float(bar.attrib["x"])) for bar in parsed(found).iter(f"{SVG}rect")]
    signs = ["for" if row[1].startswith("+") else "against" for row in found["rows"]]
    assert [look for look, _ in bars] == signs
    assert len({x for look, x in bars if look == "for"}) == 1
    assert all(x < min(right for kind, right in bars if kind == "for") for look, x in bars if look == "against")
