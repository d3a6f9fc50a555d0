"""Do publics heat up, cool down, and judge as they should?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.react.audience import (
    applaud,
    applaud_defiance,
    calm,
    hostility_felt,
    inflame,
    judge_markets,
    punish_backing_down,
)
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, balance, ends, falls, few, put_all, rises, share, world_of, worlds


@few
@given(worlds(), ends())
def test_hostility_felt_rises_with_hostility_and_with_unpopularity(world: World, two: tuple[float, float]) -> None:
    def felt() -> float:
        return hostility_felt(world, 0)

    rises(world, "publics.0.hostility", two, felt)
    falls(world, "publics.0.approval", two, felt)
    rises(world, "setting.0.audience_scale", two, felt)
    assert 0 <= felt() <= 1


def test_audience_costs_in_trade_are_at_most_half_of_a_security_crisis() -> None:
    """Chaudoin 2014 (theory A5)."""
    trade, security = (world_of({"domain": domain}) for domain in ("trade", "security"))
    assert hostility_felt(trade, 0) <= 0.5 * hostility_felt(security, 0)


@few
@given(worlds(), share)
def test_inflaming_raises_and_calming_moves_towards_rest(world: World, part: float) -> None:
    public = world.publics[0]
    before = public.hostility
    inflame(world, 0, part)
    assert before - SLACK <= public.hostility <= 1
    rest = public.baseline + (1 - public.baseline) * world.weights[0].tension_hostility * world.dyad[0].tension
    distance = abs(public.hostility - rest)
    calm(world, 0)
    assert abs(public.hostility - rest) <= distance + SLACK
    assert 0 <= public.hostility <= 1


@few
@given(worlds(), ends())
def test_rest_lies_higher_while_tension_is_high(world: World, two: tuple[float, float]) -> None:
    start = world.publics[0].hostility

    def hostility_tomorrow() -> float:
        world.publics[0].hostility = start
        calm(world, 0)
        return float(world.publics[0].hostility)

    rises(world, "dyad.0.tension", two, hostility_tomorrow)


@few
@given(worlds(), balance)
def test_approval_stays_a_share_and_follows_the_sign(world: World, part: float) -> None:
    before = world.publics[0].approval
    applaud(world, 0, part)
    after = world.publics[0].approval
    assert 0 <= after <= 1
    assert (after - before) * part >= -SLACK


@few
@given(worlds())
def test_defiance_wins_backing_down_costs_and_markets_cost(world: World) -> None:
    public = world.publics[0]
    for change, sign in ((applaud_defiance, 1), (punish_backing_down, -1), (judge_markets, -1)):
        before = public.approval
        change(world, 0)
        assert (public.approval - before) * sign >= -SLACK
        assert 0 <= public.approval <= 1


def test_a_friendly_public_neither_rewards_defiance_nor_punishes_concessions() -> None:
    world = put_all(world_of(), {"publics.0.hostility": 0.0, "publics.0.approval": 0.4})
    applaud_defiance(world, 0)
    punish_backing_down(world, 0)
    assert world.publics[0].approval == pytest.approx(0.4)
