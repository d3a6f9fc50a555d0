"""Are half-right values looked into without a fall, defaults filled in?"""

from __future__ import annotations

import datetime as dt

from sim.files.scenario_slots import block, value_at
from sim.files.trees import calendar_date


def test_values_and_defaults() -> None:
    tree = {"leaders": {"us": {"ego": 0.9}}, "scheduled": [{"size": 1}]}
    assert value_at(tree, ("leaders", "us", "ego")) == 0.9
    assert value_at(tree, ("leaders", "us", "pressure", "ceiling")) == 100
    assert value_at(tree, ("scheduled", 0, "size")) == 1
    assert value_at(tree, ("scheduled", 7, "size")) is None
    assert value_at(tree, ("leaders", "us", "name")) is None
    assert value_at(tree, ("leaders", "them", "ego")) is None
    assert value_at(tree, ("nonsense",)) is None
    assert value_at([], ("leaders",)) is None


def test_blocks_and_dates() -> None:
    assert block({"leaders": 3}, "leaders") == {}
    assert calendar_date("2025-01-01") == dt.date(2025, 1, 1)
    assert [calendar_date(value) for value in ("soon", None, 3)] == [None] * 3
