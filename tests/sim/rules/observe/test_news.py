"""Is the news of a block what each of its steps would draw alone, whenever it is drawn and however long a step?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.luck import normal, uniform
from sim.rules.agenda import tick_of
from sim.rules.observe.news import draw_news, news_of
from sim.rules.step import react
from sim.state.world import NEWS_STEPS, World
from sim.vocabulary.purposes import MARKET_NOISE
from tests.sim.rules.worlds import few, put_all, world_of

addresses = st.integers(0, 2**32 - 1)
lengths = st.sampled_from([1.0, 0.5, 0.25])


def drawn(seed: int, run: int, days: float, first: int) -> World:
    """A world that has drawn the block of news in which step ``first`` lies."""
    world = put_all(world_of(), {"setting.0.seed": seed, "setting.0.run": run, "setting.0.step_days": days})
    world.dyad[0].step = first
    draw_news(world)
    return world


def alone(world: World, k: int, step: int) -> float:
    """The news of one market and step, drawn by itself."""
    setting = world.setting[0]
    tick = tick_of(step * setting.step_days)
    u = uniform(setting.seed, setting.run, tick, world.markets[k].key, MARKET_NOISE)
    return math.sqrt(setting.step_days) * normal(u)


@few
@given(addresses, addresses, lengths, st.integers(0, 3650))
def test_a_block_is_what_its_steps_draw_alone(seed: int, run: int, days: float, first: int) -> None:
    world = drawn(seed, run, days, first)
    begins = first // NEWS_STEPS * NEWS_STEPS
    for k in range(2):
        assert world.news[k] == [alone(world, k, begins + n) for n in range(NEWS_STEPS)]
        assert news_of(world, k) == alone(world, k, first)


@few
@given(addresses, addresses, lengths, st.integers(0, 300), st.integers(1, NEWS_STEPS - 1))
def test_when_a_block_is_drawn_does_not_matter(seed: int, run: int, days: float, first: int, later: int) -> None:
    early, late = drawn(seed, run, days, first), drawn(seed, run, days, first + later)
    same = first // NEWS_STEPS == (first + later) // NEWS_STEPS
    for k in range(2):
        assert (early.news[k] == late.news[k]) == same


@few
@given(addresses, addresses, st.sampled_from([0.5, 0.25]))
def test_shorter_steps_share_the_luck_of_the_hours_they_share(seed: int, run: int, days: float) -> None:
    whole, part = drawn(seed, run, 1.0, 0), drawn(seed, run, days, 0)
    apart = round(1 / days)
    for k in range(2):
        shared = [number / math.sqrt(days) for number in part.news[k][::apart]]
        assert shared == pytest.approx(whole.news[k][: len(shared)])


@few
@given(addresses, addresses)
def test_the_two_markets_have_addresses_of_their_own(seed: int, run: int) -> None:
    world = drawn(seed, run, 1.0, 0)
    assert not set(world.news[0]) & set(world.news[1])
    there = list(world.news[1])
    world.markets[0].key += 1
    draw_news(world)
    assert world.news[1] == there
    assert all(here != other for here, other in zip(world.news[0], there, strict=True))


@pytest.mark.parametrize("days", [1.0, 0.5, 0.25])
def test_a_run_trades_on_the_news_of_each_step_beyond_every_block(days: float) -> None:
    world = put_all(world_of(), {"setting.0.seed": 5, "setting.0.step_days": days, "weights.0.flow_damage": 0.0})
    moved = [0.0, 0.0]
    for step in range(2 * NEWS_STEPS + 3):
        news = [alone(world, k, step) for k in range(2)]
        react(world)
        world.dyad[0].step = step
        assert [news_of(world, k) for k in range(2)] == news
        world.dyad[0].step = step + 1
        moved = [moved[k] + world.markets[k].volatility * news[k] for k in range(2)]
    assert [market.index for market in world.markets] == pytest.approx(moved)
