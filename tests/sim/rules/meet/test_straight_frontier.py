"""Is every segment of the linear frontier shared out as Nash says, and the even point even?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import nash_claim
from sim.rules.meet.straight_frontier import (
    WORST,
    claim_straight,
    even_straight,
    nash_on_segment,
    nash_score,
    nash_straight,
    part_needed,
    starting_point,
)
from sim.state.world import World
from tests.sim.rules.meet.pies import LINEAR, table, tables
from tests.sim.rules.worlds import put

linear = st.just(LINEAR)


def test_a_segment_goes_whole_to_the_only_side_that_cares() -> None:
    assert nash_on_segment(0.1, 0.9, 0.3, 0.0, 0.5) == 1.0
    assert nash_on_segment(0.1, 0.9, 0.0, 0.3, 0.5) == 0.0


@given(st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0.05, 0.95))
def test_one_divisible_issue_splits_the_gain_by_power(first: float, second: float, power: float) -> None:
    """Textbook: x = d1 + power * (1 - d1 - d2)."""
    world = table([(5, 2)])
    put(world, "issues.0.divisible", 1)
    assert nash_claim(world, 0, (first, second), power) == pytest.approx(first + power * (1 - first - second))


def test_red_lines_are_where_the_frontier_starts() -> None:
    world = table([(1, 3), (3, 1)], lines={0: (0.4, 0.0), 1: (0.0, 0.2)})
    assert starting_point(world, 0, 0) == pytest.approx((0.25 * 0.4, 1 - 0.75 * 0.4))
    assert claim_straight(world, 0, 0, 0.0) == pytest.approx((0.1, 0.7))
    assert claim_straight(world, 0, 0, 0.25 + 0.75 * 0.8) == pytest.approx((0.85, 0.25 * 0.2 - 0.0))
    assert claim_straight(world, 0, 0, 0.9) == pytest.approx((0.85, 0.05)), "no more than the red lines leave"
    assert nash_straight(world, 0, 0, (0.0, 0.0), 0.5) == pytest.approx((0.7, 0.75 * 0.6 + 0.25 * 0.2))


@given(tables(exponents=linear, divisible=True, lined=False), st.integers(0, 1))
def test_divisible_issues_can_be_shared_evenly(world: World, side: int) -> None:
    own, other = even_straight(world, 0, side)
    assert own == pytest.approx(other)
    assert other == pytest.approx(claim_straight(world, 0, side, own)[1], abs=1e-6)


def test_where_nothing_can_be_even_the_even_point_is_the_end_that_lies_nearest() -> None:
    world = table([(1, 1), (1, 1)], lines={0: (1.0, 0.0), 1: (0.6, 0.0)})
    assert even_straight(world, 0, 0) == pytest.approx((0.8, 0.2))
    assert even_straight(world, 0, 1) == pytest.approx((0.2, 0.8))


def test_scores_and_parts_at_the_edges() -> None:
    assert nash_score(0.0, 0.5, 0.5) == nash_score(0.5, -0.1, 0.5) == WORST
    assert nash_score(1.0, 1.0, 0.3) == 0.0
    assert [part_needed(*pair) for pair in ((0.0, 0.5), (0.25, 0.5), (0.7, 0.5), (0.1, 0.0))] == [0.0, 0.5, 1.0, 1.0]


def test_what_costs_the_other_nothing_is_taken_whole() -> None:
    """One side cares for one issue only, half of it beyond its red line; the other for the other issue only."""
    world = table([(0, 1), (1, 0)], lines={1: (0.0, 0.5)})
    assert even_straight(world, 0, 0) == pytest.approx((0.5, 1.0))
    assert even_straight(world, 0, 1) == pytest.approx((1.0, 0.5)), "less would lie below the frontier"
