"""Is the frontier the frontier, the claim Nash's, and the settlement what was claimed?"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import (
    NOTHING,
    count_ways,
    nash_claim,
    nash_on_segment,
    other_best,
    settle_at,
    settle_between,
    settled_value,
    sort_issues,
)
from sim.state.world import World
from tests.sim.rules.worlds import put, world_of

Weights = Sequence[tuple[float, float]]


def table(weights: Weights, indivisible: Sequence[int] = ()) -> World:
    """A world whose issues have these weights (to side 0, to side 1); some of them indivisible."""
    issues = {
        f"i{k}": {"weight": {"east": east, "west": west}, "divisible": k not in indivisible}
        for k, (east, west) in enumerate(weights)
    }
    world = world_of({"issues": issues})
    sort_issues(world)
    return world


weight = st.sampled_from([0.0, 1.0, 2.0, 3.0]) | st.floats(0.01, 100)


@st.composite
def tables(draw: st.DrawFn, most: int = 5) -> World:
    """Tables of one to five issues, each of weight 0 or more to each side, any of them indivisible."""
    weights = draw(st.lists(st.tuples(weight, weight), min_size=1, max_size=most))
    assume(all(sum(pair[side] for pair in weights) > 0 for side in range(2)))
    return table(weights, draw(st.sets(st.integers(0, len(weights) - 1))))


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


@given(tables(), st.floats(0, 1), st.integers(0, 1))
def test_the_frontier_falls_and_nobody_gets_more_than_everything(world: World, claim: float, side: int) -> None:
    assert other_best(world, side, 0.0) >= other_best(world, side, claim) >= NOTHING
    assert other_best(world, side, claim) <= 1 + 1e-9


@given(tables(most=4), st.floats(0, 1), st.data())
def test_no_division_beats_the_frontier(world: World, claim: float, data: st.DataObject) -> None:
    parts = [
        data.draw(st.floats(0, 1) if issue.divisible else st.sampled_from([0.0, 1.0]), label="part")
        for issue in world.issues
    ]
    own = math.fsum(part * issue.share[0] for part, issue in zip(parts, world.issues, strict=True))
    other = math.fsum((1 - part) * issue.share[1] for part, issue in zip(parts, world.issues, strict=True))
    assert other <= other_best(world, 0, own - 1e-9) + 1e-6


@given(tables(), st.floats(0, 0.6), st.floats(0, 0.6), st.floats(0.1, 0.9), st.integers(0, 1))
def test_a_claim_is_nash_s_best_on_the_frontier(
    world: World, own: float, other: float, power: float, side: int
) -> None:
    """No claim on a fine grid has a larger product of gains."""
    claim = nash_claim(world, side, (own, other), power)
    assert claim >= own
    score = _product(world, side, claim, (own, other), power)
    for k in range(101):
        assert _product(world, side, k / 100, (own, other), power) <= score + 1e-9


def _product(world: World, side: int, claim: float, floors: tuple[float, float], power: float) -> float:
    gains = (claim - floors[0], other_best(world, side, claim - 1e-12) - floors[1])
    return gains[0] ** power * gains[1] ** (1 - power) if min(gains) > 0 else 0.0


@given(tables(), st.floats(0.1, 0.9), st.floats(0, 0.4), st.floats(0, 0.4))
def test_both_sides_see_one_solution_when_they_see_the_same_floors(
    world: World, power: float, first: float, second: float
) -> None:
    """Side 1's claim is what side 0's claim leaves, up to solutions of equal product where issues are indivisible."""
    assume(all(issue.divisible for issue in world.issues))
    mine = nash_claim(world, 0, (first, second), power)
    theirs = nash_claim(world, 1, (second, first), 1 - power)
    assume(other_best(world, 0, first) > second)
    assert theirs == pytest.approx(other_best(world, 0, mine), abs=1e-6)


@given(tables(), st.integers(0, 1), st.floats(0, 1))
def test_a_settlement_gives_what_was_claimed_and_leaves_the_most(world: World, side: int, claim: float) -> None:
    assume(other_best(world, side, claim) != NOTHING)
    settle_at(world, side, claim)
    assert all(0 <= part <= 1 for issue in world.issues for part in issue.settled)
    assert all(issue.settled[0] + issue.settled[1] == pytest.approx(1, abs=1e-12) for issue in world.issues)
    assert all(issue.settled[0] in (0.0, 1.0) for issue in world.issues if not issue.divisible)
    assert settled_value(world, side) >= claim - 1e-9
    assert settled_value(world, 1 - side) == pytest.approx(other_best(world, side, claim), abs=1e-6)


def test_a_settlement_of_everything_gives_away_what_is_worth_nothing() -> None:
    """Side 0 cares for the first issue alone: having all of it, it leaves the second to the other."""
    world = table([(1, 1), (0, 1)])
    settle_at(world, 0, 1.0)
    assert [issue.settled for issue in world.issues] == [[1.0, 0.0], [0.0, 1.0]]


@given(tables(), st.floats(0, 0.5), st.floats(0, 0.5), st.integers(0, 1))
def test_two_good_offers_meet_in_the_middle_and_both_have_what_they_need(
    world: World, first: float, second: float, toss: int
) -> None:
    """The mean of two offers, each of which leaves the other its floor, leaves both their floors."""
    claims = (nash_claim(world, 0, (first, second), 0.6), nash_claim(world, 1, (second, first), 0.6))
    left = (other_best(world, 1, claims[1]), other_best(world, 0, claims[0]))
    assume(left[0] >= first and left[1] >= second)
    settle_between(world, claims, toss)
    assert all(issue.settled[0] + issue.settled[1] == pytest.approx(1, abs=1e-12) for issue in world.issues)
    assert all(issue.settled[0] in (0.0, 1.0) for issue in world.issues if not issue.divisible)
    assert settled_value(world, 0) >= first - 1e-9
    assert settled_value(world, 1) >= second - 1e-9


def test_of_one_pie_each_gives_up_half_of_what_lies_between_the_offers() -> None:
    world = table([(1, 1)])
    settle_between(world, (0.7, 0.6), 0)
    assert world.issues[0].settled == pytest.approx([0.55, 0.45])


@pytest.mark.parametrize("toss", [0, 1])
def test_where_indivisible_issues_have_no_mean_a_toss_says_whose_offer_stands(toss: int) -> None:
    """Both want the one crown: each offer gives it to whoever makes it."""
    world = table([(3, 3), (1, 1)], indivisible=(0,))
    settle_between(world, (0.8, 0.8), toss)
    assert world.issues[0].settled[toss] == 1.0
    assert settled_value(world, toss) == pytest.approx(0.8)


@given(tables())
def test_ways_double_with_every_indivisible_issue(world: World) -> None:
    assert count_ways(world) == 2 ** sum(1 - issue.divisible for issue in world.issues)


def test_where_no_agreement_seems_possible_a_side_claims_its_own_floor() -> None:
    world = table([(1, 1)])
    assert nash_claim(world, 0, (0.7, 0.7), 0.5) == 0.7


def test_a_segment_goes_whole_to_the_only_side_that_cares() -> None:
    assert nash_on_segment(0.1, 0.9, 0.3, 0.0, 0.5) == 1.0
    assert nash_on_segment(0.1, 0.9, 0.0, 0.3, 0.5) == 0.0


@given(st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0.05, 0.95))
def test_one_divisible_issue_splits_the_gain_by_power(first: float, second: float, power: float) -> None:
    """Textbook: x = d1 + power * (1 - d1 - d2)."""
    world = table([(5, 2)])
    put(world, "issues.0.divisible", 1)
    assert nash_claim(world, 0, (first, second), power) == pytest.approx(first + power * (1 - first - second))
