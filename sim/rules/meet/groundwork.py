"""How ground is laid between the teams, and how it erodes.

Pre-negotiation (Zartman 1989; Saunders 1985) and sherpas (Putnam & Bayne 1987): each visit closes part of the gap. No
published estimate was found for its size; it is a prior with a range.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown, share
from sim.state.world import World


@rule
def lay_ground(world: World, part: float) -> None:
    """Close ``part`` (0..1) of the distance to full groundwork."""
    dyad = world.dyad[0]
    dyad.groundwork = grown(dyad.groundwork, share(part))


@rule
def tear_ground(world: World, part: float) -> None:
    """Lose ``part`` (0..1) of the groundwork."""
    dyad = world.dyad[0]
    dyad.groundwork = dyad.groundwork * (1 - part)


@rule
def visit_gain(world: World, skill: float, standing: float) -> float:
    """The part of the gap that one received envoy closes: skill, and standing as far as it matters."""
    weights = world.weights[0]
    return share(weights.visit * skill * (1 - weights.visit_standing * (1 - standing)))


@rule
def warm_rapport(world: World, part: float) -> None:
    """Move rapport ``part`` of the way to a full bond."""
    dyad = world.dyad[0]
    dyad.rapport = grown(dyad.rapport, share(part))


@rule
def cool_rapport(world: World, part: float) -> None:
    """Lose ``part`` of the rapport."""
    dyad = world.dyad[0]
    dyad.rapport = dyad.rapport * (1 - share(part))
