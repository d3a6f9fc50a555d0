"""What a side sees of third parties: who would come, whom both would accept, and what a host could offer."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import grown, larger, share, smaller
from sim.state.between import Mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import NONE


@rule
def eagerness(world: World, mediator: Mediator) -> float:
    """How ready a third party is to come in (0..1): stake and reluctance, memory of hosting, fatigue."""
    memory = 1 + world.weights[0].host_memory * mediator.record
    return share(mediator.stake * (1 - mediator.reluctance) * memory * (1 - mediator.fatigue))


@rule
def would_come(world: World, mediator: Mediator) -> float:
    """The chance (0..1) that a third party takes up an invitation: its eagerness, and the honour of being asked."""
    return grown(eagerness(world, mediator), world.weights[0].invited_gain)


@rule
def best_host(world: World) -> int:
    """The idle mediator whom ``side`` would invite.

    The most acceptable to both, rested and with a good formula; or -1.
    """
    found = NONE
    best = 0.0
    for m in range(len(world.mediators)):
        mediator = world.mediators[m]
        value = mediator.acceptability[0] * mediator.acceptability[1] * (1 - mediator.fatigue)
        value = value * (1 + mediator.face_formula)
        if mediator.stage == slots.IDLE and value > best:
            best = value
            found = m
    return found


@rule
def host_promise(world: World) -> float:
    """The best face-saving way down that any third party could offer: formula times acceptability to both (0..1)."""
    best = 0.0
    for m in range(len(world.mediators)):
        mediator = world.mediators[m]
        value = mediator.face_formula * smaller(mediator.acceptability[0], mediator.acceptability[1])
        best = larger(best, value * (1 - mediator.fatigue))
    return best
