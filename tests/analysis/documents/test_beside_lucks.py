"""What other lucks make of a run: a hundred dots, bands that count every luck on every day, names and dates."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.documents.beside_lucks import _title, fan_pictures, lucks_sections
from analysis.documents.document import Picture, Prose, Table
from analysis.figures.figure import FanChart
from analysis.figures.figures_of_runs import HundredDots, Standings
from sim.files import load_scenario
from sim.run import run_many

OTHERS = run_many(load_scenario("us-dprk-2019"), runs=40, pictures=True)


def test_the_sections_answer_first_and_show_each_thing_once() -> None:
    first, most = lucks_sections(OTHERS)
    assert isinstance(first.blocks[0], Prose)
    kinds = [type(block.figure) for block in (*first.blocks, *most.blocks) if isinstance(block, Picture)]
    assert kinds[:2] == [HundredDots, Standings]
    assert kinds.count(FanChart) == 2
    assert len(kinds) <= 5, "a page on a run is short"
    assert any(isinstance(block, Table) for block in first.blocks), "and the table has the rest"


def test_a_run_that_has_ended_stays_in_a_fan() -> None:
    for picture in fan_pictures(OTHERS):
        bands = pd.DataFrame(picture.figure.bands)
        assert (bands["runs"] == len(OTHERS)).all(), "on every day"
        assert bands["day"].max() == OTHERS.scenarios[0].horizon_days
        assert picture.figure.start == OTHERS.scenarios[0].start.isoformat()


def test_the_title_of_a_fan_is_its_median_on_the_last_day() -> None:
    pressure, _ = fan_pictures(OTHERS)
    bands = pd.DataFrame(pressure.figure.bands)
    last = bands[bands["day"] == bands["day"].max()].drop_duplicates("series").set_index("series")["median"]
    assert f"{last['us.pressure']:.0f}" in pressure.figure.title
    assert "North Korea" in pressure.figure.title


def test_nothing_is_less_than_no_points() -> None:
    table = pd.DataFrame({"series": ["a", "b"], "day": [9, 9], "median": [0.0, 12.0]})
    series, finding = {"a": "United States", "b": "China"}, "Tariffs of {who} end at {value} points or less"
    assert _title(table, series, finding, "") == "Tariffs of the United States end at 0 points, that of China at 12"
    assert "at 3 points or less" in _title(table.assign(median=[3.0, 0.0]), series, finding, "")
