"""Labels beside a field are written as they are, in as many lines as the room asks for."""

from __future__ import annotations

from itertools import pairwise

import pytest

pytest.importorskip("altair")

import altair as alt

from analysis.figures.end_labels import Label, end_labels, label
from analysis.figures.style import NARROW, WIDE, styled
from tests.analysis.figures.drawn import values, words


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_all_are_written_and_none_over_another(room: object) -> None:
    labels = [label(0.5, f"a name of some length {place}", "41% (38% to 44%)", room) for place in range(3)]
    layers = end_labels(labels, room, (200.0, 300.0))
    chart = styled(alt.layer(*layers).properties(width=200, height=300), "Which?", room=room)
    text = words(chart)
    assert all(word in text for word in ("length 0", "length 2", "38%"))
    table = next(table for table in values(chart) if "top" in table[0])
    tops = sorted(row["top"] for row in table)
    high = len(labels[0].lines) * room.small
    assert all(later - sooner >= high for sooner, later in pairwise(tops))


def test_a_narrow_room_breaks_lines() -> None:
    long = "in touch, and nothing more"
    assert label(0.1, long, "9%", WIDE) == Label(0.1, (long, "9%"))
    assert len(label(0.1, long, "9%", NARROW).lines) == 3
    assert label(0.1, "", "9%", WIDE).lines == ("9%",)
