"""Tests for analysis.classroom.drawing.charts: nothing of later, nothing on top of anything, little to draw."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.canvas import COLUMN_CHART, PAPER_CHART, WATCH_CHART, Size
from analysis.classroom.drawing.charts import KINDS, chart, chart_title, ladder_title
from analysis.classroom.drawing.courses import names_of_sides
from analysis.classroom.session.state import CHARTS
from sim.files import load_scenario
from sim.files.variants import vary
from sim.results.trajectory import Trajectory
from sim.run import run_one
from tests.analysis.classroom.drawing.boxes import SVG, assert_readable, assert_told, parsed
from tests.analysis.classroom.drawing.worlds import days, with_another_future, world, world_of_rounds, worlds
from tests.generate import few

SIZES = st.sampled_from([WATCH_CHART, COLUMN_CHART, PAPER_CHART])


@given(data=st.data(), trajectory=worlds(), name=st.sampled_from(CHARTS), size=SIZES)
def test_any_world_on_any_day_can_be_read_and_is_told(
    data: st.DataObject, trajectory: Trajectory, name: str, size: Size
) -> None:
    day = data.draw(days(trajectory))
    before = data.draw(st.none() | st.just(world(trajectory.scenario.name, 8)))
    found = chart(trajectory, name, day, size, before)
    assert_readable(found)
    assert_told(found)


@few
@given(data=st.data(), trajectory=worlds(), name=st.sampled_from(CHARTS))
def test_what_comes_later_is_nowhere_in_it(data: st.DataObject, trajectory: Trajectory, name: str) -> None:
    day = data.draw(days(trajectory))
    other = with_another_future(trajectory, day)
    assert chart(other, name, day) == chart(trajectory, name, day)
    before = world(trajectory.scenario.name, 8)
    found = chart(trajectory, name, day, before=before, beside=before)
    changed = with_another_future(before, day)
    assert found == chart(trajectory, name, day, before=changed, beside=changed)


def test_two_charts_side_by_side_have_the_same_edges() -> None:
    one, other = world("two-leaders", 1), world("two-leaders", 2)
    for day in (0, 30, 60, 120):
        edges = [
            [text.text for text in parsed(drawing).iter(f"{SVG}text") if text.attrib.get("text-anchor") == "end"]
            for drawing in (chart(one, "markets", day, beside=other), chart(other, "markets", day, beside=one))
        ]
        assert edges[0] == edges[1]


def test_all_charts_of_a_world_have_their_weeks_at_the_same_places() -> None:
    for size in (WATCH_CHART, COLUMN_CHART):
        weeks = []
        for name in CHARTS:
            words = parsed(chart(world("us-dprk-2018", 1), name, 40, size)).iter(f"{SVG}text")
            weeks.append(
                [(word.text, word.attrib["x"]) for word in words if word.attrib["y"] == f"{size.height - 6.6:.1f}"]
            )
        assert len(weeks[0]) > 1
        assert all(found == weeks[0] for found in weeks)


def test_each_is_drawn_as_likely_to_ask_as_the_other_thinks() -> None:
    trajectory = world("two-leaders", 1)
    steps = trajectory.columns["steps"]
    *_, (_, *said) = chart(trajectory, "asking", 35.0)["rows"]
    then = max(place for place, day in enumerate(steps["day"]) if day <= 35.0)
    assert said == [f"{100 * steps[f'{side}.expects_ask'][then]:.0f}%" for side in names_of_sides(trajectory)]


def test_titles_have_the_words_of_the_case() -> None:
    changes = {"words": {"pressure": {"noun": "frost"}, "market": {"noun": "bazaar"}, "points": {"plural": "degrees"}}}
    trajectory = run_one(vary(load_scenario("two-leaders"), {"horizon_days": 5, **changes}), seed=1)
    assert ladder_title(trajectory) == "Frost in degrees"
    assert chart_title("markets", trajectory).startswith("Bazaar")


@pytest.mark.parametrize("name", ["<b>bold</b> & co", "x" * 200, 'a "quoted" one', "习近平", "عربي"])
def test_a_side_may_be_called_anything(name: str) -> None:
    changes = {"leaders.aldmark.country": name, "horizon_days": 9}
    trajectory = run_one(vary(load_scenario("two-leaders"), changes), seed=1)
    for size in (WATCH_CHART, COLUMN_CHART):
        assert_readable(chart(trajectory, "asking", 9, size))


def test_five_hundred_rounds_are_drawn_of_no_more_points_than_there_are_pixels() -> None:
    trajectory = world_of_rounds(500)
    assert len(trajectory.columns["steps"]["day"]) > 500
    for name in CHARTS:
        for path in parsed(chart(trajectory, name, 3500)).iter(f"{SVG}path"):
            assert path.attrib["d"].count("L") <= 2 * WATCH_CHART.width


def test_ten_times_the_rounds_take_no_more_than_in_proportion() -> None:
    # A ratio of one machine's own times: work that grew with the square would be far more.
    short, long = world_of_rounds(50), world_of_rounds(500)

    def cost(trajectory: Trajectory) -> float:
        found = []
        for _ in range(3):
            start = time.process_time()
            for name in CHARTS:
                chart(trajectory, name, 1e9)
            found.append(time.process_time() - start)
        return min(found)

    assert cost(long) < 8 * cost(short)


def test_every_chart_that_can_be_chosen_is_drawn_and_no_other() -> None:
    assert tuple(KINDS) == CHARTS
