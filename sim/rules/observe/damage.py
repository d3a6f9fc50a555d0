"""What pressure that stands does: a burden that grows by the day and does not become the new normal.

A hurting stalemate must hurt (Zartman 2000). The fall that pressure explains is a stock of its own, the ``burden`` of a
market (log points): announcements add to it, relief takes from it, and every day of pressure adds ``flow_damage`` times
exposure times pressure. Reference points adapt to what is past (Tversky & Kahneman 1992), not to what goes on: while a
share ``standing`` of the ceiling or more is suffered, the burden does not fade at all.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import share
from sim.rules.observe.face import pressure_share
from sim.rules.observe.markets import shift_index
from sim.state.world import World


@rule
def stands(world: World, suffered: float) -> float:
    """How far pressure counts as standing (0..1): wholly from a share ``weights.standing`` of the ceiling on."""
    return share(suffered / world.weights[0].standing)


@rule
def left_under(world: World, kept: float, suffered: float) -> float:
    """What is left (0..1) of what would fade to ``kept``, were there no pressure: all of it while pressure stands."""
    return 1 - (1 - kept) * (1 - stands(world, suffered))


@rule
def wear_down(world: World, side: int) -> None:
    """Charge a step of the pressure that ``side`` suffers to its market."""
    market = world.markets[side]
    suffered = pressure_share(world, 1 - side)
    loss = world.weights[0].flow_damage * market.exposure * suffered * world.setting[0].step_days
    shift_index(market, -loss)
    market.burden = market.burden + loss


@rule
def adapt(world: World, side: int) -> None:
    """Let a day's part of the burden become the new normal, as far as no pressure stands."""
    market = world.markets[side]
    suffered = pressure_share(world, 1 - side)
    market.burden = market.burden * left_under(world, world.setting[0].peak_kept, suffered)
