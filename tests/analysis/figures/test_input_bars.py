"""Bars of inputs begin at one zero, show both ends of every interval, and leave what is noise hollow."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, effect_bars, index_bars
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words

COLUMNS = ["first", "first_low", "first_high", "total", "total_low", "total_high"]
INDICES = pd.DataFrame(
    [["quiet", -0.02, -0.1, 0.06, -0.01, -0.08, 0.06], ["loud", 0.4, 0.3, 0.5, 0.6, 0.5, 0.7]],
    columns=["input", *COLUMNS],
).assign(told_apart=[False, True], first_is_noise=[True, False], total_is_noise=[True, False])
EFFECTS = pd.DataFrame(
    {"input": ["a", "b"], "mu_star": [1.0, 2.0], "mu_star_low": 0.5, "mu_star_high": 3.0, "luck_floor": 0.4}
)


def bars(chart: object) -> list[dict[str, object]]:
    """The rows that the bars are drawn from."""
    return next(table for table in values(chart) if "quiet" in table[0])


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_every_bar_has_both_ends_of_its_interval(room: Room) -> None:
    drawn = bars(index_bars(INDICES, "Whose variance?", 0.22, room))
    assert [row["input"] for row in drawn] == ["loud", "loud", "quiet", "quiet"]
    assert [(row["low"], row["high"]) for row in drawn] == [(0.3, 0.5), (0.5, 0.7), (-0.1, 0.06), (-0.08, 0.06)]
    assert [row["quiet"] for row in drawn] == [False, False, True, True]
    assert len({row["lane"] for row in drawn}) == 4


def test_what_is_noise_is_hollow_and_said_to_be() -> None:
    text = words(index_bars(INDICES, "Whose variance?", 0.22))
    assert "Luck makes 22% of single runs' variance." in text
    assert "not told apart" in text
    assert "hollow" not in words(index_bars(INDICES[INDICES["told_apart"]], "Whose variance?", float("nan")))
    assert "Luck" not in words(index_bars(INDICES, "Whose variance?", float("nan")))


def test_gaps_are_drawn_as_gaps() -> None:
    gap = pd.DataFrame([["a", *[0.5] * 6], ["b", *[float("nan")] * 6]], columns=["input", *COLUMNS])
    assert [row["value"] for row in bars(index_bars(gap, "Whose variance?"))] == [0.5, 0.5, None, None]
    with pytest.raises(FigureError, match="lacks total_high"):
        index_bars(gap.drop(columns="total_high"), "Whose variance?")


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_effects_have_the_floor_of_luck(room: Room) -> None:
    chart = effect_bars(EFFECTS.assign(told_apart=[False, True]), "Which matter?", "days", room)
    text = words(chart)
    assert "mean size of effect (days)" in text
    assert [row["input"] for row in bars(chart)] == ["b", "a"]
    assert [row["quiet"] for row in bars(chart)] == [False, True]
