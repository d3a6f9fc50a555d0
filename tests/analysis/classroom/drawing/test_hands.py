"""Tests for analysis.classroom.drawing.hands: every count, whatever it is, beside what the worlds say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.hands import bin_names, hands
from analysis.classroom.session.state import Count, Counted
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed

COUNTS = st.tuples(*[st.integers(0, 300)] * 5)
SHARES = st.integers(0, 1000).map(
    lambda n: Counted(1000, n, max(0.0, n / 1000 - 0.03), min(1.0, n / 1000 + 0.03), (True,), ("deal",))
)


@given(
    first=st.none() | COUNTS,
    second=st.none() | COUNTS,
    median=st.none() | st.floats(0, 1),
    counted=st.none() | SHARES,
)
def test_any_hands_can_be_read_and_are_told(
    first: Count | None, second: Count | None, median: float | None, counted: Counted | None
) -> None:
    found = hands(first, second, median, counted)
    assert_readable(found)
    assert_told(found)
    given_counts = [count for count in (first, second) if count is not None]
    for place, row in enumerate(found["rows"]):
        assert row[1:] == [str(count[place]) for count in given_counts]


def test_bars_are_as_high_as_hands_are_many() -> None:
    root = parsed(hands((0, 2, 4, 8, 0), None))
    heights = [float(bar.attrib["height"]) for bar in root.iter(f"{SVG}rect")]
    assert heights[0] == heights[4] == 0
    assert abs(heights[3] - 2 * heights[2]) < 0.2
    assert abs(heights[2] - 2 * heights[1]) < 0.2


def test_what_is_not_given_is_neither_drawn_nor_told() -> None:
    found = hands((1, 2, 3, 4, 5), None)
    assert "worlds" not in found["svg"]
    assert "median" not in found["text"]
    assert found["columns"] == ["forecast", "first count"]
    assert bin_names()[0] == "0 to 20%"
