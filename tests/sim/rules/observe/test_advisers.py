"""Do voices share out the leader's ear, and does a gatekeeper keep envoys out?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.observe.advisers import access_chance, hear_advisers, loudness, raise_voices
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, ends, falls, few, put_all, rises, share, world_of, worlds


@few
@given(worlds())
def test_voices_sum_to_one_and_the_leader_hears_their_mean(world: World) -> None:
    total = raise_voices(world, 0)
    own = [adviser for adviser in world.advisers if adviser.side == 0]
    assert total == pytest.approx(sum(adviser.voice for adviser in own))
    hear_advisers(world, 0)
    leader = world.leaders[0]
    if total == 0:
        assert (leader.stance, leader.gate, leader.exposed) == (0, 0, 0)
        return
    assert sum(adviser.voice for adviser in own) == pytest.approx(1)
    stances = [adviser.stance for adviser in own]
    assert min(stances) - SLACK <= leader.stance <= max(stances) + SLACK
    assert leader.stance == pytest.approx(sum(a.voice * a.stance for a in own))
    assert all(0 <= value <= 1 + SLACK for value in (leader.gate, leader.openness, leader.exposed))


@few
@given(worlds(), ends())
def test_a_falling_market_lifts_those_who_watch_it_and_provocation_lifts_hawks(
    world: World, two: tuple[float, float]
) -> None:
    adviser = world.advisers[0]

    def loud() -> float:
        raise_voices(world, 0)
        return adviser.voice

    rises(world, "markets.0.drawdown", two, loud)
    rises(world, "leaders.0.provocation", two, loud)
    rises(world, "advisers.0.influence", two, loud)


@few
@given(worlds(), share, share, share)
def test_a_voice_is_influence_raised_by_alarm_and_anger(world: World, alarm: float, anger: float, hawk: float) -> None:
    """By hand: alarm counts by the eye on markets, anger by how much of a hawk; a dove is not angered."""
    adviser = world.advisers[0]
    adviser.influence, adviser.market_sensitivity, adviser.stance = 0.5, 0.25, hawk
    assert loudness(adviser, alarm, anger) == pytest.approx(0.5 * (1 + 0.25 * alarm + hawk * anger))
    adviser.stance = -hawk
    assert loudness(adviser, alarm, anger) == pytest.approx(0.5 * (1 + 0.25 * alarm))


@few
@given(worlds(), share, ends())
def test_access_falls_with_gatekeeping_and_rises_with_openness_and_standing(
    world: World, standing: float, two: tuple[float, float]
) -> None:
    def access() -> float:
        return access_chance(world, 0, standing)

    falls(world, "leaders.0.gate", two, access)
    rises(world, "leaders.0.openness", two, access)
    assert access_chance(world, 0, two[0]) <= access_chance(world, 0, two[1]) + SLACK
    assert 0 <= access() <= 1


@few
@given(worlds(), ends())
def test_a_louder_gatekeeper_keeps_more_envoys_out(world: World, two: tuple[float, float]) -> None:
    """Everybody equally open, one of them a gatekeeper: the louder this one, the smaller the chance of access."""
    for adviser in world.advisers:
        adviser.openness = 0.7
        adviser.leader_only = 0
    world.advisers[0].leader_only = 1

    def access() -> float:
        hear_advisers(world, 0)
        return access_chance(world, 0, 0.5)

    put_all(world, {"advisers.1.influence": 0.5})
    falls(world, "advisers.0.influence", (two[0] / 2 + 0.1, two[1] / 2 + 0.1), access)


@few
@given(worlds())
def test_a_voice_without_influence_is_not_heard(world: World) -> None:
    put_all(world, {"advisers.0.influence": 0.0, "advisers.1.influence": 0.5, "advisers.1.stance": -0.25})
    hear_advisers(world, 0)
    assert world.advisers[0].voice == 0
    assert world.leaders[0].stance == pytest.approx(-0.25)


def test_a_side_without_advisers_has_a_door_of_its_own() -> None:
    world = world_of({"leaders.east.advisers": {}})
    hear_advisers(world, 0)
    assert world.leaders[0].openness == world.weights[0].open_door
    assert world.leaders[0].stance == 0
