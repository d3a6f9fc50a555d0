"""Does a leader see the other through a bias, and learn from answers?"""

from __future__ import annotations

import pytest
from hypothesis import given
from scipy.stats import beta

from sim.rules.observe.beliefs import (
    answer_belief,
    expect_other_to_ask,
    form_image,
    remember_answer,
    remember_asking,
    remember_silence,
    spread_of,
)
from sim.state.layout import TRAITS
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, balance, count, ends, falls, few, put, rises, share, worlds


@few
@given(worlds(), balance)
def test_an_image_is_the_truth_plus_a_bias_kept_in_range(world: World, bias: float) -> None:
    for trait in TRAITS:
        put(world, f"leaders.0.bias_{trait}", bias)
    form_image(world, 0)
    for trait in TRAITS:
        truth = getattr(world.leaders[1], trait)
        assert getattr(world.images[0], trait) == min(max(truth + bias, 0.0), 1.0)


@few
@given(worlds())
def test_private_memories_of_the_other_do_not_show_in_the_image(world: World) -> None:
    form_image(world, 0)
    before = dict(vars(world.images[0]))
    for field in ("fear", "hope", "accepted", "refused", "coercion_works", "burned"):
        put(world, f"leaders.1.{field}", 0.77)
    form_image(world, 0)
    assert vars(world.images[0]) == before


@given(count, count)
def test_the_spread_is_the_standard_deviation_of_the_beta_distribution(a: float, b: float) -> None:
    assert spread_of(a, b) == pytest.approx(beta(a, b).std())


@few
@given(worlds(), share, ends(0.5, 50))
def test_the_expected_yes_rises_with_yeses_and_with_the_image_and_falls_with_noes(
    world: World, modelled: float, two: tuple[float, float]
) -> None:
    def expected() -> float:
        return answer_belief(world, 0, modelled)

    rises(world, "leaders.0.accepted", two, expected)
    falls(world, "leaders.0.refused", two, expected)
    assert 0 <= expected() <= 1
    assert answer_belief(world, 0, 0.0) <= expected() + SLACK <= answer_belief(world, 0, 1.0) + 2 * SLACK


@few
@given(worlds(), count, count)
def test_counts_stay_within_their_bounds_and_only_grow(world: World, yes: float, no: float) -> None:
    leader = world.leaders[0]
    before = (leader.accepted, leader.refused)
    remember_answer(world, 0, yes, no)
    assert before[0] <= leader.accepted <= 50
    assert before[1] <= leader.refused <= 50


@few
@given(worlds())
def test_being_asked_raises_and_silence_lowers_the_belief_that_the_other_asks(world: World) -> None:
    believed = expect_other_to_ask(world, 0)
    remember_asking(world, 0, 1.0)
    after_asking = expect_other_to_ask(world, 0)
    remember_silence(world, 0)
    assert after_asking >= believed - SLACK
    assert expect_other_to_ask(world, 0) <= after_asking + SLACK


@few
@given(worlds(), ends(0, 2))
def test_the_other_is_expected_to_ask_the_sooner_the_more_it_hurts_unless_that_is_turned_off(
    world: World, pains: tuple[float, float]
) -> None:
    """Waiting has a hope: that the other, who hurts, asks first."""
    rises(world, "images.0.pain", pains, lambda: expect_other_to_ask(world, 0))
    assert 0 <= expect_other_to_ask(world, 0) <= 1
    put(world, "weights.0.hope_pain", 0.0)
    leader = world.leaders[0]
    assert expect_other_to_ask(world, 0) == pytest.approx(leader.asked / (leader.asked + leader.silent))
