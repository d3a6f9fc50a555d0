"""What happens when the two meet: perhaps a rupture, else bargaining, and what it leaves behind.

Walking out without a deal and a public rupture are different things (Hanoi 2019 and the Oval Office 2025). The hazard
of a rupture falls with groundwork but never to nothing.
"""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.agenda import strike
from sim.rules.limits import logistic, smaller
from sim.rules.meet.groundwork import cool_rapport, tear_ground
from sim.rules.meet.moments import spend_summit
from sim.rules.meet.table import NOTHING, PARTLY, bargain, close_truce
from sim.rules.observe.sight import look
from sim.rules.react.memories import burn
from sim.rules.react.reactions import provoke
from sim.rules.react.rebuff import chill, disappoint
from sim.rules.record.decisive import record_break, record_contact
from sim.rules.record.ledger import note_level, set_context, tag_mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_DUE, FIRST_MEDIATOR, NONE
from sim.vocabulary.purposes import BREAKDOWN


@rule
def blow_up_chance(world: World) -> float:
    """The chance (0..1) that a summit ends in a rupture.

    Ego clash, tension, open press against groundwork and rapport.
    """
    weights = world.weights[0]
    dyad = world.dyad[0]
    clash = world.leaders[0].ego * world.leaders[1].ego
    x = weights.rupture_base + weights.rupture_ego * clash + weights.rupture_tension * dyad.tension
    x = x + weights.rupture_press * world.setting[0].open_press
    return logistic(x - weights.rupture_groundwork * dyad.groundwork - weights.rupture_rapport * dyad.rapport)


@rule
def hold_summit(world: World) -> None:
    """The two leaders meet in person."""
    item = world.agenda[slots.SUMMIT]
    dyad = world.dyad[0]
    strike(world, slots.SUMMIT)
    set_context(world, BY_DUE, item.event, item.event)
    number = note_level(world, e.SUMMIT_HELD, BOTH, BOTH, levels.SUMMIT)
    dyad.host = item.asker - FIRST_MEDIATOR if item.asker >= FIRST_MEDIATOR else NONE
    tag_mediator(world, number, dyad.host)
    dyad.ever_summit = 1
    record_contact(world, levels.SUMMIT, item.asker)
    look(world, 0)
    look(world, 1)
    if breaks_down(world):
        rupture(world)
    else:
        negotiate(world)
    spend_summit(world)
    dyad.host = NONE


@rule
def negotiate(world: World) -> None:
    """The two bargain: all of it, a part of it as a truce, or nothing."""
    agreed = bargain(world, levels.SUMMIT)
    if agreed == PARTLY:
        close_truce(world, levels.SUMMIT)
    elif agreed == NOTHING:
        leave_empty_handed(world)


@rule
def breaks_down(world: World) -> bool:
    """Whether this summit ends in a rupture, by the dyad's luck of this quarter-day."""
    setting = world.setting[0]
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, BREAKDOWN)
    return bool(u < blow_up_chance(world))


@rule
def rupture(world: World) -> None:
    """A public rupture: rapport and ground are lost, both are provoked and remember a humiliation."""
    weights = world.weights[0]
    note_level(world, e.BLOW_UP, BOTH, BOTH, levels.SUMMIT)
    world.dyad[0].ever_rupture = 1
    record_break(world)
    cool_rapport(world, weights.rupture_cost)
    tear_ground(world, weights.rupture_cost)
    for side in range(2):
        provoke(world, side, 1.0)
        burn(world, side, weights.sting_humiliation)
        chill(world, side, weights.rupture_chill)
    disappoint(world, weights.failure_cost)


@rule
def leave_empty_handed(world: World) -> None:
    """No agreement: a disappointment, and worse where a signing had been announced."""
    weights = world.weights[0]
    note_level(world, e.NO_DEAL, BOTH, BOTH, levels.SUMMIT)
    cost = weights.failure_cost
    if world.setting[0].signing == 1:
        cost = smaller(cost + weights.signing_cost, 1.0)
        cool_rapport(world, weights.signing_cost)
    disappoint(world, cost)
    for side in range(2):
        burn(world, side, weights.sting_no_deal * cost)
