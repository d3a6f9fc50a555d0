"""A tornado has a mark with its interval for each end and name, from one zero, hollow bars where nothing is told."""

from __future__ import annotations

import json

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, tornado
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import SWINGS


@pytest.mark.parametrize("room", [WIDE, NARROW])
def test_each_end_and_name_is_a_mark_of_its_own(room: Room) -> None:
    chart = tornado(pd.DataFrame(SWINGS), "What moves it?", "days", subtitle="Zero: all runs, 40 days.", room=room)
    drawn = next(table for table in values(chart) if "setting" in table[0])
    assert [row["difference"] for row in drawn] == SWINGS["difference"]
    assert [row["low"] for row in drawn][:4] == SWINGS["low"][:4]
    assert len({row["lane"] for row in drawn}) == 5
    text = words(chart)
    assert all(word in text for word in ("ego", "hosts", "none", "one & <two>", "all", "Zero: all runs, 40 days."))
    assert text.index("ego") < text.index("hosts")


def test_ends_are_told_apart_without_colour() -> None:
    whole = tornado(pd.DataFrame(SWINGS), "What moves it?", "days").to_dict()
    marks = [layer["mark"] for layer in whole["layer"] if isinstance(layer.get("mark"), dict)]
    looks = {(mark["shape"], mark["fill"] == "#FFFFFF") for mark in marks if mark["type"] == "point"}
    assert looks == {("circle", True), ("circle", False), ("diamond", False)}
    assert "Hollow: lowest values" in words(tornado(pd.DataFrame(SWINGS), "What moves it?", "days"))


def test_a_factor_that_tells_nothing_is_dashed_and_said_to_be() -> None:
    text = words(tornado(pd.DataFrame(SWINGS), "What moves it?", "days"))
    assert "not told apart" in text
    told = pd.DataFrame(SWINGS).assign(differs=True)
    assert "Dashed" not in words(tornado(told, "What moves it?", "days"))


def test_shares_differ_by_points() -> None:
    shares = pd.DataFrame(SWINGS).assign(difference=0.1, low=0.05, high=0.15, estimate=0.4)
    chart = tornado(shares, "What moves it?", "percentage points", ".0%")
    drawn = next(table for table in values(chart) if "setting" in table[0])
    assert drawn[0]["difference"] == pytest.approx(10)
    assert "difference, percentage points" in words(chart)
    assert "interval for all at once" in json.dumps(chart.to_dict())


def test_a_missing_column_is_named() -> None:
    with pytest.raises(FigureError, match="lacks differs"):
        tornado(pd.DataFrame(SWINGS).drop(columns="differs"), "What moves it?", "days")
