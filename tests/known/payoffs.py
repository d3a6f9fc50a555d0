"""A table of payoffs as a policy: the choice and order code of the model, driven by utilities from outside the model.

Only utilities and the menu come from the table. Nests are valued, the choice is drawn and the mover is named by the
rules that every run uses (:mod:`sim.rules.decide.choice`, :mod:`sim.rules.agenda`).
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.rules.agenda import movers
from sim.rules.decide.choice import action_chance, choose_action, value_nests
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import BOTH
from tests.sim.rules.worlds import put_all, world_of

FIRST, SECOND = a.ESCALATE, a.EASE
"""The two acts of a game of two acts: both of one nest, so that with ``mu`` 1 the choice is the plain logit."""


def table_world(precision: float = 1.0, order: int = 0, seed: int = 0) -> World:
    """A world of plain logit choosers under the fixed clock: always at it, without inertia, no act made rarer."""
    values = {
        "setting.0.tempo": 7.0,
        "setting.0.every_days": 3.5,
        "weights.0.inertia": 0.0,
        "weights.0.withdraw_quiet": 1.0,
        "setting.0.clock": words.FIXED,
        "setting.0.order": order,
        "setting.0.seed": seed,
        "weights.0.dissimilarity": 1.0,
    }
    return put_all(world_of(), {**values, "leaders.0.precision": precision, "leaders.1.precision": precision})


def face(world: World, side: int, payoffs: Mapping[int, float]) -> None:
    """Put the payoffs of the possible acts before a side."""
    for action in range(len(world.allowed)):
        world.allowed[action] = int(action in payoffs)
        world.utilities[action] = payoffs.get(action, 0.0)
    value_nests(world, side)


def chance(world: World, side: int, payoffs: Mapping[int, float], action: int) -> float:
    """The probability with which a side takes an act, by the rules."""
    face(world, side, payoffs)
    return action_chance(world, action)


def choose(world: World, side: int, payoffs: Mapping[int, float], round_number: int) -> int:
    """The act that a side takes in a round, by luck at the round's address."""
    face(world, side, payoffs)
    world.dyad[0].tick = round_number
    return choose_action(world, side)


def movers_of(world: World, round_number: int) -> tuple[int, ...]:
    """Who moves in a round, by the order that the world is under."""
    world.leaders[0].rings = round_number + 1
    who = movers(world, slots.RING)
    return (0, 1) if who == BOTH else (who,)
