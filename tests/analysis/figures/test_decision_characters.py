"""The terminal figure of a decision fits its canvas, keeps its numbers and adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from analysis.figures.characters import Canvas
from analysis.figures.decision_characters import SUM, Kind, OptionBar, Part, menu, waterfall

names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")), min_size=1, max_size=60)
chances = st.floats(0, 1)
bars = st.builds(OptionBar, names, chances, chances, st.floats(-60, 60), st.booleans())
kinds = st.lists(st.builds(Kind, names, chances, st.lists(bars, min_size=1, max_size=4)), min_size=1, max_size=4)
canvases = st.builds(Canvas, st.sampled_from([80, 100, 120]), st.booleans())
parts = st.lists(st.builds(Part, names, st.floats(-20, 20).map(lambda value: round(value, 2))), max_size=13)


@given(kinds, canvases)
def test_a_menu_fits_and_has_a_row_for_each_option(given: list[Kind], canvas: Canvas) -> None:
    rows = list(menu(given, canvas))
    assert all(cell_len(row) <= canvas.width for row in rows)
    alone = sum(len(kind.options) == 1 for kind in given)
    assert len(rows) == 1 + sum(len(kind.options) for kind in given) + len(given) - alone
    utilities = [f"{round(option.utility, 2) + 0.0:.2f}" for kind in given for option in kind.options]
    assert all(any(utility in row for row in rows[1:]) for utility in utilities)


@given(parts, canvases)
def test_a_waterfall_fits_and_tells_each_difference_and_their_sum(given: list[Part], canvas: Canvas) -> None:
    rows = list(waterfall("title", given, canvas))
    assert all(cell_len(row) <= canvas.width for row in rows)
    assert len(rows) == len(given) + 2
    for part, row in zip(given, rows[1:], strict=False):
        assert f"{part.difference:+.2f}" in row
    assert SUM in rows[-1]
    assert f"{sum(part.difference for part in given):+.2f}" in rows[-1]


def drawn(row: str, fills: str) -> list[int]:
    return [place for place, letter in enumerate(row) if letter in fills]


@pytest.mark.parametrize("ascii_only", [False, True])
def test_each_bar_begins_where_the_one_before_ended(ascii_only: bool) -> None:
    given = [Part("one", 0.8), Part("two", 0.4), Part("three", -0.5), Part("four", -1.2)]
    gain, loss = ("+", "-") if ascii_only else ("█", "░")
    rows = [row[len("  three    +0.00  ") :] for row in waterfall("t", given, Canvas(80, ascii_only))][1:]
    first, second, third, fourth, total = ([*drawn(row, gain), *drawn(row, loss)] for row in rows)
    assert first[-1] == second[0]
    assert second[-1] == third[-1]
    assert third[0] == fourth[-1]
    assert fourth[0] == total[0]
    assert total[-1] == first[0]
    assert drawn(rows[2], loss)
    assert not drawn(rows[2], gain)
