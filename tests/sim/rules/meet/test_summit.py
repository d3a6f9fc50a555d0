"""Does a summit break down, settle or fail for the reasons the design names?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.meet.bargaining import other_best
from sim.rules.meet.settlement import settle_at, settled_value
from sim.rules.meet.stakes import sort_issues, worth_of_share
from sim.rules.meet.summit import (
    bargain,
    bargaining_power,
    blow_up_chance,
    breaks_down,
    claim_of,
    close_deal,
    estimated_floor,
    hold_summit,
    leave_empty_handed,
    ratified,
    reservation_value,
)
from sim.rules.record.decisive import where_it_stands
from sim.rules.record.ledger import set_context
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as event_words
from sim.vocabulary import outcomes
from sim.vocabulary.codes import BOTH, BY_DUE, NONE
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, share, unlike, world_of, worlds

SETTLED = {
    event_words.DEAL: outcomes.DEAL,
    event_words.TRUCE_AGREED: outcomes.TRUCE,
    event_words.NO_DEAL: outcomes.NO_DEAL,
    event_words.BLOW_UP: outcomes.BLOW_UP,
}


def kinds(world: World) -> list[str]:
    return [event_words.WORDS[world.events[k].kind] for k in range(world.dyad[0].event_count)]


@few
@given(worlds(), ends())
def test_a_blow_up_is_less_likely_after_groundwork_and_likelier_between_egos(
    world: World, two: tuple[float, float]
) -> None:
    def chance() -> float:
        return blow_up_chance(world)

    for path in ("dyad.0.groundwork", "dyad.0.rapport"):
        falls(world, path, two, chance)
    for path in ("leaders.0.ego", "leaders.1.ego", "dyad.0.tension", "setting.0.open_press"):
        rises(world, path, two, chance)
    assert 0 < chance() < 1


@few
@given(worlds(), ends(), share)
def test_a_floor_rises_with_resolve_outside_option_and_win_set_and_falls_with_pain(
    world: World, two: tuple[float, float], pain: float
) -> None:
    def floor() -> float:
        return reservation_value(world, 0)

    for path in ("leaders.0.resolve", "leaders.0.outside_option", "publics.0.win_set"):
        rises(world, path, two, floor)
    falls(world, "leaders.0.pain", (2 * two[0], 2 * two[1]), floor)
    assert floor() >= worth_of_share(world, 0, min(world.publics[0].win_set, 0.95))
    assert 0 <= floor() <= worth_of_share(world, 0, 0.95)


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
    assert claim_of(world, 0, own, other) >= own


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_a_deal_gives_each_side_its_floor_and_without_a_zone_there_is_none(world: World, seed: int) -> None:
    put(world, "setting.0.seed", seed)
    floors = [reservation_value(world, side) for side in range(2)]
    zone = other_best(world, 0, floors[0]) >= floors[1]
    set_context(world, BY_DUE, NONE, NONE)
    bargain(world)
    outcome = where_it_stands(world)
    if outcome == outcomes.DEAL:
        assert zone
        assert all(settled_value(world, side) >= floors[side] - 1e-9 for side in range(2))
        assert world.dyad[0].over == 1
        assert [leader.points for leader in world.leaders] == [0, 0]
    if not zone:
        assert "deal" not in kinds(world)


@few
@given(worlds())
def test_with_full_groundwork_every_zone_of_agreement_is_found(world: World) -> None:
    """No error about floors: bargaining fails only where nothing can be agreed (ratification apart)."""
    put_all(
        world, {"dyad.0.groundwork": 1.0, "weights.0.ratification_base": 10.0, "weights.0.ratification_slope": 50.0}
    )
    floors = [reservation_value(world, side) for side in range(2)]
    zone = other_best(world, 0, floors[0]) - floors[1]
    set_context(world, BY_DUE, NONE, NONE)
    bargain(world)
    if zone > 1e-6:
        assert {"deal", "ratification_failed"} & set(kinds(world))


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
            count += ratified(world, 0)
        return count

    falls(world, "publics.0.win_set", two, passes_of_forty)


def test_a_deal_that_fails_at_home_is_no_deal() -> None:
    world = put_all(
        world_of(), {"weights.0.ratification_base": -5.0, "publics.0.win_set": 1.0, "publics.1.win_set": 1.0}
    )
    put(world, "weights.0.ratification_slope", 50.0)
    settle_at(world, 0, 0.5)
    close_deal(world)
    assert kinds(world) == [event_words.WORDS[event_words.RATIFICATION_FAILED]]
    assert world.dyad[0].ever_failed_at_home == 1
    assert world.dyad[0].over == 0


@few
@given(worlds(), st.integers(0, 2**32 - 1))
def test_a_summit_ends_in_exactly_one_way_and_is_contact_in_person(world: World, seed: int) -> None:
    put_all(world, {"setting.0.seed": seed, "dyad.0.truce": 0})
    world.agenda[slots.SUMMIT].due, world.agenda[slots.SUMMIT].event, world.agenda[slots.SUMMIT].asker = 3.0, NONE, 1
    hold_summit(world)
    found = kinds(world)
    assert found[0] == event_words.WORDS[event_words.SUMMIT_HELD]
    endings = {event_words.WORDS[kind] for kind in (*SETTLED, event_words.RATIFICATION_FAILED)}
    assert len(endings & set(found)) == 1
    dyad = world.dyad[0]
    assert (dyad.ever_summit, dyad.met, dyad.spoken, dyad.first_asked[2]) == (1, 1, 1, 1)
    assert dyad.host == NONE


def test_the_frequency_of_ruptures_is_their_chance() -> None:
    n = 4000
    world = put_all(world_of(), {"leaders.0.ego": 1.0, "leaders.1.ego": 1.0, "dyad.0.groundwork": 0.0})
    chance = blow_up_chance(world)
    seen = 0
    for tick in range(n):
        world.dyad[0].tick = tick
        seen += breaks_down(world)
    assert abs(seen / n - chance) <= 4 * math.sqrt(chance * (1 - chance) / n)


def test_an_announced_signing_makes_no_agreement_dearer() -> None:
    left = []
    for signing in (0, 1):
        world = put_all(world_of(), {"setting.0.signing": signing})
        leave_empty_handed(world)
        left.append((world.publics[0].approval, world.leaders[0].face, world.dyad[0].rapport, -world.leaders[0].burned))
    assert all(after < before for before, after in zip(left[0], left[1], strict=True))


def test_a_summit_without_a_single_asker_was_both_s() -> None:
    world = world_of()
    world.agenda[slots.SUMMIT].due, world.agenda[slots.SUMMIT].event, world.agenda[slots.SUMMIT].asker = 3.0, NONE, BOTH
    hold_summit(world)
    assert world.dyad[0].first_asked[2] == BOTH


def test_offers_are_taken_as_far_as_they_meet_the_other_s_floor() -> None:
    """Which of four ways the talks go, and who gets the claim where one offer alone is good enough, world by world."""
    ways = set()
    for seed in range(5):
        for tick in range(20):
            changes = {"weights.0.estimate_error": 0.4, "dyad.0.groundwork": 0.1, "weights.0.ratification_base": 60.0}
            changes |= {f"publics.{side}.win_set": 0.62 + 0.02 * seed + 0.01 * side for side in range(2)}
            world = put_all(
                unlike(seed), changes | {"dyad.0.tick": tick, "dyad.0.truce": 0, "weights.0.near_miss": 0.15}
            )
            for number, issue in enumerate(world.issues):
                issue.weight[:] = [3.0 - 2 * number, 1.0 + 2 * number]
            sort_issues(world)
            floors = [reservation_value(world, side) for side in range(2)]
            claims = [claim_of(world, side, floors[side], floors[1 - side]) for side in range(2)]
            spare = [other_best(world, 1 - side, claims[1 - side]) - floors[side] for side in range(2)]
            bargain(world)
            good = (spare[0] >= 0, spare[1] >= 0)
            if any(good):
                assert kinds(world) == ["deal"]
                got = [settled_value(world, side) for side in range(2)]
                if good != (True, True):
                    winner = 0 if good[1] else 1
                    assert got[winner] == pytest.approx(claims[winner])
                else:
                    assert all(value >= floor - 1e-9 for value, floor in zip(got, floors, strict=True))
            else:
                assert kinds(world) == ["truce_agreed" if max(spare) >= -0.15 else "no_deal"]
            ways.add((good, kinds(world)[0]))
    assert {good for good, _ in ways} == {(True, True), (True, False), (False, True), (False, False)}
    assert {kind for _, kind in ways} == {"deal", "truce_agreed", "no_deal"}


@pytest.mark.parametrize("side", range(2))
def test_one_public_that_does_not_pass_it_is_enough(side: int) -> None:
    changes = {"weights.0.ratification_base": 0.0, "weights.0.ratification_slope": 500.0}
    win_sets = {f"publics.{side}.win_set": 1.0, f"publics.{1 - side}.win_set": 0.0}
    world = put_all(world_of(), changes | win_sets)
    settle_at(world, 0, 0.5)
    close_deal(world)
    assert kinds(world) == ["ratification_failed"]
