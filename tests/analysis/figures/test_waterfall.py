"""A decision against its rival: bars that add up, named, with the sum last."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.figures.figure import FigureError
from analysis.figures.style import NARROW, WIDE, Room
from analysis.figures.waterfall import SUM, waterfall
from tests.analysis.figures.drawn import overprinted, values, words

NAMES = ["Reciprocity", "Markets", "Memory of what came of it", "Face", "Smaller ones"]


def parts(differences: list[float]) -> pd.DataFrame:
    ends = [0.0]
    for difference in differences:
        ends.append(ends[-1] + difference)
    names = NAMES[: len(differences)]
    return pd.DataFrame({"part": names, "difference": differences, "start": ends[:-1], "end": ends[1:]})


def test_bars_begin_where_the_one_before_ended_and_the_sum_is_last() -> None:
    chart = waterfall(parts([0.3, -0.5]), "Why?", "write", "wait")
    bars = next(table for table in values(chart) if table[-1].get("kind") == "sum")
    assert [(row["part"], row["kind"]) for row in bars] == [
        ("Reciprocity", "for"),
        ("Markets", "against"),
        (SUM, "sum"),
    ]
    assert [(row["start"], row["end"]) for row in bars][1:] == [(0.3, pytest.approx(-0.2)), (0.0, pytest.approx(-0.2))]
    text = words(chart)
    assert all(word in text for word in ("‘write’", "‘wait’", "+0.30", "-0.50", "-0.20", SUM))


@settings(max_examples=5, deadline=None)
@given(st.lists(st.floats(-3, 3), min_size=1, max_size=5), st.sampled_from([WIDE, NARROW]))
def test_no_text_lies_on_another(differences: list[float], room: Room) -> None:
    assert overprinted(waterfall(parts(differences), "Why?", "write", "wait", room)) == []


def test_nothing_to_draw_says_so() -> None:
    with pytest.raises(FigureError, match="no rows"):
        waterfall(parts([]), "Why?", "write", "wait")
