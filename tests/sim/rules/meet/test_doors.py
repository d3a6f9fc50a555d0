"""Do doors below the summit open as far as the ground is laid and they are authorised, and never without?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.luck import uniform
from sim.rules.meet.doors import both_accept, may_agree_truce, may_meet, opens, try_deal, try_truce
from sim.rules.record.ledger import set_context
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers as replies
from sim.vocabulary import levels
from sim.vocabulary.codes import BY_DUE, NONE
from sim.vocabulary.purposes import DOOR, TRUCE_DOOR
from tests.sim.rules.meet.test_meetings import both
from tests.sim.rules.worlds import ends, few, kinds, put_all, share, unlike, world_of, worlds

AGREEABLE = {f"publics.{side}.win_set": 0.0 for side in range(2)} | {
    "weights.0.floor_base": 0.0,
    "weights.0.floor_resolve": 0.0,
    "weights.0.floor_outside": 0.0,
    "weights.0.ratification_base": 500.0,
}
"""Floors near nothing, and nobody at home who objects: whatever is on the table is signed."""


@pytest.mark.parametrize("purpose", [DOOR, TRUCE_DOOR])
def test_a_door_opens_at_the_dyad_s_own_address(purpose: int) -> None:
    seen = set()
    for tick in range(40, 60):
        world = put_all(unlike(0), {"dyad.0.tick": tick})
        setting = world.setting[0]
        below = uniform(setting.seed, setting.run, tick, setting.dyad_key, purpose) < 0.5
        assert opens(world, 0.5, purpose) == below
        seen.add(below)
    assert seen == {True, False}


@given(st.integers(0, 400), ends(), share)
def test_more_ground_or_authority_never_closes_a_door_with_the_same_luck(
    tick: int, grounds: tuple[float, float], authority: float
) -> None:
    def settled(ground: float, part: float) -> bool:
        world = put_all(world_of(), {**AGREEABLE, "dyad.0.tick": tick, "dyad.0.groundwork": ground})
        return try_deal(world, levels.TALKS, part)

    assert settled(grounds[1], authority) >= settled(grounds[0], authority)
    assert settled(grounds[0], 1.0) >= settled(grounds[0], authority)


@pytest.mark.parametrize(("ground", "authority"), [(0.0, 1.0), (1.0, 0.0)])
def test_without_ground_or_authority_nothing_is_settled(ground: float, authority: float) -> None:
    for tick in range(50):
        world = put_all(both("accept"), {**AGREEABLE, "dyad.0.tick": tick, "dyad.0.groundwork": ground})
        assert not try_deal(world, levels.CALL, authority)
        may_agree_truce(world, levels.ENVOY, authority)
        assert kinds(world) == []


@pytest.mark.parametrize("ground", [0.5, 0.9])
def test_the_chance_to_settle_is_authority_times_the_square_of_the_ground(ground: float) -> None:
    seen = set()
    for tick in range(40, 60):
        world = put_all(world_of(), {**AGREEABLE, "dyad.0.tick": tick, "dyad.0.groundwork": ground})
        setting = world.setting[0]
        below = uniform(setting.seed, setting.run, tick, setting.dyad_key, DOOR) < 0.8 * ground**2
        assert try_deal(world, levels.TALKS, 0.8) == below
        seen.add(below)
    assert seen == {True, False}


@pytest.mark.parametrize("ground", [0.3, 0.6])
def test_the_chance_of_a_truce_by_envoys_is_authority_times_the_ground(ground: float) -> None:
    seen = set()
    for tick in range(40, 60):
        changes = {"dyad.0.tick": tick, "dyad.0.groundwork": ground, "weights.0.ratification_base": 500.0}
        world = put_all(both("accept"), changes)
        setting = world.setting[0]
        below = uniform(setting.seed, setting.run, tick, setting.dyad_key, TRUCE_DOOR) < 0.8 * ground
        may_agree_truce(world, levels.ENVOY, 0.8)
        assert kinds(world) == ["truce_agreed"] * below
        seen.add(below)
    assert seen == {True, False}


@pytest.mark.parametrize("level", [levels.ENVOY, levels.TALKS, levels.CALL])
def test_what_is_settled_below_the_summit_is_a_deal_of_that_door(level: int) -> None:
    world = put_all(world_of(), {**AGREEABLE, "dyad.0.groundwork": 1.0})
    set_context(world, BY_DUE, NONE, NONE)
    assert try_deal(world, level, 1.0)
    assert kinds(world) == ["deal"]
    assert (world.events[0].level, world.dyad[0].over, world.dyad[0].met) == (level, 1, 0)


def test_a_deal_by_any_door_must_pass_at_home() -> None:
    world = put_all(world_of(), {**AGREEABLE, "dyad.0.groundwork": 1.0, "weights.0.ratification_base": -500.0})
    assert try_deal(world, levels.TALKS, 1.0)
    assert kinds(world) == ["ratification_failed"]


@pytest.mark.parametrize(("answer", "home", "kind"), [("accept", 500.0, ["truce_agreed"]), ("decline", 500.0, []),
                                                      ("accept", -500.0, ["ratification_failed"])])  # fmt: skip
def test_a_truce_needs_both_leaders_and_both_homes(answer: str, home: float, kind: list[str]) -> None:
    world = put_all(both("accept", answer), {"weights.0.ratification_base": home})
    assert try_truce(world, levels.CALL) == (kind == ["truce_agreed"])
    assert kinds(world) == kind


def test_one_no_is_enough() -> None:
    for given_answers in (("accept", "decline"), ("lapse", "accept")):
        world = both(*given_answers)
        assert not both_accept(world, replies.TRUCE, NONE)
        assert not try_truce(world, levels.CALL)
        assert not may_meet(world)
        assert kinds(world) == []


def test_a_truce_is_not_asked_for_twice_nor_when_there_is_nothing_to_cut() -> None:
    world = both("accept")
    world.dyad[0].truce = 1
    assert not try_truce(world, levels.TALKS)
    world.dyad[0].truce = 0
    for leader in world.leaders:
        leader.points = 0.0
    assert not try_truce(world, levels.TALKS)
    assert world.dyad[0].decision_count == 0


def test_a_date_is_asked_for_where_there_is_none() -> None:
    world = both("accept")
    assert may_meet(world)
    world.agenda[slots.SUMMIT].due = 30.0
    assert not may_meet(world)


@few
@given(worlds(), st.integers(0, 400))
def test_a_door_that_stays_shut_changes_nothing(world: World, tick: int) -> None:
    put_all(world, {"dyad.0.tick": tick, "dyad.0.groundwork": 0.0})
    before = [dict(vars(leader)) for leader in world.leaders], dict(vars(world.dyad[0]))
    assert not try_deal(world, levels.CALL, 1.0)
    assert ([dict(vars(leader)) for leader in world.leaders], dict(vars(world.dyad[0]))) == before
