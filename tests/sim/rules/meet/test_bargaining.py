"""Is the frontier the frontier, is the claim Nash's, and does fairness pull without pushing anybody under a floor?"""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.meet import bargaining
from sim.rules.meet.bargaining import NOTHING, even_claim, fair_claim, make_offer, nash_claim, offer_at, other_best
from sim.rules.meet.settlement import settle_at
from sim.rules.meet.stakes import sort_issues, worth_of_part
from sim.state.world import World
from tests.sim.rules.meet.pies import CURVED, curved, floor, power, table, tables
from tests.sim.rules.worlds import put

SLACK = 1e-8
"""What the search for a point of a curved frontier may miss it by."""


@given(tables(), st.floats(0, 1), st.integers(0, 1))
def test_the_frontier_falls_and_nobody_gets_more_than_everything(world: World, claim: float, side: int) -> None:
    assert other_best(world, side, 0.0) >= other_best(world, side, claim) - SLACK >= NOTHING - SLACK
    assert other_best(world, side, claim) <= 1 + 1e-9


@given(tables(most=4), st.data())
def test_no_division_beats_the_frontier(world: World, data: st.DataObject) -> None:
    parts = []
    for issue in world.issues:
        low, high = issue.red_line[0], 1 - issue.red_line[1]
        ends = [float(part) for part in (0, 1) if low <= part <= high]
        parts.append(data.draw(st.floats(low, max(low, high)) if issue.divisible else st.sampled_from(ends)))
    own, other = (
        math.fsum(
            worth_of_part(world, issue, part if side == 0 else 1 - part) * issue.share[side]
            for part, issue in zip(parts, world.issues, strict=True)
        )
        for side in range(2)
    )
    assert other <= other_best(world, 0, own - 1e-7) + 1e-6


@given(tables(), floor, floor, power, st.integers(0, 1))
def test_a_claim_is_nash_s_best_on_the_frontier(
    world: World, own: float, other: float, strength: float, side: int
) -> None:
    """No claim on a fine grid has a larger product of gains."""
    claim = nash_claim(world, side, (own, other), strength)
    assert claim >= own
    score = _product(world, side, claim, (own, other), strength)
    for k in range(51):
        assert _product(world, side, k / 50, (own, other), strength) <= score + 1e-7


def _product(world: World, side: int, claim: float, floors: tuple[float, float], strength: float) -> float:
    gains = (claim - floors[0], other_best(world, side, claim - 1e-12) - floors[1])
    return gains[0] ** strength * gains[1] ** (1 - strength) if min(gains) > 0 else 0.0


@given(tables(divisible=True), power, st.floats(0, 0.4), st.floats(0, 0.4), st.floats(0, 1))
def test_both_sides_see_one_solution_when_they_see_the_same_floors(
    world: World, strength: float, first: float, second: float, pull: float
) -> None:
    """Side 1's claim is what side 0's claim leaves, with and without fairness at the even point or Nash's."""
    assume(other_best(world, 0, first) > second + 1e-3)
    put(world, "weights.0.fairness", 1.0 if pull > 0.5 else 0.0)
    mine = fair_claim(world, 0, (first, second), strength)
    theirs = fair_claim(world, 1, (second, first), 1 - strength)
    assert theirs == pytest.approx(other_best(world, 0, mine), abs=1e-5)


@given(tables(), floor, floor, floor, power, st.floats(0, 1))
def test_a_better_outside_option_never_lowers_the_claim(
    world: World, first: float, second: float, other: float, strength: float, pull: float
) -> None:
    put(world, "weights.0.fairness", pull)
    low, high = sorted((first, second))
    assume(other_best(world, 0, high) > other + 1e-6)
    claims = [fair_claim(world, 0, (own, other), strength) for own in (low, high)]
    assert claims[1] >= claims[0] - SLACK


@given(tables(), floor, floor, floor, power, st.floats(0, 1))
def test_a_better_outside_option_of_the_other_never_raises_the_claim(
    world: World, own: float, first: float, second: float, strength: float, pull: float
) -> None:
    put(world, "weights.0.fairness", pull)
    low, high = sorted((first, second))
    assume(other_best(world, 0, own) > high + 1e-6)
    claims = [fair_claim(world, 0, (own, other), strength) for other in (low, high)]
    assert claims[1] <= claims[0] + SLACK


@given(tables(), floor, floor, power, power, st.floats(0, 1))
def test_more_power_never_lowers_the_claim(
    world: World, own: float, other: float, first: float, second: float, pull: float
) -> None:
    put(world, "weights.0.fairness", pull)
    weak, strong = sorted((first, second))
    claims = [fair_claim(world, 0, (own, other), strength) for strength in (weak, strong)]
    assert claims[1] >= claims[0] - SLACK


def test_what_never_lowers_a_claim_does_raise_it() -> None:
    world = table([(3, 1), (1, 3)], exponent=0.6)
    options = [fair_claim(world, 0, (own, 0.2), 0.5) for own in (0.0, 0.2, 0.4)]
    powers = [fair_claim(world, 0, (0.2, 0.2), strength) for strength in (0.3, 0.5, 0.7)]
    for claims in (options, powers):
        assert claims[0] + 0.01 < claims[1] < claims[2] - 0.01


@given(tables(), floor, floor, power, st.floats(0, 1))
def test_fairness_stays_between_nash_and_the_even_point_and_above_both_floors(
    world: World, own: float, other: float, strength: float, pull: float
) -> None:
    assume(other_best(world, 0, own) > other + 1e-6)
    nash, even = nash_claim(world, 0, (own, other), strength), even_claim(world, 0)
    put(world, "weights.0.fairness", pull)
    claim = fair_claim(world, 0, (own, other), strength)
    assert min(nash, max(even, own)) - SLACK <= claim <= max(nash, even) + SLACK
    assert claim >= own - 1e-12
    assert other_best(world, 0, claim - 1e-9) >= other - SLACK


@given(tables(), floor, floor, power)
def test_no_pull_no_change(world: World, own: float, other: float, strength: float) -> None:
    put(world, "weights.0.fairness", 0.0)
    assert fair_claim(world, 0, (own, other), strength) == nash_claim(world, 0, (own, other), strength)


@given(tables(), floor, floor, power, st.floats(0, 1), st.integers(0, 1))
def test_an_offer_leaves_what_its_claim_leaves_from_wherever_it_is_looked_for(
    world: World, own: float, other: float, strength: float, pull: float, side: int
) -> None:
    put(world, "weights.0.fairness", pull)
    offer = make_offer(world, side, (own, other), strength)
    assert offer.left == pytest.approx(other_best(world, side, offer.claim), abs=1e-7)
    assert offer.left == pytest.approx(offer_at(world, side, offer.claim, 20.0).left, abs=1e-7)


@given(tables(), floor, floor, power, st.integers(0, 1))
def test_ways_that_are_passed_over_hold_nothing_better(
    world: World, own: float, other: float, strength: float, side: int
) -> None:
    """With no way passed over, the same is found."""
    claims = [nash_claim(world, side, (own, other), strength), even_claim(world, side), other_best(world, side, own)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bargaining, "ceiling", lambda *_: 1e9)
        looked_at = [nash_claim(world, side, (own, other), strength), even_claim(world, side)]
        assert [*looked_at, other_best(world, side, own)] == pytest.approx(claims, abs=1e-6)


@given(tables(), st.integers(0, 1))
def test_nobody_who_has_less_could_have_more_than_at_the_even_point(world: World, side: int) -> None:
    claim = even_claim(world, side)
    least = min(claim, other_best(world, side, claim - 1e-9))
    for k in range(51):
        assert min(k / 50, other_best(world, side, k / 50)) <= least + 1e-6


def test_fairness_shares_a_pie_between_power_and_the_half() -> None:
    """Power 0.9 alone takes 90%; full fairness halves it; an outside option moves the half only where it binds."""
    world = table([(1, 1)])
    found = {}
    for pull, floors in (
        (0.0, (0, 0)),
        (0.5, (0, 0)),
        (1.0, (0, 0)),
        (1.0, (0.4, 0)),
        (1.0, (0.7, 0)),
        (1.0, (0, 0.7)),
    ):
        put(world, "weights.0.fairness", pull)
        found[pull, floors] = fair_claim(world, 0, (float(floors[0]), float(floors[1])), 0.9)
    assert list(found.values()) == pytest.approx([0.9, 0.7, 0.5, 0.5, 0.7, 0.3])


@pytest.mark.parametrize("exponent", [1.0, 0.6])
def test_of_ways_that_are_equally_good_each_side_thinks_of_its_own(exponent: float) -> None:
    """Twins and one crown: whoever comes first must not get it for that."""
    world = table([(3, 3), (1, 1)], indivisible=(0,), exponent=exponent)
    claims = [nash_claim(world, side, (0.1, 0.1), 0.5) for side in range(2)]
    assert claims[0] == pytest.approx(claims[1])
    assert claims[0] >= 0.75
    evens = [even_claim(world, side) for side in range(2)]
    assert evens[0] == pytest.approx(evens[1])


def test_where_no_agreement_seems_possible_a_side_claims_its_own_floor() -> None:
    for exponent in (1.0, 0.6):
        world = table([(1, 1)], exponent=exponent)
        assert nash_claim(world, 0, (0.9, 0.9), 0.5) == 0.9
        assert fair_claim(world, 0, (0.9, 0.9), 0.5) == 0.9


@pytest.mark.parametrize("exponent", [1.0, 0.6])
def test_red_lines_that_exclude_one_another_leave_nothing_to_agree_on(exponent: float) -> None:
    for indivisible, lines in (((), (0.6, 0.5)), ((1,), (0.1, 0.1))):
        world = table([(1, 1), (1, 1)], indivisible, exponent, {1: lines})
        assert other_best(world, 0, 0.0) == NOTHING
        assert fair_claim(world, 0, (0.2, 0.1), 0.5) == 0.2


@pytest.mark.parametrize("exponent", [1.0, 0.6])
def test_a_red_line_forbids_the_ways_that_cross_it(exponent: float) -> None:
    """West must have the crown, though east is who wants it."""
    world = table([(3, 1), (1, 3)], (0,), exponent, {0: (0.0, 0.3)})
    settle_at(world, 0, nash_claim(world, 0, (0.0, 0.0), 0.5))
    assert world.issues[0].settled == [0.0, 1.0]


@given(tables(exponents=curved, divisible=True, lined=False), floor, floor, power)
def test_a_nearly_linear_frontier_is_nearly_the_linear_one(
    world: World, own: float, other: float, strength: float
) -> None:
    near = nash_claim(_bent(world, 0.9699), 0, (own, other), strength)
    assert near == pytest.approx(nash_claim(_bent(world, 1.0), 0, (own, other), strength), abs=0.06)


def _bent(world: World, exponent: float) -> World:
    world.setting[0].exponent = exponent
    sort_issues(world)
    return world


@pytest.mark.parametrize("exponent", CURVED[:4])
def test_settlements_are_interior_where_value_diminishes(exponent: float) -> None:
    """Issues of which one side wants twice as much as the other are shared; in the linear world they go whole."""
    weights = [(2, 1), (1, 2), (1, 1)]
    for bend, interior in ((exponent, True), (1.0, False)):
        world = table(weights, exponent=bend)
        settle_at(world, 0, nash_claim(world, 0, (0.2, 0.2), 0.5))
        assert all(0.05 < issue.settled[0] < 0.95 for issue in world.issues[:2]) == interior
