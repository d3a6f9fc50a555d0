"""What counts in the end.

The last decisive event, and the first contact, the first voice, the first meeting in person.
"""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.vocabulary.names import (
    FIRST_CONTACT,
    FIRST_IN_PERSON,
    FIRST_VOICE,
    LEVEL_CALL,
    LEVEL_LETTER,
    LEVEL_SUMMIT,
    NONE,
    OUT_DEAL,
    OUT_NO_CONTACT,
    OUT_NO_DEAL,
)


@rule
def decide_outcome(world: Any, outcome: int) -> None:
    """A decisive event sets the class.

    A talk that ends with nothing counts only when no truce holds; a deal ends the run.
    """
    dyad = world.dyad[0]
    if outcome == OUT_NO_DEAL and dyad.truce == 1:
        return
    dyad.decisive = outcome
    dyad.decisive_day = dyad.now
    if outcome == OUT_DEAL:
        dyad.over = 1
        dyad.deal_day = dyad.now


@rule
def final_outcome(world: Any) -> int:
    """The class at the horizon: the last decisive event, else whether the leaders were in contact at all."""
    dyad = world.dyad[0]
    if dyad.decisive != NONE:
        return dyad.decisive + 0
    if dyad.spoken == 1 or dyad.met == 1 or dyad.letters == 1:
        return OUT_NO_DEAL
    return OUT_NO_CONTACT


@rule
def set_first(world: Any, which: int, level: int, asked_by: int) -> None:
    """Keep the first contact of a kind: its day, level and who asked."""
    dyad = world.dyad[0]
    if dyad.first_day[which] < 0:
        dyad.first_day[which] = dyad.now
        dyad.first_level[which] = level
        dyad.first_asked[which] = asked_by


@rule
def record_contact(world: Any, level: int, asked_by: int) -> None:
    """An answered letter, a call or a meeting of the leaders has taken place."""
    dyad = world.dyad[0]
    set_first(world, FIRST_CONTACT, level, asked_by)
    if level == LEVEL_LETTER:
        dyad.letters = 1
    if level in (LEVEL_CALL, LEVEL_SUMMIT):
        dyad.spoken = 1
        set_first(world, FIRST_VOICE, level, asked_by)
    if level == LEVEL_SUMMIT:
        dyad.met = 1
        set_first(world, FIRST_IN_PERSON, level, asked_by)
