"""What moves markets between one step and the next, drawn for a block of steps at once.

Each market and step has an address of its own, as if it were drawn alone when the step comes: how many steps make a
block is a matter of speed only. Most numbers need no more than a ratio of polynomials, so that the compiled engine
goes through them several at a time; the tails, three in twenty, are mended afterwards.
"""

from __future__ import annotations

import math

from sim.luck import is_central, normal, normal_centre, uniform
from sim.rule import rule
from sim.rules.agenda import tick_of
from sim.state.world import NEWS_STEPS, World
from sim.vocabulary.purposes import MARKET_NOISE


@rule
def draw_news(world: World) -> None:
    """Draw the news of both markets for the block of steps that this one lies in."""
    for k in range(len(world.markets)):
        draw_luck(world, k)
        spread_news(world, k)


@rule
def draw_luck(world: World, k: int) -> None:
    """Draw a market's uniform numbers for the block, each at the address of the market and the start of its step.

    Whenever it is drawn, the block is the one that the present step lies in.
    """
    seed = world.setting[0].seed
    run = world.setting[0].run
    days = world.setting[0].step_days
    key = world.markets[k].key
    first = world.dyad[0].step - world.dyad[0].step % NEWS_STEPS
    luck = world.news_luck
    for n in range(NEWS_STEPS):
        luck[n] = uniform(seed, run, tick_of((first + n) * days), key, MARKET_NOISE)


@rule
def spread_news(world: World, k: int) -> None:
    """Turn a market's uniform numbers into normal ones times the root of the step's days."""
    root = math.sqrt(world.setting[0].step_days)
    luck = world.news_luck
    news = world.news[k]
    for n in range(NEWS_STEPS):
        news[n] = root * normal_centre(luck[n])
    for n in range(NEWS_STEPS):
        if not is_central(luck[n]):
            news[n] = root * normal(luck[n])


@rule
def news_of(world: World, k: int) -> float:
    """What moves market ``k`` in this step: a normal number with the step's days as its variance."""
    return world.news[k][world.dyad[0].step % NEWS_STEPS]
