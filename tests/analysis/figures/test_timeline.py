"""A lane for whoever acts, dates below, and nothing to draw is refused."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, who_calls_whom
from analysis.figures.figure import Reach
from analysis.figures.run_days import RunDays
from tests.analysis.figures.drawn import words

COLUMNS = ["day", "lane", "form", "label", "told"]
MARKS = pd.DataFrame([(2.0, "China", Reach.asks, "call", "20 April 2025: asking for a call")], columns=COLUMNS)


def test_lanes_and_dates_are_written() -> None:
    text = words(who_calls_whom(MARKS, "Who?", ["China", "Utopia"], RunDays("2025-04-18", 90.0)))
    assert all(word in text for word in ("Who?", "China", "Utopia", "1 May", "1 Jul", "asks", "call"))


def test_nothing_to_draw_says_so() -> None:
    with pytest.raises(FigureError, match="no event"):
        who_calls_whom(MARKS.head(0), "Who?", ["China"], RunDays("2025-04-18", 90.0))
    with pytest.raises(FigureError, match="needs the columns"):
        who_calls_whom(MARKS.drop(columns="form"), "Who?", ["China"], RunDays("2025-04-18", 90.0))
