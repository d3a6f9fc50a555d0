"""The course of a run shows both sides, a panel a series, and shades the truces."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, course
from tests.analysis.figures.drawn import values, words

SERIES = pd.DataFrame(
    {
        "side": ["United States", "China"] * 6,
        "panel": ["Pressure, points"] * 6 + ["Approval"] * 6,
        "day": [0.0, 0, 1, 1, 2, 2] * 2,
        "value": [10.0, 20, 30, 20, 30, 40, 0.5, 0.6, 0.5, 0.6, 0.5, 0.6],
    }
)


def test_sides_panels_and_truces() -> None:
    chart = course(SERIES, pd.DataFrame({"start": [1.0], "end": [2.0]}), "How did it go?")
    assert sum(len(table) for table in values(chart)) == len(SERIES) + 1
    text = words(chart)
    assert all(word in text for word in ("United States", "China", "Pressure, points", "Approval", "Shaded: a truce"))
    renamed = words(course(SERIES, pd.DataFrame({"start": [1.0], "end": [2.0]}), "How?", held="armistice"))
    assert "Shaded: an armistice is in force." in renamed and "truce" not in renamed


def test_marks_have_a_panel_above() -> None:
    marks = {"day": [1.0], "lane": ["China"], "form": ["ask"], "label": ["first ask: call"]}
    chart = course(SERIES, pd.DataFrame(), "How?", pd.DataFrame(marks))
    assert "first ask: call" in words(chart) and "Who asked" in words(chart)
    for none in (None, pd.DataFrame(columns=list(marks))):
        assert "Who asked" not in words(course(SERIES, pd.DataFrame(), "How?", none))


def test_no_truce_is_not_spoken_of() -> None:
    assert "truce" not in words(course(SERIES, pd.DataFrame(columns=["start", "end"]), "How did it go?"))
    with pytest.raises(FigureError, match="needs the columns"):
        course(SERIES.drop(columns="panel"), pd.DataFrame(), "How?")
