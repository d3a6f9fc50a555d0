"""Does one tilt share all issues, and is what is looked for found, to the last digits that matter?"""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.meet import curved_frontier
from sim.rules.meet.bargaining import score_of
from sim.rules.meet.curved_frontier import (
    MOST_STEPS,
    TO_CLAIM,
    TO_EVEN,
    TO_NASH,
    ceiling,
    divided_issues,
    find_tilt,
    off_target,
    part_at,
    steepness,
    utilities_at,
    whole_issues,
)
from sim.state.world import World
from tests.sim.rules.meet.pies import CURVED, curved, floor, power, table, tables

tilts = st.floats(-30, 30)
goals = st.sampled_from([TO_CLAIM, TO_EVEN, TO_NASH])


@given(tables(exponents=curved), tilts, tilts, st.integers(0, 1))
def test_parts_fall_in_the_tilt_and_stay_between_the_red_lines(
    world: World, first: float, second: float, side: int
) -> None:
    low, high = sorted((first, second))
    for issue in world.issues:
        parts = [part_at(issue, side, math.exp(tilt)) for tilt in (low, high)]
        assert parts[0] >= parts[1]
        assert all(issue.red_line[side] <= part <= 1 - issue.red_line[1 - side] + 1e-12 for part in parts)


@given(st.floats(-3, 3), st.floats(0.1, 10), st.floats(0.1, 10), curved)
def test_a_part_is_the_logistic_share_of_what_it_is_worth_to_each(
    price: float, first: float, second: float, exponent: float
) -> None:
    world = table([(first, second), (1, 1)], exponent=exponent)
    issue = world.issues[0]
    gap = (math.log(issue.share[0]) - math.log(issue.share[1]) - price) / (1 - exponent)
    assert part_at(issue, 0, math.exp(price / (1 - exponent))) == pytest.approx(1 / (1 + math.exp(-gap)), rel=1e-9)


@given(tables(exponents=curved, lined=False), tilts, st.integers(0, 1))
def test_utilities_are_those_of_the_parts(world: World, tilt: float, side: int) -> None:
    bend = world.setting[0].exponent
    own, other, _ = divided_issues(world, side, tilt)
    parts = [(issue, part_at(issue, side, math.exp(tilt))) for issue in world.issues if issue.divisible]
    assert own == pytest.approx(math.fsum(issue.share[side] * part**bend for issue, part in parts), rel=1e-9)
    assert other == pytest.approx(
        math.fsum(issue.share[1 - side] * (1 - part) ** bend for issue, part in parts), rel=1e-6, abs=1e-9
    )


@given(tables(exponents=curved), st.floats(-8, 8), st.integers(0, 1), goals, st.tuples(floor, floor), power)
def test_the_steepness_is_the_derivative(
    world: World, tilt: float, side: int, goal: int, floors: tuple[float, float], strength: float
) -> None:
    give = 1 - world.setting[0].exponent

    def off(at: float) -> float:
        return off_target(divided_issues(world, side, at), math.exp(-give * at), goal, floors, strength)

    def slope(at: float) -> float:
        point = divided_issues(world, side, at)
        return steepness(point, math.exp(-give * at), goal, give * (point[0] - floors[0]), strength)

    step = 1e-5
    slopes = [slope(tilt + k * step) for k in (-1, 0, 1)]
    assume(max(slopes) - min(slopes) < 1e-3 * (1 + abs(slopes[1])))  # not at a kink, where a part meets a red line
    found = (off(tilt + step) - off(tilt - step)) / (2 * step)
    assert found == pytest.approx(slopes[1], rel=1e-3, abs=1e-6 * (1 + math.exp(-give * tilt)))


@given(tables(exponents=curved), st.integers(0, 1), goals, st.tuples(floor, floor), power)
def test_what_is_found_is_where_the_sign_turns(
    world: World, side: int, goal: int, floors: tuple[float, float], strength: float
) -> None:
    """Bisection to the end, which needs no derivative, finds the same utilities."""
    give = 1 - world.setting[0].exponent
    whole = whole_issues(world, 0, side)
    low, high = -320.0, 320.0
    for _ in range(80):
        tilt = (low + high) / 2
        own, other = utilities_at(world, whole, side, tilt)
        beyond = off_target((own, other, 0.0), math.exp(-give * tilt), goal, floors, strength)
        low, high = (low, tilt) if beyond > 0 else (tilt, high)
    found = find_tilt(world, whole, (goal, side, 0.0), floors, strength)
    assert utilities_at(world, whole, side, found) == pytest.approx(utilities_at(world, whole, side, low), abs=1e-8)


@given(tables(exponents=curved, most=8), st.integers(0, 1), goals, st.tuples(floor, floor), power)
def test_it_is_found_in_few_steps(
    world: World, side: int, goal: int, floors: tuple[float, float], strength: float
) -> None:
    """Newton's steps are worth having only if they spare most of bisection's; bisection is the net below."""
    count = 0
    real = curved_frontier.divided_issues

    def counted(*arguments: object) -> tuple[float, float, float]:
        nonlocal count
        count += 1
        return real(*arguments)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(curved_frontier, "divided_issues", counted)
        find_tilt(world, whole_issues(world, 0, side), (goal, side, 0.0), floors, strength)
    assert count < MOST_STEPS


def _found(world: World, goal: int, side: int, floors: tuple[float, float], strength: float) -> tuple[float, float]:
    whole = whole_issues(world, 0, side)
    return utilities_at(world, whole, side, find_tilt(world, whole, (goal, side, 0.0), floors, strength))


@pytest.mark.parametrize("exponent", CURVED)
def test_one_pie_is_shared_by_power_where_nothing_else_is_to_be_had(exponent: float) -> None:
    """The product of x ** (a p) and (1 - x) ** (a (1 - p)) is largest at x = p, whatever the exponent."""
    world = table([(1, 1)], exponent=exponent)
    for strength in (0.2, 0.5, 0.8):
        own, _ = _found(world, TO_NASH, 0, (0.0, 0.0), strength)
        assert own == pytest.approx(strength**exponent, abs=1e-8)


@given(tables(exponents=curved, divisible=True, lined=False), st.integers(0, 1))
def test_divisible_issues_can_be_shared_evenly(world: World, side: int) -> None:
    own, other = _found(world, TO_EVEN, side, (0.0, 0.0), 0.0)
    assert own == pytest.approx(other, abs=1e-8)


def test_more_than_red_lines_leave_cannot_be_had() -> None:
    world = table([(1, 1)], exponent=0.5, lines={0: (0.0, 0.36)})
    for claim in (0.8, 0.9):
        assert _found(world, TO_CLAIM, 0, (claim, 0.0), 0.0) == pytest.approx((0.8, 0.6))


def test_an_issue_worth_nothing_to_a_side_is_left_to_the_other_even_by_whoever_takes_all() -> None:
    world = table([(1, 1), (0, 1)], exponent=0.6)
    assert _found(world, TO_CLAIM, 0, (1.0, 0.0), 0.0) == pytest.approx((1.0, 0.5), abs=1e-3)


@given(tables(exponents=curved), st.floats(-8, 8), st.integers(0, 1), goals, st.tuples(floor, floor), power)
def test_no_point_of_a_way_lies_above_its_ceiling(
    world: World, tilt: float, side: int, goal: int, floors: tuple[float, float], strength: float
) -> None:
    """Wherever the line touches the frontier of the divisible issues, the best point stays below it."""
    whole = whole_issues(world, 0, side)
    price = math.exp(-(1 - world.setting[0].exponent) * tilt)
    own, other, _ = divided_issues(world, side, tilt)
    highest = ceiling(whole, (price, price * own + other), goal, floors, strength)
    mine, theirs = _found(world, goal, side, floors, strength)
    assert score_of(mine, theirs, goal, floors, strength) <= highest + 1e-7 * (1 + price)
