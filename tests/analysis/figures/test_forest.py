"""Differences stand around a common zero, those of one unit on one scale, with both intervals."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError
from analysis.figures.forest import forest
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import DIFFERENCES


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_a_panel_a_unit_and_a_line_a_measure(room: Room) -> None:
    chart = forest(pd.DataFrame(DIFFERENCES), "What differs?", room)
    assert len(chart.to_dict()["vconcat"]) == 2
    text = " ".join(words(chart).replace("|", " ").split())
    for part in ("percentage points", "days", "Ends in: deal & <done>", "Contact", "+10 (5 to 15)", "-2 (-4 to 0)"):
        assert part in text
    drawn = [table for table in values(chart) if "joint_low" in table[0]]
    assert [row["difference"] for table in drawn for row in table] == DIFFERENCES["difference"]
    zeros = [row for table in values(chart) if "zero" in table[0] for row in table]
    assert [row["zero"] for row in zeros] == [0, 0, 0]


def test_one_unit_needs_no_second_panel() -> None:
    table = pd.DataFrame(DIFFERENCES).head(2)
    assert "vconcat" not in forest(table, "What differs?").to_dict()
    with pytest.raises(FigureError, match="needs the columns"):
        forest(table.drop(columns="told"), "What differs?")
