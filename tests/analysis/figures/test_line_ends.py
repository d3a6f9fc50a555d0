"""Lines are named where they end: names never lie on one another, and stay beside their line where they can."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.figures.line_ends import Heights, line_ends, long_legend
from analysis.figures.run_days import RunDays
from analysis.figures.style import NARROW, WIDE, colours

VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=4)


@given(VALUES, st.booleans())
def test_names_are_apart_and_within_the_panel(values: list[float], falls: bool) -> None:
    heights = Heights(1.0, 0.0, 120) if falls else Heights(0.0, 1.0, 120)
    names = [f"line {number}" for number in range(len(values))]
    ends = [(name, 9.0, value) for name, value in zip(names, values, strict=True)]
    _, words, *_ = line_ends(ends, (colours(names), 100), (RunDays("", 9.0), True), heights, WIDE)
    rows = next(iter(words.to_dict()["datasets"].values()))
    places = sorted(heights.pixel(row["place"]) for row in rows)
    assert all(other - one >= WIDE.small for one, other in pairwise(places))
    assert all(-1e-6 <= place <= 120 + 1e-6 for place in places)
    assert [row["value"] for row in rows] == values


@given(st.floats(0, 5), st.booleans())
def test_a_value_is_where_its_pixel_is(value: float, falls: bool) -> None:
    heights = Heights(5.0, 0.0, 120) if falls else Heights(0.0, 5.0, 120)
    assert heights.value(heights.pixel(value)) == pytest.approx(value, abs=1e-9)
    assert heights.pixel(0.0) == (0.0 if falls else 120.0)


def test_a_long_name_is_written_in_lines() -> None:
    ends = [("need for face of both at 1", 9.0, 0.5)]
    scale = colours(["need for face of both at 1"])
    _, words, *_ = line_ends(ends, (scale, 90), (RunDays("", 9.0), True), Heights(0, 1, 120), WIDE)
    (row,) = next(iter(words.to_dict()["datasets"].values()))
    assert row["text"].count("\n") >= 1
    assert row["text"].split() == ends[0][0].split()


def test_a_line_that_ends_long_before_is_named_there() -> None:
    ends = [("as it is", 3.0, 0.5), ("changed", 9.0, 0.5)]
    scale = colours(["as it is", "changed"])
    layers = line_ends(ends, (scale, 90), (RunDays("", 9.0), True), Heights(0, 1, 120), WIDE)
    rows = next(iter(layers[0].to_dict()["datasets"].values()))
    assert [row["is_inside"] for row in rows] == [True, False]
    assert [row["day"] for row in rows] == [3.0, 9.0]


def test_a_legend_on_a_telephone_leaves_no_name_out() -> None:
    assert long_legend(NARROW).to_dict()["labelLimit"] > NARROW.labels
