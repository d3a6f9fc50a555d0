"""What earlier episodes teach: fear and hope from vivid memories, own or an ally's, and from what happens in the run.

Learning by analogy (Jervis 1976; Khong 1992; Reiter 1996). Vividness decays; an ally's experience counts by a weight.
Bad is stronger than good (Baumeister, Bratslavsky, Finkenauer & Vohs 2001): a success warms less than a humiliation
stings.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown, share
from sim.state.world import World
from sim.vocabulary.scenario_words import BROKEN_PROMISE, HUMILIATION, NO_DEAL, SUCCESS


@rule
def sting(world: World, kind: int) -> float:
    """How much fear one vivid memory of a kind leaves (0..1); a success leaves none."""
    weights = world.weights[0]
    if kind == NO_DEAL:
        return weights.sting_no_deal
    if kind == HUMILIATION:
        return weights.sting_humiliation
    return weights.sting_broken_promise + 0.0 if kind == BROKEN_PROMISE else 0.0


@rule
def recall(world: World, side: int) -> None:
    """Bring fear and hope of ``side`` up to date from all its memories (each 0..1, combined as independent alarms)."""
    leader = world.leaders[side]
    calm = 1 - leader.burned
    gloom = 1 - leader.warmed
    for k in range(len(world.precedents)):
        memory = world.precedents[k]
        if memory.side == side:
            calm = calm * (1 - memory.vivid * sting(world, memory.kind))
            gloom = gloom * (1 - memory.vivid * (world.weights[0].success_warmth if memory.kind == SUCCESS else 0.0))
    leader.fear = share(1 - calm)
    leader.hope = share(1 - gloom)


@rule
def burn(world: World, side: int, part: float) -> None:
    """A bad experience of this very confrontation: fear of ``side`` grows."""
    leader = world.leaders[side]
    leader.burned = grown(leader.burned, share(part))


@rule
def warm(world: World, side: int, part: float) -> None:
    """A good experience of this very confrontation: hope of ``side`` grows."""
    leader = world.leaders[side]
    leader.warmed = grown(leader.warmed, share(part))
