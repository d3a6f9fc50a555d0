"""What counts in the end.

The last decisive event, and the first contact, the first voice, the first meeting in person.
"""

from __future__ import annotations

from sim.rule import rule
from sim.state.world import World
from sim.vocabulary import levels, outcomes
from sim.vocabulary.codes import NONE


@rule
def decide_outcome(world: World, outcome: int) -> None:
    """A decisive event sets the class.

    A talk that ends with nothing counts only when no truce holds; a deal ends the run.
    """
    dyad = world.dyad[0]
    if outcome == outcomes.NO_DEAL and dyad.truce == 1:
        return
    dyad.decisive = outcome
    dyad.decisive_day = dyad.now
    if outcome == outcomes.DEAL:
        dyad.over = 1
        dyad.deal_day = dyad.now


@rule
def final_outcome(world: World) -> int:
    """The class at the horizon: the last decisive event, else whether the leaders were in contact at all."""
    dyad = world.dyad[0]
    if dyad.decisive != NONE:
        return dyad.decisive + 0
    if dyad.spoken == 1 or dyad.met == 1 or dyad.letters == 1:
        return outcomes.NO_DEAL
    return outcomes.NO_CONTACT


@rule
def set_first(world: World, which: int, level: int, asked_by: int) -> None:
    """Keep the first contact of a kind: its day, level and who asked."""
    dyad = world.dyad[0]
    if dyad.first_day[which] < 0:
        dyad.first_day[which] = dyad.now
        dyad.first_level[which] = level
        dyad.first_asked[which] = asked_by


@rule
def record_contact(world: World, level: int, asked_by: int) -> None:
    """An answered letter, a call or a meeting of the leaders has taken place."""
    dyad = world.dyad[0]
    set_first(world, outcomes.FIRST_CONTACT, level, asked_by)
    if level == levels.LETTER:
        dyad.letters = 1
    if level in (levels.CALL, levels.SUMMIT):
        dyad.spoken = 1
        set_first(world, outcomes.FIRST_VOICE, level, asked_by)
    if level == levels.SUMMIT:
        dyad.met = 1
        set_first(world, outcomes.FIRST_IN_PERSON, level, asked_by)
