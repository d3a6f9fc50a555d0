"""A heat map writes its numbers into its cells, hatches those that tell nothing, and says so."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("altair")

from analysis.figures import FigureError, heat_map
from analysis.figures.maps import heat_maps
from analysis.figures.style import NARROW, WIDE, Room
from tests.analysis.figures.drawn import values, words

TABLE = pd.DataFrame({"leaders.us.ego": [0, 0, 1, 1], "clock": ["a", "b"] * 2, "share": [0.1, 0.2, 0.3, 0.87]})
SHARE = ("share", "no contact", ".0%")


def test_numbers_and_names_are_written_in() -> None:
    text = words(heat_map(TABLE, "leaders.us.ego", "clock", SHARE, "Which?"))
    assert all(word in text for word in ("87%", "leaders.us.ego", "no contact", "Which?"))
    assert "Hatched" not in text


def test_a_missing_column_is_named() -> None:
    with pytest.raises(FigureError, match="lacks value"):
        heat_map(TABLE, "leaders.us.ego", "clock", ("shares", "no contact", ".0%"), "Which?")


def strokes(chart: Any) -> list[Any]:
    """The layers that hatch."""
    return [layer for layer in chart.to_dict()["layer"] if "L" in str(layer["mark"].get("shape", ""))]


def test_cells_that_tell_nothing_are_hatched_and_no_others() -> None:
    told = TABLE.assign(differs=[True, False, True, True])
    chart = heat_map(told, "leaders.us.ego", "clock", SHARE, "Which?")
    assert "Hatched: not told apart from all runs together." in words(chart)
    (layer,) = strokes(chart)
    assert "!datum.differs" in json.dumps(layer["transform"])
    assert not strokes(heat_map(told.assign(differs=True), "leaders.us.ego", "clock", SHARE, "Which?"))


def test_intervals_and_runs_are_under_the_mouse() -> None:
    told = TABLE.assign(low=0.05, high=0.9, runs=200)
    whole = json.dumps(heat_map(told, "leaders.us.ego", "clock", SHARE, "Which?").to_dict())
    assert "95% interval" in whole
    assert '"title": "runs"' in whole


def made(levels: tuple[int, int, int]) -> pd.DataFrame:
    """A table of so many levels a factor."""
    across, up, panels = levels
    places = list(product(range(across), [f"setting number {place}" for place in range(up)], range(panels)))
    table = pd.DataFrame(places, columns=["x axis", "names", "maps"])
    return table.assign(share=[place / len(places) for place in range(len(places))], differs=table["x axis"] > 0)


@pytest.mark.parametrize("room", [WIDE, NARROW])
@settings(max_examples=2, deadline=None)
@given(levels=st.tuples(st.integers(2, 9), st.integers(2, 9), st.integers(2, 4)))
def test_each_cell_is_drawn_once_in_any_room(room: Room, levels: tuple[int, int, int]) -> None:
    chart = heat_maps(made(levels), ("x axis", "names", "maps"), SHARE, "Which?", room)
    drawn = [(row["x"], row["y"], row["panel"]) for table in values(chart) for row in table]
    assert len(drawn) == len(set(drawn)) == levels[0] * levels[1] * levels[2]
    scales = {json.dumps(scale) for scale in _colours(chart.to_dict())}
    assert len(scales) == 1, "all maps are on one scale"


def _colours(content: Any) -> list[Any]:
    if isinstance(content, dict):
        own = [content["scale"]] if "scheme" in str(content.get("scale", "")) else []
        return own + [found for value in content.values() for found in _colours(value)]
    return [found for value in content for found in _colours(value)] if isinstance(content, list) else []


def test_a_telephone_has_the_longer_factor_upwards() -> None:
    chart = heat_maps(made((9, 3, 2)), ("x axis", "names", "maps"), SHARE, "Which?", NARROW).to_dict()
    assert chart["columns"] == 1
    assert chart["concat"][0]["layer"][0]["encoding"]["y"]["title"] == ["x axis"]
