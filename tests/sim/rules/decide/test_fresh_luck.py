"""Is everything that has not shown itself yet drawn anew, and nothing else?"""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from sim.luck import fresh_address, normal, uniform
from sim.rules.agenda import tick_of
from sim.rules.decide.fresh_luck import draw_afresh
from sim.rules.observe.news import news_of
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.purposes import MARKET_NOISE, OFFER, RING
from tests.sim.rules.worlds import put_all, world_of

NOW = 70.3


def left(which: int = 3, **changes: float) -> World:
    """A world that has just left its luck, in the middle of a block of market news."""
    values: dict[str, float] = {
        "dyad.0.now": NOW,
        "dyad.0.tick": tick_of(NOW),
        "dyad.0.step": 70,
        "setting.0.which": which,
    }
    values |= {"setting.0.seed": 5, "setting.0.run": 2, "agenda.0.since": 69.0, "agenda.1.since": 70.2}
    world = put_all(world_of(), values | changes)
    draw_afresh(world)
    return world


@given(st.integers(0, 2**32 - 1))
def test_the_address_is_that_of_the_moment_and_of_which(which: int) -> None:
    setting = left(which).setting[0]
    assert (setting.seed, setting.run) == fresh_address(5, 2, tick_of(NOW), which)


def test_each_leader_decides_when_the_rest_of_an_exponential_wait_is_over() -> None:
    world = left()
    setting = world.setting[0]
    spare = 7 / setting.rate_per_week - 0.25
    for side, begins in ((0, NOW), (1, 70.2 + 0.25)):
        leader = world.leaders[side]
        wait = -math.log(uniform(setting.seed, setting.run, leader.rings - 1, leader.key, RING)) * spare
        assert world.agenda[slots.RING + side].due == begins + wait


def test_the_fixed_clock_has_no_luck_to_draw() -> None:
    world = put_all(world_of({"clock": {"kind": "fixed", "every_days": 7}}), {"agenda.0.due": 77.0})
    assert world.setting[0].clock == words.FIXED
    draw_afresh(world)
    assert world.agenda[slots.RING].due == 77


def test_third_parties_wait_anew() -> None:
    world = left()
    setting = world.setting[0]
    for mediator in world.mediators:
        wait = -math.log(uniform(setting.seed, setting.run, mediator.waits - 1, mediator.key, OFFER))
        assert mediator.to_wait == wait


def test_market_news_is_of_the_fresh_luck_from_this_step_on() -> None:
    world = left()
    setting = world.setting[0]
    for step in (70, 100, 127):
        world.dyad[0].step = step
        for k, market in enumerate(world.markets):
            u = uniform(setting.seed, setting.run, tick_of(step * setting.step_days), market.key, MARKET_NOISE)
            assert news_of(world, k) == math.sqrt(setting.step_days) * normal(u)
