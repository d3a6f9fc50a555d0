"""Figures of characters fit their canvas, in plain ASCII where that is asked for, and say what the table says."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from analysis.figures.characters import Canvas, at_day, characters, horizontal, percent
from analysis.figures.figure import Figure, FigureError, ShareBars, TimeToContact
from tests.analysis.figures.examples import CURVES, NO_TERMINAL, PLAIN, SHARES, VEGA_ONLY


@pytest.mark.parametrize("figure", PLAIN, ids=lambda figure: type(figure).__name__)
@pytest.mark.parametrize("canvas", [Canvas(), Canvas(60, True), Canvas(120)])
def test_it_fits(figure: Figure, canvas: Canvas) -> None:
    lines = list(characters(figure, canvas))
    assert max(map(cell_len, lines)) <= canvas.width
    assert not canvas.ascii_only or all(line.isascii() for line in lines)


@pytest.mark.parametrize("figure", [*VEGA_ONLY, *NO_TERMINAL], ids=lambda figure: type(figure).__name__)
def test_others_are_refused(figure: Figure) -> None:
    with pytest.raises(FigureError, match="is not drawn in this way"):
        list(characters(figure, Canvas()))


def test_wide_letters_take_two_columns() -> None:
    bars = ShareBars({**SHARES, "title": ["习近平" * 9, "b", "c"]}, "谁先打电话" * 4)
    heading, first, second, _ = characters(bars, Canvas())
    assert cell_len(first) <= 80
    assert heading.index("share") < len(heading)
    assert cell_len(first[: first.index("█")]) == second.index("0.0%") - 29


def test_no_bars() -> None:
    empty = ShareBars({name: [] for name in SHARES}, "Who?")
    assert list(characters(empty, Canvas()))[1:] == ["  none"]


def test_bars_are_as_long_as_their_share() -> None:
    assert horizontal(0.5, 10, ascii_only=True) == "#####"
    assert horizontal(0.5, 10, ascii_only=False) == "█████"
    assert horizontal(1.0, 10, ascii_only=False) == "█" * 10
    assert horizontal(0.0, 10, ascii_only=False) == ""
    assert horizontal(1 / 80, 10, ascii_only=False) == "▏"
    assert horizontal(float("nan"), 10, ascii_only=True) == ""


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0.0%"), (1.0, "100.0%"), (0.5, "50.0%"), (0.0004, "0.04%"), (0.9996, "99.96%"), (float("nan"), "-")],
)
def test_shares_near_the_ends_have_more_digits(share: float, said: str) -> None:
    assert percent(share) == said


def test_the_curve_is_read_as_steps() -> None:
    figure = TimeToContact({"day": [0.0, 2.0, 5.0], "reached": [0.0, 0.4, 0.9], "group": [""] * 3}, "")
    assert [at_day(figure, "reached", day) for day in (0, 1.9, 2, 4.9, 5, 99)] == [0.0, 0.0, 0.4, 0.4, 0.9, 0.9]


def test_a_curve_is_dated_where_dates_are_known() -> None:
    assert "18 Apr" in list(characters(TimeToContact(CURVES, "", start="2025-04-18"), Canvas()))[-1]
    assert list(characters(TimeToContact(CURVES, ""), Canvas()))[-1].split() == ["0", "4", "9"]
