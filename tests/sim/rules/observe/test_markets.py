"""Does news move markets, and does a fall hurt the more the deeper it is and the more the leader cares?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.observe.markets import (
    close_of_day,
    drawdown_units,
    market_pain,
    move_markets,
    shift_index,
    shift_ordinary,
    trade_on,
)
from sim.rules.observe.news import draw_news
from sim.state.world import NEWS_STEPS, World
from tests.sim.rules.worlds import SLACK, ends, few, put, put_all, rises, world_of, worlds


@few
@given(worlds(), ends())
def test_pain_rises_with_drawdown_sensitivity_lobby_and_watchful_advisers(
    world: World, two: tuple[float, float]
) -> None:
    def pain() -> float:
        return market_pain(world, world.leaders[0], 0)

    for path in ("markets.0.drawdown", "leaders.0.market_sensitivity", "markets.0.lobby", "leaders.0.exposed"):
        rises(world, path, two, pain)
    assert 0 <= pain() <= 2


@few
@given(worlds())
def test_no_fall_no_pain(world: World) -> None:
    put(world, "markets.0.drawdown", 0.0)
    assert market_pain(world, world.leaders[0], 0) == 0


@given(st.floats(0.01, 0.19))
def test_pain_grows_faster_than_the_fall(fall: float) -> None:
    world = put_all(
        world_of(), {"leaders.0.market_sensitivity": 0.3, "markets.0.lobby": 0.0, "weights.0.drawdown_unit": 0.1}
    )
    put(world, "markets.0.drawdown", fall / 2)
    half = market_pain(world, world.leaders[0], 0)
    put(world, "markets.0.drawdown", fall)
    assert market_pain(world, world.leaders[0], 0) == pytest.approx(half * 2**1.5)


@few
@given(worlds(), st.floats(0.001, 1))
def test_pressure_lowers_markets_and_matching_relief_wins_back_a_share(world: World, change: float) -> None:
    before = [market.index for market in world.markets]
    move_markets(world, change)
    down = [market.index for market in world.markets]
    move_markets(world, -change)
    for market, start, low in zip(world.markets, before, down, strict=True):
        assert low <= start
        assert low - SLACK <= market.index <= start + SLACK
        assert market.index - low == pytest.approx(market.rebound * (start - low), abs=1e-12)


@few
@given(worlds(), st.lists(st.floats(-3, 3), min_size=1, max_size=12))
def test_the_close_keeps_the_worst_drawdown_and_a_peak_never_below_ordinary_trading(
    world: World, moves: list[float]
) -> None:
    market = world.markets[0]
    trough = market.trough
    for move in moves:
        shift_ordinary(market, move)
        close_of_day(world, market)
        assert market.peak >= market.ordinary
        assert 0 <= market.drawdown <= 1
        assert market.trough >= max(trough, market.drawdown)
        trough = market.trough


@few
@given(worlds(), ends(0, 3))
def test_what_pressure_cost_comes_on_top_of_the_fall_of_ordinary_trading(
    world: World, burdens: tuple[float, float]
) -> None:
    def drawdown() -> float:
        close_of_day(world, world.markets[0])
        return world.markets[0].drawdown

    rises(world, "markets.0.burden", burdens, drawdown)
    put(world, "markets.0.burden", 0.0)
    market = world.markets[0]
    fall = (market.peak - market.ordinary) * world.setting[0].peak_kept
    assert drawdown() == pytest.approx(1 - math.exp(-max(fall, 0.0)))


@few
@given(worlds(), st.floats(0.001, 1))
def test_relief_takes_from_the_burden_what_it_wins_back_and_never_more_than_there_is(
    world: World, change: float
) -> None:
    before = [market.burden for market in world.markets]
    move_markets(world, change)
    up = [market.burden for market in world.markets]
    move_markets(world, -change)
    for market, start, high in zip(world.markets, before, up, strict=True):
        assert high >= start
        assert market.burden == pytest.approx(max(high - market.rebound * (high - start), 0.0), abs=1e-12)


def test_a_reference_point_adapts_by_half_in_its_half_life() -> None:
    world = put_all(world_of(), {"setting.0.peak_kept": 0.5**0.1, "markets.0.peak": 0.4, "markets.0.ordinary": 0.0})
    for _ in range(10):
        close_of_day(world, world.markets[0])
    assert world.markets[0].peak == pytest.approx(0.2)


def test_noise_has_the_size_that_the_scenario_says() -> None:
    """4,000 daily moves of volatility 0.02: mean 0 and sd 0.02 within 4 standard errors."""
    n, size = 4000, 0.02
    world = put_all(world_of(), {"markets.0.volatility": size})
    moves = []
    for day in range(n):
        world.dyad[0].step = day
        if day % NEWS_STEPS == 0:
            draw_news(world)
        before = world.markets[0].index
        trade_on(world, 0)
        moves.append(world.markets[0].index - before)
    assert abs(sum(moves) / n) < 4 * size / math.sqrt(n)
    assert math.sqrt(sum(m * m for m in moves) / n) == pytest.approx(size, abs=4 * size / math.sqrt(2 * n))


def test_noise_grows_with_the_root_of_the_step() -> None:
    moves = []
    for step in (1.0, 0.25):
        world = put_all(world_of(), {"markets.0.volatility": 0.02, "setting.0.step_days": step})
        draw_news(world)
        trade_on(world, 0)
        moves.append(world.markets[0].index)
    assert moves[0] == pytest.approx(2 * moves[1])


def test_no_volatility_no_noise() -> None:
    world = put_all(world_of(), {"markets.0.volatility": 0.0})
    draw_news(world)
    trade_on(world, 0)
    assert world.markets[0].index == 0


@given(st.floats(-100, 100))
def test_an_index_stays_within_reach_of_the_exponential(move: float) -> None:
    world = world_of()
    shift_index(world.markets[0], move)
    assert abs(world.markets[0].index) <= 20


@few
@given(worlds())
def test_drawdown_counts_up_to_two_units(world: World) -> None:
    assert 0 <= drawdown_units(world, 0) <= 2
