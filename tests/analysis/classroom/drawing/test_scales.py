"""Tests for analysis.classroom.drawing.scales: round edges that hold what they must, weeks that can be read."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.drawing.scales import Field, around, in_steps, nice_above, thinned, week_middle, weeks_marked

VALUES = st.floats(0.001, 1e6)


@given(value=VALUES)
def test_a_round_number_above_is_above_and_not_far(value: float) -> None:
    assert value * (1 - 1e-9) <= nice_above(value) <= 2.6 * value


def test_a_round_number_above_nothing_is_one() -> None:
    assert nice_above(0.0) == 1.0


@given(values=st.lists(st.floats(1, 1000), min_size=1))
def test_edges_around_a_middle_hold_everything(values: list[float]) -> None:
    low, high = around(values, 100.0, 10.0)
    assert low <= min(*values, 90.0) + 1e-6
    assert high >= max(*values, 110.0) - 1e-6


@given(horizon=st.integers(1, 3650), width=st.floats(40, 900), text=st.sampled_from([12.0, 22.0]))
def test_weeks_begin_with_the_first_and_stay_within_the_horizon(horizon: int, width: float, text: float) -> None:
    weeks = weeks_marked(horizon, width, text)
    assert weeks[0] == 1
    assert all(one < other for one, other in pairwise(weeks))
    assert all(0 <= week_middle(week, horizon) <= horizon for week in weeks)


POINTS = st.lists(st.tuples(st.floats(0, 300), st.floats(0, 100)), min_size=1, max_size=400).map(sorted)


@given(points=POINTS)
def test_thinning_keeps_both_ends_and_leaves_two_points_a_pixel(points: list[tuple[float, float]]) -> None:
    found = thinned(points)
    assert found[-1] == (round(points[-1][0], 1), round(points[-1][1], 1))
    assert found[0][0] == round(points[0][0], 1)
    assert all(later[0] - first[0] >= 1.0 - 1e-9 for first, later in zip(found[:-1], found[2:], strict=False))


def test_a_step_holds_its_height_until_the_next() -> None:
    assert in_steps([(0, 5), (10, 5), (20, 9), (30, 9)]) == "M0 5L20 5L20 9L30 9"


def test_days_and_values_stand_where_they_should() -> None:
    field = Field(10, 110, 20, 70, 100, -1, 1)
    assert (field.x(0), field.x(50), field.x(100), field.x(500)) == (10, 60, 110, 110)
    assert (field.y(-1), field.y(0), field.y(1)) == (70, 45, 20)
