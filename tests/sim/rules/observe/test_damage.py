"""Does waiting hurt and harden while pressure stands, and does what it cost fade once it is gone?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.derived import work_out
from sim.rules.observe.damage import adapt, stands, wear_down
from sim.rules.observe.markets import market_pain
from sim.rules.step import react
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, world_of, worlds

QUIET = {f"markets.{side}.volatility": 0.0 for side in range(2)}


@few
@given(worlds(), ends(), st.floats(0.01, 1))
def test_pressure_stands_wholly_from_its_threshold_on(world: World, two: tuple[float, float], threshold: float) -> None:
    put(world, "weights.0.standing", threshold)
    assert stands(world, two[0]) <= stands(world, two[1])
    assert stands(world, 0.0) == 0
    assert stands(world, threshold) == 1
    falls(world, "weights.0.standing", (threshold, 1.0), lambda: stands(world, two[0]))


@few
@given(worlds(), ends(0, 100), ends())
def test_a_day_s_damage_grows_with_pressure_and_exposure(
    world: World, points: tuple[float, float], exposures: tuple[float, float]
) -> None:
    def damage() -> float:
        before, index = world.markets[0].burden, world.markets[0].index
        wear_down(world, 0)
        done = world.markets[0].burden - before
        assert index - world.markets[0].index == pytest.approx(done, abs=1e-12)
        world.markets[0].burden = before
        return done

    rises(world, "leaders.1.points", points, damage)
    rises(world, "markets.0.exposure", exposures, damage)
    assert damage() >= 0
    put(world, "weights.0.flow_damage", 0.0)
    assert damage() == 0


@few
@given(worlds(), st.floats(0.25, 1), st.floats(0.25, 1), st.integers(1, 40))
def test_burden_pain_and_tension_never_fall_while_pressure_stands(
    world: World, first: float, second: float, days: int
) -> None:
    """D6: noise off, both hold at a quarter of their ceilings or more. Pain beyond two units of a fall is full."""
    put_all(world, QUIET | {"weights.0.standing": 0.25, "dyad.0.over": 0, "setting.0.step_days": 1.0})
    for side, part in ((0, first), (1, second)):
        world.leaders[side].points = part * world.leaders[side].ceiling
        world.markets[side].ordinary = world.markets[side].peak = 0.0
    work_out(world)
    react(world)
    before = still(world)
    for _ in range(days):
        react(world)
        after = still(world)
        assert all(b <= a + SLACK for b, a in zip(before, after, strict=True))
        before = after


def still(world: World) -> list[float]:
    """What must not fall: tension, and each side's burden and pain."""
    pains = [market_pain(world, world.leaders[side], side) for side in range(2)]
    return [world.dyad[0].tension, *(market.burden for market in world.markets), *pains]


@few
@given(worlds())
def test_what_pressure_cost_becomes_the_new_normal_once_it_is_gone(world: World) -> None:
    put_all(world, {"leaders.1.points": 0.0, "setting.0.peak_kept": 0.5, "markets.0.burden": 0.4})
    for left in (0.2, 0.1):
        adapt(world, 0)
        assert world.markets[0].burden == pytest.approx(left)


@few
@given(worlds(), ends(0, 100))
def test_the_more_pressure_stands_the_less_is_forgotten(world: World, points: tuple[float, float]) -> None:
    def left() -> float:
        world.markets[0].burden = 0.4
        adapt(world, 0)
        return world.markets[0].burden

    rises(world, "leaders.1.points", points, left)
    assert 0 <= left() <= 0.4


@pytest.mark.parametrize("step_days", [1.0, 0.5, 0.25])
def test_a_day_costs_the_same_whatever_the_step(step_days: float) -> None:
    world = put_all(
        world_of({"clock.step_days": step_days}), QUIET | {"leaders.1.points": 60.0, "markets.0.burden": 0.1}
    )
    for _ in range(round(10 / step_days)):
        react(world)
    suffered = 60.0 / world.leaders[1].ceiling
    cost = 10 * world.weights[0].flow_damage * world.markets[0].exposure * suffered
    assert world.markets[0].burden == pytest.approx(0.1 + cost)


@pytest.mark.parametrize("start", [0.2, 0.55])
def test_a_year_at_the_ceiling_makes_tension_high_and_half_the_pressure_less_so(start: float) -> None:
    """D6: between 0.7 and 0.9 after a year with both at their ceilings, from where shipped cases start; less below."""
    found = []
    for part in (1.0, 0.5):
        world = put_all(world_of(), QUIET | {f"leaders.{side}.points": part * 100.0 for side in range(2)})
        put_all(world, {"leaders.0.ceiling": 100.0, "leaders.1.ceiling": 100.0, "dyad.0.tension": start})
        for _ in range(365):
            react(world)
        found.append(world.dyad[0].tension)
    assert 0.7 <= found[0] <= 0.9
    assert found[1] < found[0]
