"""Tests for analysis.classroom.drawing.keys: what is named is named whole, in the lines there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import Size, drawn
from analysis.classroom.drawing.keys import Entry, key
from tests.analysis.classroom.drawing.boxes import assert_readable, word_boxes

SIZE = Size(484, 60, 22)
NAMES = st.lists(st.text("abcdefghijk ", min_size=1, max_size=24).map(str.strip).filter(bool), max_size=8)


@given(names=NAMES, start=st.floats(0, 400))
def test_any_key_can_be_read(names: list[str], start: float) -> None:
    found = drawn(SIZE, key([Entry("dot", "met", name) for name in names], start, 2, SIZE), "a key", ["one"], [])
    assert_readable(found)
    told = [box.text for box in word_boxes(found)]
    assert told == names[: len(told)]


def test_what_finds_no_room_is_left_out_from_the_end() -> None:
    entries = [Entry("held", "", "truce")] * 20
    told = word_boxes(drawn(SIZE, key(entries, 200, 2, SIZE), "a key", ["one"], []))
    assert 4 <= len(told) < 20
    assert len({box.top for box in told}) == 2
