"""Colours that part in grey, and data that survives JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("altair")

import altair as alt

from analysis.figures.lettering import width_of
from analysis.figures.style import (
    DARK,
    DASHES,
    INK,
    LIGHT,
    MIDDLE,
    NARROW,
    OUTCOME_COLOURS,
    SERIES,
    SIDES,
    WIDE,
    FigureError,
    Room,
    colours,
    hatched,
    rows,
    styled,
)
from tests.analysis.figures.seen import contrast, distance, lightness, without_green

ROOMS = (WIDE, NARROW)


@pytest.mark.parametrize("colour", [*SERIES, *SIDES, *OUTCOME_COLOURS.values(), DARK])
def test_every_mark_is_seen_on_white_by_everybody(colour: str) -> None:
    assert contrast(colour, "#FFFFFF") >= 3


def test_words_are_read_on_white_and_what_is_light_has_an_edge() -> None:
    assert contrast(INK, "#FFFFFF") >= 7
    assert contrast(MIDDLE, "#FFFFFF") >= 4.5
    assert contrast(INK, LIGHT) >= 4.5
    assert lightness(LIGHT) - lightness(DARK) > 50


@pytest.mark.parametrize("vision", [lambda colour: colour, without_green])
def test_colours_part_for_those_who_see_no_green(vision: Callable[[str], str]) -> None:
    for palette in (SERIES, SIDES, tuple(OUTCOME_COLOURS.values())):
        apart = [distance(vision(one), vision(other)) for one, other in combinations(palette, 2)]
        assert min(apart) > 14


def test_neighbours_part_in_grey_and_all_by_dash() -> None:
    for palette, gap in ((SERIES[:7], 12), (SIDES, 12), (tuple(OUTCOME_COLOURS.values()), 14)):
        assert all(abs(lightness(one) - lightness(other)) > gap for one, other in pairwise(palette))
    assert len({tuple(dash) for dash in DASHES}) == len(DASHES) == len(SERIES)
    assert len(set(OUTCOME_COLOURS.values())) == len(OUTCOME_COLOURS)


@pytest.mark.parametrize("room", ROOMS)
@given(title=st.text("ab W%é", min_size=1, max_size=200), below=st.text("ab W%", max_size=200))
def test_no_title_is_wider_than_its_room(room: Room, title: str, below: str) -> None:
    chart = alt.Chart(alt.InlineData(values=[{"a": 1}])).mark_bar().encode(x="a:Q")
    found = styled(chart, title, below, room).to_dict()["title"]
    lines = found["text"] if isinstance(found["text"], list) else [found["text"]]
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")
    if len(lines) > 1:
        assert all(width_of(line, room.large) <= room.whole for line in lines)
    assert all(width_of(line, room.small) <= room.whole for line in found.get("subtitle", []))


def test_a_title_that_fits_stays_one_line_and_a_long_one_is_drawn_within_its_room() -> None:
    vl_convert = pytest.importorskip("vl_convert")
    chart = alt.Chart(alt.InlineData(values=[{"a": 1}])).mark_bar().encode(x="a:Q").properties(width=100)
    assert styled(chart, "It fits").to_dict()["title"]["text"] == "It fits"
    for room in ROOMS:
        whole = styled(chart, "With all hosts the leaders meet in person in 95% of runs, " * 3, "", room).to_dict()
        width = float(re.findall(r'width="([\d.]+)"', vl_convert.vegalite_to_svg(whole))[0])
        assert width <= room.whole + 12


@given(width=st.floats(20, 200), up=st.floats(0.2, 3), between=st.just(9))
def test_a_hatching_stays_within_its_cell_and_fills_it(width: float, up: float, between: int) -> None:
    base = alt.Chart(alt.InlineData(values=[{"a": 1}])).encode(x="a:O")
    mark = hatched(base, width, width * up).to_dict()["mark"]
    strokes = np.array([[float(n) for n in re.findall(r"-?[\d.]+", line)] for line in mark["shape"].split("M")[1:]])
    assert mark["size"] == pytest.approx(width**2)
    assert np.abs(strokes[:, ::2]).max() <= 1.001
    assert np.abs(strokes[:, 1::2]).max() <= up + 0.001
    assert len(strokes) >= width * (1 + up) / between - 1


def test_data_is_plain_json_whatever_the_table_holds() -> None:
    table = pd.DataFrame(
        {"a": [np.float64(1.5), np.nan, np.inf], "b": pd.Series(["x", None, "z"], dtype="string"), "c": np.arange(3)}
    )
    table["d"] = pd.to_datetime("2025-04-17")
    found = json.loads(json.dumps(rows(table, ["a"]).to_dict()))["values"]
    assert [row["a"] for row in found] == [1.5, None, None]
    assert found[0]["c"] == 0
    assert found[0]["d"].startswith("2025-04-17")


def test_missing_columns_and_empty_tables_are_named() -> None:
    with pytest.raises(FigureError, match="lacks b"):
        rows(pd.DataFrame({"a": [1]}), ["a", "b"])
    with pytest.raises(FigureError, match="no rows"):
        rows(pd.DataFrame({"a": []}), ["a"])
    with pytest.raises(FigureError, match="at most 8"):
        colours([str(name) for name in range(9)])
