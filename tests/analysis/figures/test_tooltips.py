"""A mark says its number with its interval and how many runs it rests on."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

import altair as alt

from analysis.figures.tooltips import Said, tooltips


def test_it_says_name_number_interval_and_runs() -> None:
    data = alt.InlineData(values=[{"title": "all", "share": 0.5, "low": 0.4, "high": 0.6, "runs": 9}])
    base = alt.Chart(data).mark_bar()
    chart = tooltips(base, {"title": "hosts"}, Said("share", "share of runs", ".0%", counted="runs")).to_dict()
    told = {one["title"]: one for one in chart["encoding"]["tooltip"]}
    assert list(told) == ["hosts", "share of runs", "95% interval", "runs"]
    assert told["share of runs"]["format"] == ".0%"
    calculated = {one["as"]: one["calculate"] for one in chart["transform"]}
    assert "' to '" in calculated[told["95% interval"]["field"]]


def test_a_number_without_interval_says_none_and_several_stand_together() -> None:
    base = alt.Chart(alt.InlineData(values=[{"a": 1}])).mark_bar()
    chart = tooltips(base, {}, Said("a", "one", low=""), Said("b", "two", low="b_low", high="b_high")).to_dict()
    assert [one["title"] for one in chart["encoding"]["tooltip"]] == ["one", "two", "95% interval"]


def test_what_is_unknown_is_said_so_in_the_drawing() -> None:
    vl_convert = pytest.importorskip("vl_convert")
    rows = [{"share": 0.5, "low": 0.4, "high": 0.6}, {"share": 0.7, "low": None, "high": None}]
    base = alt.Chart(alt.InlineData(values=rows)).mark_text().encode(text="interval_of_share:N", y="share:O")
    svg = vl_convert.vegalite_to_svg(tooltips(base, {}, Said("share", "share", ".0%")).to_dict())
    assert "40% to 60%" in svg
    assert ">unknown<" in svg
