"""Agreements by any door: a call, mediated talks or an envoy may settle, within what they are authorised for.

Of the agreements in the casebook of episodes nearly half came without a meeting in person. What is on the table is ripe
for signature with a chance that grows with the square of groundwork; at full groundwork it is the authority of the
door. What is settled there is settled by the same claims and offers as at a summit, and passes the same filter at home.
"""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.agenda import pending
from sim.rules.answer.verdict import answer
from sim.rules.meet.table import ALL, bargain, close_truce
from sim.rules.observe.sight import look
from sim.rules.order import in_turn
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import DOOR, TRUCE_DOOR


@rule
def opens(world: World, chance: float, purpose: int) -> bool:
    """Whether a door opens at this moment, by the dyad's luck of this quarter-day."""
    setting = world.setting[0]
    return bool(uniform(setting.seed, setting.run, world.dyad[0].tick, setting.dyad_key, purpose) < chance)


@rule
def both_accept(world: World, topic: int, mediator: int) -> bool:
    """Ask both leaders the same question at the table; true when both say yes."""
    first = answer(world, in_turn(world, 0), topic, mediator)
    second = answer(world, in_turn(world, 1), topic, mediator)
    world.dyad[0].decision = NONE
    return first == answers.ACCEPT and second == answers.ACCEPT


@rule
def try_deal(world: World, level: int, authority: float) -> bool:
    """Try to settle all of it below the summit; true when something was agreed, whatever those at home said to it."""
    ground = world.dyad[0].groundwork
    if not opens(world, authority * ground * ground, DOOR):
        return False
    look(world, 0)
    look(world, 1)
    return bool(bargain(world, level) == ALL)


@rule
def try_truce(world: World, level: int) -> bool:
    """At a table: would both cut at once? Not asked while a truce holds or when there is nothing to cut."""
    if world.dyad[0].truce == 1 or world.leaders[0].points + world.leaders[1].points <= 0:
        return False
    return both_accept(world, answers.TRUCE, world.dyad[0].host) and close_truce(world, level)


@rule
def may_agree_truce(world: World, level: int, authority: float) -> None:
    """Let envoys agree a truce, as far as they are authorised and the ground is laid."""
    if opens(world, authority * world.dyad[0].groundwork, TRUCE_DOOR):
        try_truce(world, level)


@rule
def may_meet(world: World) -> bool:
    """Ask both at a table whether they would come to a summit, unless one is set."""
    return not pending(world, slots.SUMMIT) and both_accept(world, answers.SUMMIT, NONE)
