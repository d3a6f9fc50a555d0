"""Do two sides of a contrast stand with their intervals, a share from 0 to 100%, and told apart without colour?"""

from __future__ import annotations

import json

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError
from analysis.figures.sides import sides_apart
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words

TABLE = pd.DataFrame(
    {
        "side": ["with hosts"] * 2 + ["with none"] * 2,
        "setting": ["0", "1"] * 2,
        "value": [0.9, 0.95, 0.8, 0.5],
        "low": [0.8, 0.9, 0.7, 0.4],
        "high": [0.95, 0.99, 0.9, 0.6],
        "runs": [60] * 4,
    }
)


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_every_point_has_its_interval_and_both_sides_their_names(room: Room) -> None:
    chart = sides_apart(TABLE, "With hosts more", "Share of runs", "share", "need for face", room)
    assert len(values(chart)[0]) == 4
    text = words(chart)
    for part in ("with hosts", "with none", "need for face", "0%", "100%", "With hosts more"):
        assert part in text
    spec = json.dumps(chart.to_dict())
    assert '"shape"' in spec
    assert '"strokeDash"' in spec, "apart in grey too"
    assert "95% interval" in spec
    assert '"symbolStrokeWidth": 0' in spec, "a legend's mark has no dashes around it"


def test_without_a_factor_across_the_sides_stand_side_by_side() -> None:
    chart = sides_apart(TABLE.iloc[[0, 2]].assign(setting=""), "More", "Days to it", "days")
    text = words(chart)
    assert "days" in text
    assert "100%" not in text
    assert '"mark": {"type": "line"' not in json.dumps(chart.to_dict())


def test_a_table_that_lacks_something_is_refused() -> None:
    with pytest.raises(FigureError, match="needs the columns"):
        sides_apart(TABLE.drop(columns="low"), "", "", "share")
