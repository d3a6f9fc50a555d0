"""Whose voice counts today, and whether the other side's envoys get through.

The leader hears a weighted mean of stances (DeGroot 1974; advisers move decisions beyond the leader's own bent: Jost,
Kertzer, Min & Schub 2024). Voices shift with events: a falling market lifts those who watch it, provocation lifts
hawks. A gatekeeper (agenda control: Romer & Rosenthal 1978) keeps envoys out and passes contacts to the leader alone.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import larger, share
from sim.rules.observe.markets import drawdown_units
from sim.state.sides import Adviser, Leader
from sim.state.world import World


@rule
def loudness(adviser: Adviser, alarm: float, anger: float) -> float:
    """An adviser's influence now, before it is shared out.

    Raised by ``alarm`` (own market's fall) for those who watch it and by ``anger`` (provocation) for hawks, each the
    gain of the most susceptible.
    """
    return adviser.influence * (1 + alarm * adviser.market_sensitivity + anger * larger(adviser.stance, 0.0))


@rule
def raise_voices(world: World, side: int) -> float:
    """Let every adviser of a side speak as loud as the moment makes it; returns all voices together."""
    alarm = world.weights[0].market_voice * drawdown_units(world, side)
    anger = world.weights[0].hawk_voice * world.leaders[side].provocation
    total = 0.0
    for k in range(len(world.advisers)):
        if world.advisers[k].side == side:
            world.advisers[k].voice = loudness(world.advisers[k], alarm, anger)
            total = total + world.advisers[k].voice
    return total


@rule
def hear_advisers(world: World, side: int) -> None:
    """Share the voices out (they sum to 1) and take from them the side's stance, openness, gatekeeping and alarm."""
    leader = world.leaders[side]
    leader.stance = 0.0
    leader.gate = 0.0
    leader.exposed = 0.0
    leader.openness = world.weights[0].open_door
    total = raise_voices(world, side)
    if total > 0:
        leader.openness = 0.0
        for k in range(len(world.advisers)):
            if world.advisers[k].side == side:
                hear(world.advisers[k], leader, world.advisers[k].voice / total)


@rule
def hear(adviser: Adviser, leader: Leader, voice: float) -> None:
    """Add one voice to what the leader hears."""
    adviser.voice = voice
    leader.stance = leader.stance + voice * adviser.stance
    leader.openness = leader.openness + voice * adviser.openness
    leader.gate = leader.gate + voice * adviser.leader_only
    leader.exposed = leader.exposed + voice * adviser.market_sensitivity


@rule
def access_chance(world: World, host: int, standing: float) -> float:
    """The chance (0..1) that an envoy of a given standing is received by the advisers of side ``host``."""
    weights = world.weights[0]
    leader = world.leaders[host]
    door = leader.openness * (1 - weights.gatekeeping * leader.gate)
    return share(door * (1 - weights.access_standing * (1 - standing)))
