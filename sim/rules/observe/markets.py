"""What markets do and how much it hurts: news, noise, drawdown, pain, and the voices that carry it.

Announcements of tariffs move indices at once and relief wins part of it back (Amiti, Gomez, Kong & Weinstein 2021); the
slope per point of tariff is in the calibration table. Pain grows faster than the fall (losses loom larger: Tversky &
Kahneman 1992).
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.limits import grown, larger, share, smaller
from sim.rules.observe.news import news_of
from sim.state.sides import Leader, Market
from sim.state.world import World

DEEPEST_FALL = -20.0
HIGHEST_RISE = 20.0


@rule
def move_markets(world: World, change: float) -> None:
    """News of a change in pressure (share of a ceiling, signed) reaches both markets: a fall, or relief."""
    impact = world.weights[0].market_impact
    for k in range(len(world.markets)):
        market = world.markets[k]
        jump = impact * market.exposure * change
        if change < 0:
            jump = jump * market.rebound
        shift_index(market, -jump)
        market.burden = larger(market.burden + jump, 0.0)


@rule
def shift_index(market: Market, log_points: float) -> None:
    """Move an index by log points."""
    market.index = smaller(larger(market.index + log_points, DEEPEST_FALL), HIGHEST_RISE)


@rule
def shift_ordinary(market: Market, log_points: float) -> None:
    """Move an index by log points that have nothing to do with pressure: trading, shocks."""
    shift_index(market, log_points)
    market.ordinary = smaller(larger(market.ordinary + log_points, DEEPEST_FALL), HIGHEST_RISE)


@rule
def trade_on(world: World, k: int) -> None:
    """A step of ordinary trading: the step's news (:mod:`sim.rules.observe.news`) times the market's volatility."""
    market = world.markets[k]
    if market.volatility > 0:
        shift_ordinary(market, market.volatility * news_of(world, k))


@rule
def close_of_day(world: World, market: Market) -> None:
    """Take the day's close: the peak, the drawdown from it, and the worst drawdown yet.

    The peak of ordinary trading is a reference point, and reference points adapt (Tversky & Kahneman 1992): what is
    lost for long hurts less. What pressure has cost is added to it (:mod:`sim.rules.observe.damage`).
    """
    adapted = market.ordinary + (market.peak - market.ordinary) * world.setting[0].peak_kept
    market.peak = larger(adapted, market.ordinary)
    market.drawdown = share(1 - math.exp(market.ordinary - market.peak - market.burden))
    market.trough = larger(market.trough, market.drawdown)


@rule
def drawdown_units(world: World, side: int) -> float:
    """Drawdown in units of 10% (``weights.drawdown_unit``), at most 2."""
    return smaller(world.markets[side].drawdown / world.weights[0].drawdown_unit, 2.0)


@rule
def market_pain(world: World, mind: Leader, side: int) -> float:
    """How much the fall hurts, 0..2.

    Own sensitivity, raised by the business lobby and by advisers who watch markets.
    """
    weights = world.weights[0]
    fall = drawdown_units(world, side)
    sensitivity = grown(mind.market_sensitivity, weights.lobby * world.markets[side].lobby)
    sensitivity = grown(sensitivity, weights.exposed_advisers * mind.exposed)
    return smaller(sensitivity * fall * math.sqrt(fall), 2.0)
