"""Days as dates: evenly spread, within the run, and never so many that they cannot be read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("altair")

import altair as alt

from analysis.figures.day_axis import day_labels, days_axis, marked_days
from analysis.figures.lettering import width_of
from analysis.figures.style import NARROW, WIDE, Room

ROOMS = st.sampled_from((WIDE, NARROW))
STARTS = st.dates(dt.date(1945, 1, 1), dt.date(2100, 1, 1))


@given(start=STARTS, last=st.integers(1, 4000), room=ROOMS)
def test_marks_are_within_the_run_and_can_be_read(start: dt.date, last: int, room: Room) -> None:
    days = marked_days(start.isoformat(), last, room)
    assert len(days) >= 2
    assert days == sorted(set(days))
    assert days[0] >= 0
    assert days[-1] <= last
    assert len(days) * width_of("30 Sep", room.small) <= room.width
    labels = day_labels(start.isoformat(), days)
    for day, (said, *year) in zip(days, labels, strict=True):
        date = start + dt.timedelta(days=day)
        assert said.split()[0] == str(date.day)
        assert year in ([], [str(date.year)])
    assert len(labels[0]) == 2


@pytest.mark.parametrize("room", [WIDE, NARROW])
@pytest.mark.parametrize(("last", "told"), [(10, "18 Apr"), (120, "1 May"), (365, "1 Jan")])
def test_a_figure_shows_dates_and_no_day_numbers(room: Room, last: int, told: str) -> None:
    vl_convert = pytest.importorskip("vl_convert")
    data = alt.InlineData(values=[{"day": 0, "value": 1}, {"day": last, "value": 2}])
    scale = alt.Scale(domain=[0, last], nice=False)
    x = alt.X("day:Q", axis=days_axis("2025-04-18", last, room), scale=scale)
    chart = alt.Chart(data, width=room.width).mark_line().encode(x=x, y=alt.Y("value:Q", axis=None))
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    assert f">{told}<" in svg
    assert ">2025<" in svg
    assert "day" not in "".join(part.split("<")[0] for part in svg.split(">"))


def test_without_a_date_days_are_numbered_and_a_shared_axis_says_nothing() -> None:
    assert days_axis("", 90).title == "day"
    assert days_axis("2025-04-18", 90, shown=False).labels is False
