"""Are issues scaled and ranked, parts worth what they should be, and red lines seen?"""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import nash_claim
from sim.rules.meet.settlement import settled_value
from sim.rules.meet.stakes import (
    count_ways,
    gets_whole,
    is_open,
    lines_cross,
    sort_issues,
    spare_part,
    worth_of_part,
    worth_of_share,
)
from sim.state.world import World
from tests.sim.rules.meet.pies import CURVED, table, tables


@given(tables())
def test_issues_are_scaled_to_one_and_ranked_once_each(world: World) -> None:
    for side in range(2):
        assert sum(issue.share[side] for issue in world.issues) == pytest.approx(1)
    for side in range(2):
        assert sorted(issue.order[side] for issue in world.issues) == list(range(len(world.issues)))


@given(tables())
def test_the_ranking_goes_from_dearest_to_side_0_to_dearest_to_side_1(world: World) -> None:
    ranked = [world.issues[issue.order[0]] for issue in world.issues]
    useful = [issue for issue in ranked if max(issue.share) > 0]
    for one, other in itertools.pairwise(useful):
        assert one.share[0] * other.share[1] >= other.share[0] * one.share[1] - 1e-12


def test_an_issue_that_matters_to_nobody_disturbs_no_ranking() -> None:
    """It ties with every other issue, so that counting who comes before would place three issues at once."""
    world = table([(1, 3), (0, 0), (3, 1)])
    assert all(sorted(issue.order[side] for issue in world.issues) == [0, 1, 2] for side in range(2))
    assert [world.issues[2].order[side] for side in range(2)] == [1, 1], "it comes last for both"
    assert nash_claim(world, 0, (0.0, 0.0), 0.5) == pytest.approx(0.75)


@given(tables())
def test_ways_double_with_every_indivisible_issue(world: World) -> None:
    assert count_ways(world) == 2 ** sum(1 - issue.divisible for issue in world.issues)


@given(tables(), st.floats(0, 1), st.integers(0, 1))
def test_a_share_of_everything_is_worth_the_sum_of_its_parts(world: World, share: float, side: int) -> None:
    for issue in world.issues:
        issue.settled = [share, share]
    assert worth_of_share(world, side, share) == pytest.approx(settled_value(world, side))
    assert share - 1e-12 <= worth_of_share(world, side, share) <= 1 + 1e-12


@given(tables(), st.floats(0, 1), st.floats(0, 1), st.integers(0, 1))
def test_a_larger_share_is_worth_more_and_all_of_it_one(world: World, first: float, second: float, side: int) -> None:
    low, high = sorted((first, second))
    assert worth_of_share(world, side, low) <= worth_of_share(world, side, high) + 1e-12
    assert (worth_of_share(world, side, 0.0), worth_of_share(world, side, 1.0)) == pytest.approx((0, 1))


@pytest.mark.parametrize("exponent", CURVED)
def test_half_of_an_issue_is_worth_more_than_half_unless_it_cannot_be_divided(exponent: float) -> None:
    world = table([(1, 1), (1, 1)], indivisible=(1,), exponent=exponent)
    assert worth_of_part(world, world.issues[0], 0.5) == pytest.approx(0.5**exponent)
    assert worth_of_part(world, world.issues[1], 0.5) == 0.5, "a chance of one half"


def test_a_linear_part_is_worth_itself() -> None:
    world = table([(1, 1)], exponent=1.0)
    assert [worth_of_part(world, world.issues[0], part) for part in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]


@given(tables(lined=False))
def test_odds_lean_to_whoever_an_issue_matters_more_to_and_mirror_one_another(world: World) -> None:
    for issue in world.issues:
        if world.setting[0].exponent < 0.97 and min(issue.share) > 0:
            assert issue.lean[0] * issue.lean[1] == pytest.approx(1)
            assert (issue.lean[0] < 1) == (issue.share[0] > issue.share[1]) or issue.lean[0] == pytest.approx(1)


def test_a_changed_weight_changes_the_odds() -> None:
    world = table([(1, 1), (1, 1)], exponent=0.5)
    before = world.issues[0].lean[0]
    world.issues[0].weight[0] = 3.0
    sort_issues(world)
    assert world.issues[0].lean[0] < before


@pytest.mark.parametrize(
    ("lines", "crossed"), [((0.5, 0.5), False), ((0.6, 0.5), True), ((1.0, 0.0), False), ((0.0, 0.0), False)]
)
def test_red_lines_cross_where_they_need_more_than_all(lines: tuple[float, float], crossed: bool) -> None:
    world = table([(1, 1), (1, 1)], lines={1: lines})
    assert lines_cross(world) == crossed
    assert spare_part(world.issues[1]) == pytest.approx(1 - sum(lines))


@pytest.mark.parametrize(
    ("lines", "crossed"), [((0.1, 0.1), True), ((0.1, 0.0), False), ((0.0, 1.0), False), ((0.0, 0.0), False)]
)
def test_red_lines_on_what_cannot_be_divided_cross_where_both_have_one(
    lines: tuple[float, float], crossed: bool
) -> None:
    assert lines_cross(table([(1, 1), (1, 1)], indivisible=(1,), lines={1: lines})) == crossed


@given(st.integers(0, 1), st.integers(0, 3))
def test_a_red_line_on_what_cannot_be_divided_forbids_going_without(side: int, way: int) -> None:
    lines = (0.2, 0.0) if side == 0 else (0.0, 0.2)
    world = table([(1, 1), (2, 1), (1, 1)], indivisible=(0, 1), lines={1: lines})
    assert is_open(world, way) == gets_whole(world, way, 1, side)
