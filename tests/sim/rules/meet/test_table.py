"""Do the two claim, guess and settle at a table as the design says, and does what they agree pass at home?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import other_best
from sim.rules.meet.settlement import settle_at, settled_value
from sim.rules.meet.stakes import sort_issues, worth_of_share
from sim.rules.meet.table import (
    ALL,
    NOTHING,
    PARTLY,
    bargain,
    bargaining_power,
    close_deal,
    close_truce,
    deal_passes,
    estimated_floor,
    offer_of,
    reservation_value,
    truce_passes,
)
from sim.rules.record.ledger import set_context
from sim.state.world import World
from sim.vocabulary import levels
from sim.vocabulary.codes import BY_DUE, NONE
from tests.sim.rules.worlds import SLACK, ends, falls, few, kinds, put, put_all, rises, share, unlike, world_of, worlds

ANYTHING_PASSES = {"weights.0.ratification_base": 500.0}
NOTHING_PASSES = {"weights.0.ratification_base": -500.0}
NEAR = 0.08


def floors_of(world: World) -> list[float]:
    """Both reservation values as utilities."""
    return [worth_of_share(world, side, reservation_value(world, side)) for side in range(2)]


HARDER = ("leaders.0.sunk", "leaders.0.coercion_works", "publics.0.hostility", "dyad.0.tension")
"""What makes a leader hold out: entrenchment, belief in pressure, a hostile public."""


@few
@given(worlds(), ends())
def test_a_floor_rises_with_resolve_outside_option_and_win_set_and_falls_with_pain(
    world: World, two: tuple[float, float]
) -> None:
    def floor() -> float:
        return reservation_value(world, 0)

    for path in ("leaders.0.resolve", "leaders.0.outside_option", "publics.0.win_set", *HARDER):
        rises(world, path, two, floor)
    falls(world, "leaders.0.pain", (2 * two[0], 2 * two[1]), floor)
    rises(world, "leaders.0.stance", (2 * two[0] - 1, 2 * two[1] - 1), floor)
    assert min(world.publics[0].win_set, 0.95) <= floor() <= 0.95


@few
@given(worlds())
def test_what_hardens_a_floor_can_be_turned_off(world: World) -> None:
    put_all(world, {f"weights.0.floor_{name}": 0.0 for name in ("sunk", "coercion", "home", "tension")})
    before = reservation_value(world, 0)
    put_all(world, dict.fromkeys((*HARDER, "leaders.0.stance"), 1.0))
    assert reservation_value(world, 0) == before


@few
@given(worlds(), share)
def test_groundwork_shrinks_the_error_about_the_other_s_floor(world: World, truth: float) -> None:
    truth = truth * 0.95
    put(world, "dyad.0.groundwork", 1.0)
    assert estimated_floor(world, 0, truth) == pytest.approx(truth)
    errors = []
    for ground in (0.0, 0.5):
        put(world, "dyad.0.groundwork", ground)
        errors.append(estimated_floor(world, 0, truth) - truth)
    assert abs(errors[1]) <= abs(errors[0]) + SLACK


def test_the_error_has_the_size_that_the_weight_says() -> None:
    """2,000 estimates of a floor of 0.5 at error 0.05: mean and sd within 4 standard errors."""
    n, size = 2000, 0.05
    world = put_all(world_of(), {"weights.0.estimate_error": size, "dyad.0.groundwork": 0.0})
    found = []
    for tick in range(n):
        world.dyad[0].tick = tick
        found.append(estimated_floor(world, 0, 0.5) - 0.5)
    assert abs(sum(found) / n) < 4 * size / math.sqrt(n)
    assert math.sqrt(sum(e * e for e in found) / n) == pytest.approx(size, abs=4 * size / math.sqrt(2 * n))


@few
@given(worlds(), ends())
def test_power_is_shared_out_and_grows_with_patience(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.patience", two, lambda: bargaining_power(world, 0))
    assert bargaining_power(world, 0) + bargaining_power(world, 1) == pytest.approx(1)


@few
@given(worlds(), st.floats(0, 0.95), st.floats(0, 0.95))
def test_no_side_claims_less_than_its_own_floor(world: World, own: float, other: float) -> None:
    assert offer_of(world, 0, own, other).claim >= worth_of_share(world, 0, own) - 1e-9


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_a_deal_gives_each_side_its_floor_and_without_a_zone_there_is_none(world: World, seed: int) -> None:
    put(world, "setting.0.seed", seed)
    floors = floors_of(world)
    zone = other_best(world, 0, floors[0]) >= floors[1]
    set_context(world, BY_DUE, NONE, NONE)
    agreed = bargain(world, levels.SUMMIT)
    if "deal" in kinds(world):
        assert agreed == ALL
        assert zone
        assert all(settled_value(world, side) >= floors[side] - 1e-9 for side in range(2))
        assert world.dyad[0].over == 1
        assert [leader.points for leader in world.leaders] == [0, 0]
    if not zone:
        assert agreed in (PARTLY, NOTHING)
        assert kinds(world) == []


@few
@given(worlds())
def test_with_full_groundwork_every_zone_of_agreement_is_found(world: World) -> None:
    """No error about floors: bargaining fails only where nothing can be agreed (ratification apart)."""
    put(world, "dyad.0.groundwork", 1.0)
    floors = floors_of(world)
    zone = other_best(world, 0, floors[0]) - floors[1]
    set_context(world, BY_DUE, NONE, NONE)
    agreed = bargain(world, levels.TALKS)
    if zone > 1e-6:
        assert agreed == ALL
        assert {"deal", "ratification_failed"} & set(kinds(world))


def test_a_deal_that_fails_at_home_is_no_deal() -> None:
    world = put_all(world_of(), NOTHING_PASSES)
    settle_at(world, 0, 0.5)
    close_deal(world, levels.CALL)
    assert kinds(world) == ["ratification_failed"]
    assert world.events[0].level == levels.CALL
    assert world.dyad[0].ever_failed_at_home == 1
    assert world.dyad[0].over == 0


@pytest.mark.parametrize("side", range(2))
def test_one_public_that_does_not_pass_it_is_enough(side: int) -> None:
    changes = {"weights.0.ratification_base": 0.0, "weights.0.ratification_slope": 500.0}
    win_sets = {f"publics.{side}.win_set": 1.0, f"publics.{1 - side}.win_set": 0.0}
    world = put_all(world_of(), changes | win_sets)
    settle_at(world, 0, 0.5)
    close_deal(world, levels.SUMMIT)
    assert kinds(world) == ["ratification_failed"]


@few
@given(worlds(), ends())
def test_what_lies_further_inside_the_win_set_passes_more_often(world: World, two: tuple[float, float]) -> None:
    sort_issues(world)
    for issue in world.issues:
        issue.settled = [0.5, 0.5]

    def passes_of_forty() -> float:
        count = 0
        for tick in range(40):
            world.dyad[0].tick = tick
            count += deal_passes(world, 0)
        return count

    falls(world, "publics.0.win_set", two, passes_of_forty)


@few
@given(worlds(), st.integers(0, 4000))
def test_a_truce_passes_the_same_filter_in_proportion_to_what_it_suspends(world: World, tick: int) -> None:
    """Hawks and hostile publics say no to a truce no more than to a deal that gives up as much, and no less."""
    put_all(world, {"dyad.0.tick": tick, "leaders.0.stance": 1.0, "setting.0.exponent": 1.0})
    sort_issues(world)
    given_up = world.setting[0].cut * world.leaders[0].points / world.leaders[0].ceiling
    for issue in world.issues:
        issue.settled = [1 - given_up, given_up]
    assert truce_passes(world, 0) == deal_passes(world, 0)


@pytest.mark.parametrize(("truce", "kind"), [(0, "truce_agreed"), (1, "truce_renewed")])
def test_a_truce_that_passes_begins_or_goes_on_and_one_that_does_not_fails_at_home(truce: int, kind: str) -> None:
    for changes, wanted in ((ANYTHING_PASSES, kind), (NOTHING_PASSES, "ratification_failed")):
        world = put_all(world_of(), {**changes, "dyad.0.truce": truce})
        assert close_truce(world, levels.TALKS) == (wanted == kind)
        assert kinds(world) == [wanted]


@pytest.mark.parametrize("exponent", [1.0, 0.6])
def test_offers_are_taken_as_far_as_they_meet_the_other_s_floor(exponent: float) -> None:
    """Which of four ways the talks go, and who gets the claim where one offer alone is good enough, world by world."""
    ways = set()
    for seed in range(5):
        for tick in range(20):
            world = hard_bargain(exponent, seed, tick)
            own = [reservation_value(world, side) for side in range(2)]
            offers = [offer_of(world, side, own[side], own[1 - side]) for side in range(2)]
            floors = floors_of(world)
            spare = [offers[1 - side].left - floors[side] for side in range(2)]
            agreed = bargain(world, levels.SUMMIT)
            good = (spare[0] >= 0, spare[1] >= 0)
            got = [settled_value(world, side) for side in range(2)]
            if good == (True, True):
                assert all(value >= floor - 1e-9 for value, floor in zip(got, floors, strict=True))
            elif any(good):
                winner = 0 if good[1] else 1
                assert got[winner] == pytest.approx(offers[winner].claim)
            assert kinds(world) == (["deal"] if any(good) else [])
            assert agreed == (ALL if any(good) else PARTLY if max(spare) >= -NEAR else NOTHING)
            ways.add((good, agreed))
    assert {good for good, _ in ways} == {(True, True), (True, False), (False, True), (False, False)}
    assert {agreed for _, agreed in ways} == {ALL, PARTLY, NOTHING}


def hard_bargain(exponent: float, seed: int, tick: int) -> World:
    """A world in which floors lie close to the frontier and little is known of the other's; anything passes at home."""
    changes = {"weights.0.estimate_error": 0.4, "dyad.0.groundwork": 0.1, "dyad.0.tick": tick, "dyad.0.truce": 0}
    changes |= {f"publics.{side}.win_set": 0.62 + 0.02 * seed + 0.01 * side for side in range(2)}
    world = put_all(unlike(seed), changes | ANYTHING_PASSES | {"weights.0.near_miss": NEAR})
    put(world, "setting.0.exponent", exponent)
    for number, issue in enumerate(world.issues):
        issue.weight[:] = [3.0 - 2 * number, 1.0 + 2 * number]
    sort_issues(world)
    return world
