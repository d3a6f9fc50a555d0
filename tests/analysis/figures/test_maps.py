"""A heat map writes its numbers into its cells."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, heat_map
from tests.analysis.figures.drawn import words

TABLE = pd.DataFrame({"leaders.us.ego": [0, 0, 1, 1], "clock": ["a", "b"] * 2, "share": [0.1, 0.2, 0.3, 0.87]})


def test_numbers_and_names_are_written_in() -> None:
    text = words(heat_map(TABLE, "leaders.us.ego", "clock", ("share", "no contact", ".0%"), "Which?"))
    assert all(word in text for word in ("87%", "leaders.us.ego", "no contact", "Which?"))


def test_a_missing_column_is_named() -> None:
    with pytest.raises(FigureError, match="lacks value"):
        heat_map(TABLE, "leaders.us.ego", "clock", ("shares", "no contact", ".0%"), "Which?")
