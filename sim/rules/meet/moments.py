"""A meeting uses up what made it worth while: the agenda, the news, the moment; it takes months to grow again.

No caps on meetings, but scarcity: after a call, talks or a summit the next one of its kind (and what a summit has
settled or failed to settle, a call can't add to) brings less relief, less ripeness and less glory.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown
from sim.rules.meet.groundwork import tear_ground
from sim.state.world import World
from sim.vocabulary import levels


@rule
def spend(world: World, level: int, part: float) -> None:
    """Use up ``part`` (0..1) of the moment that is left for meetings of a level."""
    dyad = world.dyad[0]
    dyad.spent[level] = grown(dyad.spent[level], part)


@rule
def spend_call(world: World) -> None:
    """A call has been held; what has been said by telephone need not be said face to face."""
    weights = world.weights[0]
    spend(world, levels.CALL, weights.spend_call)
    spend(world, levels.SUMMIT, weights.spend_over * weights.spend_call)


@rule
def spend_visit(world: World) -> None:
    """An envoy has been received: what there was to bring has been brought."""
    spend(world, levels.ENVOY, world.weights[0].spend_envoy)


@rule
def spend_talks(world: World) -> None:
    """A round of mediated talks has been held; the leaders need to meet the less for it."""
    weights = world.weights[0]
    spend(world, levels.TALKS, weights.spend_talks)
    spend(world, levels.SUMMIT, weights.spend_over * weights.spend_talks)


@rule
def spend_summit(world: World) -> None:
    """A summit has been held: there is little left to telephone about, and its groundwork is used up in part."""
    weights = world.weights[0]
    spend(world, levels.CALL, weights.spend_summit)
    spend(world, levels.SUMMIT, weights.spend_summit)
    tear_ground(world, weights.spend_ground)
