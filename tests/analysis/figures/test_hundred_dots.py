"""A hundred dots are drawn, each ending in a shape of its own; any other number is refused."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError
from analysis.figures.hundred_dots import SHAPES, hundred_dots
from analysis.figures.style import NARROW, WIDE, Room
from sim.vocabulary import outcomes
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import DOTS


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_ten_by_ten(room: Room) -> None:
    chart = hundred_dots(pd.DataFrame(DOTS), "How?", room)
    dots = next(table for table in values(chart) if "across" in table[0])
    assert Counter(dot["outcome"] for dot in dots) == {"deal": 50, "truce": 45, "no_contact": 5}
    assert len({(dot["across"], dot["up"]) for dot in dots}) == 100
    assert {dot["across"] for dot in dots} == {dot["up"] for dot in dots} == {place + 0.5 for place in range(10)}
    text = words(chart).replace(" | ", " ")
    assert "50 deal & <done>" in text
    assert "40% to 60%" in text


def test_each_ending_has_a_shape() -> None:
    assert set(SHAPES) == set(outcomes.WORDS)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_ninety_nine_are_refused() -> None:
    with pytest.raises(FigureError, match="the table has 99"):
        hundred_dots(pd.DataFrame({**DOTS, "hundred": [50, 45, 4]}), "How?")
