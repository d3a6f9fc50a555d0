"""Is there one filter at home for truce and deal, in proportion to what is given up, and can it be turned off?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.luck import uniform
from sim.rules.meet.home import objection, passes_at_home
from sim.state.world import World
from sim.vocabulary.purposes import RATIFICATION
from tests.sim.rules.worlds import SLACK, ends, few, put, put_all, rises, share, unlike, world_of, worlds


@few
@given(worlds(), ends(), ends(-1, 1), share)
def test_hawks_and_a_hostile_public_object_to_what_is_given_up(
    world: World, two: tuple[float, float], stances: tuple[float, float], given_up: float
) -> None:
    def objected() -> float:
        return objection(world, 0, given_up)

    rises(world, "leaders.0.stance", stances, objected)
    rises(world, "publics.0.hostility", two, objected)
    assert objected() >= 0


@few
@given(worlds(), share)
def test_the_objection_is_in_proportion_to_what_is_given_up(world: World, given_up: float) -> None:
    assert objection(world, 0, given_up) == pytest.approx(given_up * objection(world, 0, 1.0))
    assert objection(world, 0, 0.0) == 0


@few
@given(worlds(), share, share, ends(), st.integers(0, 4000))
def test_giving_up_more_or_listening_to_more_hawks_never_helps_with_the_same_luck(
    world: World, got: float, needed: float, two: tuple[float, float], tick: int
) -> None:
    """D10: what speaks against an agreement can't be what carries it."""
    put(world, "dyad.0.tick", tick)
    assert passes_at_home(world, 0, got, needed, two[0]) >= passes_at_home(world, 0, got, needed, two[1])
    for path in ("leaders.0.stance", "publics.0.hostility"):
        rises(world, path, two, lambda: -float(passes_at_home(world, 0, got, needed, 0.5)))


@few
@given(worlds(), ends(), share, share, st.integers(0, 4000))
def test_getting_more_never_hurts_with_the_same_luck(
    world: World, two: tuple[float, float], needed: float, given_up: float, tick: int
) -> None:
    put(world, "dyad.0.tick", tick)
    assert passes_at_home(world, 0, two[1], needed, given_up) >= passes_at_home(world, 0, two[0], needed, given_up)


@few
@given(worlds(), share, share, st.integers(0, 4000))
def test_without_its_weight_nobody_s_objection_counts(world: World, got: float, given_up: float, tick: int) -> None:
    put_all(world, {"weights.0.ratification_objection": 0.0, "dyad.0.tick": tick})
    found = set()
    for stance, hostility in ((-1.0, 0.0), (1.0, 1.0)):
        put_all(world, {"leaders.0.stance": stance, "publics.0.hostility": hostility})
        found.add(passes_at_home(world, 0, got, 0.5, given_up))
    assert len(found) == 1


@few
@given(worlds())
def test_each_voice_at_home_has_a_switch(world: World) -> None:
    put(world, "leaders.0.stance", 0.7)
    both = objection(world, 0, 1.0)
    put(world, "weights.0.home_audience", 0.0)
    assert objection(world, 0, 1.0) == pytest.approx(world.weights[0].home_advisers * 0.7)
    assert objection(world, 0, 1.0) <= both + SLACK
    put(world, "weights.0.home_advisers", 0.0)
    assert objection(world, 0, 1.0) == 0


@pytest.mark.parametrize("side", range(2))
def test_it_passes_by_the_side_s_own_luck_and_the_stated_chance(side: int) -> None:
    seen = set()
    for tick in range(40, 60):
        world = put_all(unlike(0), {"dyad.0.tick": tick, "leaders.0.stance": 0.4, "leaders.1.stance": 0.3})
        put_all(world, {"weights.0.ratification_base": 0.4, "weights.0.ratification_slope": 3.0})
        weights, setting = world.weights[0], world.setting[0]
        odds = 0.4 + 3.0 * (0.5 - 0.6) - weights.ratification_objection * objection(world, side, 0.3)
        below = uniform(setting.seed, setting.run, tick, world.leaders[side].key, RATIFICATION) < 1 / (
            1 + math.exp(-odds)
        )
        assert passes_at_home(world, side, 0.5, 0.6, 0.3) == below
        seen.add(below)
    assert seen == {True, False}


def test_what_is_asked_at_home_is_the_same_question_for_both_sides() -> None:
    world = world_of()
    assert objection(world, 0, 0.5) == objection(world, 1, 0.5)
