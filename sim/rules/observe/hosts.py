"""What a side sees of third parties: who would come, whom both would accept, what a host could offer.

And for how long each will wait before it offers by its own lights.
"""

from __future__ import annotations

import math

from sim.luck import uniform
from sim.rule import rule
from sim.rules.limits import grown, larger, share, smaller
from sim.state.between import Mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import OFFER


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


@rule
def wait_again(world: World, mediator: Mediator) -> None:
    """Draw how much hazard a third party lets pass before it offers: an exponential number of mean 1.

    A hazard that changes from day to day strikes when its sum passes such a number, so that one draw does for the
    whole wait. Its address is which wait of this third party it is: 0 for the first, 1 after its first offer, ...
    """
    setting = world.setting[0]
    mediator.to_wait = -math.log(uniform(setting.seed, setting.run, mediator.waits, mediator.key, OFFER))
    mediator.waits = mediator.waits + 1
