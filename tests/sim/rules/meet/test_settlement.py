"""Is what is written down what was claimed, within the red lines, and fair to both where both offers would do?"""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import NOTHING, make_offer, offer_at, other_best
from sim.rules.meet.settlement import blend, gives_up, settle_at, settle_between, settled_value
from sim.state.world import World
from tests.sim.rules.meet.pies import table, tables

SLACK = 1e-8


def _kept(world: World) -> bool:
    """Whether parts add up, red lines are kept and nothing that cannot be divided was."""
    return all(
        sum(issue.settled) == pytest.approx(1)
        and all(part >= line - 1e-9 for part, line in zip(issue.settled, issue.red_line, strict=True))
        and (issue.divisible or issue.settled[0] in (0.0, 1.0))
        for issue in world.issues
    )


@given(tables(), st.integers(0, 1), st.floats(0, 1))
def test_a_settlement_gives_what_was_claimed_and_leaves_the_most(world: World, side: int, claim: float) -> None:
    assume(other_best(world, side, claim) != NOTHING)
    settle_at(world, side, claim)
    assert _kept(world)
    assert settled_value(world, side) >= claim - SLACK
    assert settled_value(world, 1 - side) == pytest.approx(other_best(world, side, claim), abs=1e-6)


def test_a_settlement_of_everything_gives_away_what_is_worth_nothing() -> None:
    """Side 0 cares for the first issue alone: having all of it, it leaves the second to the other."""
    for exponent in (1.0, 0.6):
        world = table([(1, 1), (0, 1)], exponent=exponent)
        settle_at(world, 0, 1.0)
        assert [part for issue in world.issues for part in issue.settled] == pytest.approx([1, 0, 0, 1], abs=1e-9)


@given(tables(), st.floats(0, 0.5), st.floats(0, 0.5), st.integers(0, 1))
def test_two_good_offers_meet_in_the_middle_and_both_have_what_they_need(
    world: World, first: float, second: float, toss: int
) -> None:
    """The mean of two offers, each of which leaves the other its floor, leaves both their floors."""
    offers = (make_offer(world, 0, (first, second), 0.6), make_offer(world, 1, (second, first), 0.6))
    assume(offers[1].left >= first and offers[0].left >= second)
    settle_between(world, offers, toss)
    assert _kept(world)
    assert settled_value(world, 0) >= first - SLACK
    assert settled_value(world, 1) >= second - SLACK


def test_of_one_pie_each_gives_up_half_of_what_lies_between_the_offers() -> None:
    world = table([(1, 1)])
    settle_between(world, (offer_at(world, 0, 0.7, 0.0), offer_at(world, 1, 0.6, 0.0)), 0)
    assert world.issues[0].settled == pytest.approx([0.55, 0.45])
    assert gives_up(world, 0) == pytest.approx(0.45)


@pytest.mark.parametrize("toss", [0, 1])
def test_where_indivisible_issues_have_no_mean_a_toss_says_whose_offer_stands(toss: int) -> None:
    """Both want the one crown: each offer gives it to whoever makes it."""
    world = table([(3, 3), (1, 1)], indivisible=(0,))
    settle_between(world, (offer_at(world, 0, 0.8, 0.0), offer_at(world, 1, 0.8, 0.0)), toss)
    assert world.issues[0].settled[toss] == 1.0
    assert settled_value(world, toss) == pytest.approx(0.8)


@given(tables(), st.integers(0, 1), st.floats(0, 1))
def test_what_is_given_up_is_what_is_not_got(world: World, side: int, claim: float) -> None:
    assume(other_best(world, side, claim) != NOTHING)
    settle_at(world, side, claim)
    assert 0 - 1e-9 <= gives_up(world, side) <= 1 - claim + SLACK
    assert gives_up(world, side) + settled_value(world, side) == pytest.approx(1)


def test_half_of_everything_gives_up_less_than_half_where_value_diminishes() -> None:
    world = table([(1, 1)], exponent=0.5)
    blend(world.issues[0], 0, 0.25, 1.0)
    assert (gives_up(world, 0), gives_up(world, 1)) == pytest.approx((0.5, 1 - 0.75**0.5))
