"""Named rows never overlap: beside their bars on a desk, above them on a telephone."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.figures.lettering import width_of
from analysis.figures.named_lanes import LANE, laid_out
from analysis.figures.style import NARROW, WIDE, Room

NAMES = st.lists(
    st.text("abc xyz,", min_size=1, max_size=90).filter(lambda name: name.strip()), min_size=1, max_size=8, unique=True
)


@pytest.mark.parametrize("room", [WIDE, NARROW])
@settings(max_examples=12)
@example(names=["abc xyz, " * 10, "xyz abc, " * 10], bars=1)
@given(names=NAMES, bars=st.integers(1, 4))
def test_no_two_bars_or_names_overlap(room: Room, names: list[str], bars: int) -> None:
    table = pd.DataFrame({"name": [name for name in names for _ in range(bars)]})
    laid = laid_out(table, "name", room)
    lanes = laid.table["lane"].tolist()
    assert len(lanes) == len(table)
    assert all(below - above >= LANE - 1e-9 for above, below in pairwise(lanes))
    lines = [line["lane"] for line in laid.names]
    assert all(below - above >= room.text for above, below in pairwise(lines))
    assert max([*lanes, *lines]) < laid.height
    room_for = room.whole if room.is_narrow else room.labels
    assert all(width_of(line["words"], room.text) <= room_for for line in laid.names)
    if room.is_narrow:
        assert all(abs(line - bar) > LANE / 2 for line in lines for bar in lanes)
