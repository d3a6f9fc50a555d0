"""Areas make up all runs on every day, part in grey, and are all named in both rooms."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.estimates.standings import BANDS, band_names, opens_in, standings
from analysis.figures import FigureError
from analysis.figures.standing_areas import FILLS, standing_areas
from analysis.figures.style import NARROW, WIDE, Room
from sim.files import load_scenario
from sim.run import run_many
from tests.analysis.figures.drawn import values, words
from tests.analysis.figures.examples import STANDINGS
from tests.analysis.figures.seen import lightness


def test_neighbours_part_in_grey() -> None:
    assert tuple(FILLS) == BANDS
    apart = [abs(lightness(FILLS[one]) - lightness(FILLS[other])) for one, other in pairwise(BANDS)]
    assert min(apart) > 15


@pytest.mark.parametrize("room", [WIDE, NARROW])
@pytest.mark.parametrize("name", ["two-leaders", "us-dprk-2019", "us-ukraine-2025"])
def test_every_band_that_is_ever_there_is_named(name: str, room: Room) -> None:
    scenario = load_scenario(name)
    found = standings(run_many(scenario, runs=120).table(), opens_in(scenario))
    table = found.assign(title=found["state"].map(band_names()))
    chart = standing_areas(table, "Where?", scenario.start.isoformat(), room)
    text = " ".join(words(chart).replace("|", " ").split())
    ever = table.groupby("state")["share"].max()
    for state, title in band_names().items():
        assert (title in text) == (ever[state] > 0), title
    assert "100%" in text
    assert str(scenario.start.year) in text


def test_the_stack_is_the_table_and_reaches_from_0_to_100() -> None:
    chart = standing_areas(pd.DataFrame(STANDINGS), "Where?")
    drawn = next(table for table in values(chart) if "place" in table[0])
    assert [row["share"] for row in drawn] == STANDINGS["share"]
    assert [row["date"] for row in drawn][::3] == ["0", "5", "9"]
    whole = chart.to_dict()
    areas = next(layer for layer in whole["layer"] if layer["mark"].get("type") == "area")
    assert areas["encoding"]["y"]["scale"]["domain"] == [0, 1]
    assert "50% (40% to 60%)" in words(chart)


def test_a_table_that_lacks_something_is_refused() -> None:
    with pytest.raises(FigureError, match="needs the columns"):
        standing_areas(pd.DataFrame(STANDINGS).drop(columns="low"), "Where?")
