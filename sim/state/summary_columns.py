"""What is kept of a run when runs are counted rather than told: one row of numbers, each column named once.

A column's constant is its position, for the rule that fills it (:mod:`sim.rules.record.summary`); its kind says how a
table of runs reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from sim.vocabulary import actions, events
from sim.vocabulary.milestones import EVER


class Kind(StrEnum):
    """How a number is read, in the order in which tables of runs have the columns of the whole dyad."""

    outcome = "outcome"
    """The code of an outcome class."""
    day = "day"
    """Days since the start; -1 for a day that never came."""
    asker = "asker"
    """The number of a side or a mediator, both, or nobody."""
    level = "level"
    """The code of a level."""
    mediator = "mediator"
    """The number of a mediator, or none."""
    ever = "ever"
    """1 for what happened at least once."""
    number = "number"
    """A number as it is."""
    maybe = "maybe"
    """A number that a run may lack; -1 without it."""


HEAD: list[tuple[str, Kind]] = []
"""Columns of the whole dyad, in order, each with its kind."""

INNER: list[str] = []
"""Numbers of the whole dyad, after the head, that studies of the tempo read and tables of runs leave out."""

PER_SIDE: list[str] = []
"""Columns of each side, before the counts of its actions."""

SIDE_KINDS: dict[str, Kind] = {}
"""The kind of each of them."""


def head(name: str, kind: Kind) -> int:
    """Add a column of the dyad and return its position."""
    HEAD.append((name, kind))
    return len(HEAD) - 1


def inner(name: str) -> int:
    """Add an inner number of the dyad and return its position; the head must be complete."""
    INNER.append(name)
    return N_HEAD + len(INNER) - 1


def side(name: str, kind: Kind = Kind.number) -> int:
    """Add a column of each side and return its position among the side's."""
    PER_SIDE.append(name)
    SIDE_KINDS[name] = kind
    return len(PER_SIDE) - 1


OUTCOME: Final = head("outcome", Kind.outcome)
OUTCOME_DAY: Final = head("outcome_day", Kind.day)
TOUCH_DAY: Final = head("last_touch_day", Kind.day)
CONTACT_DAY: Final = head("first_contact_day", Kind.day)
CONTACT_BY: Final = head("first_contact_asked_by", Kind.asker)
CONTACT_LEVEL: Final = head("first_contact_level", Kind.level)
VOICE_DAY: Final = head("first_voice_day", Kind.day)
VOICE_BY: Final = head("first_voice_asked_by", Kind.asker)
VOICE_LEVEL: Final = head("first_voice_level", Kind.level)
IN_PERSON_DAY: Final = head("first_in_person_day", Kind.day)
IN_PERSON_BY: Final = head("first_in_person_asked_by", Kind.asker)
FIRST_ASK_DAY: Final = head("first_ask_day", Kind.day)
FIRST_ASK_BY: Final = head("first_ask_by", Kind.asker)
MEDIATOR: Final = head("mediator", Kind.mediator)
TRUCE_DAY: Final = head("truce_day", Kind.day)
DEAL_DAY: Final = head("deal_day", Kind.day)
RUPTURE_DAY: Final = head("first_rupture_day", Kind.day)
AGREED_AT: Final = head("agreed_at", Kind.level)
(
    EVER_CALL,
    EVER_SUMMIT,
    EVER_TALKS,
    EVER_TRUCE,
    EVER_RUPTURE,
    EVER_WITHDRAWAL,
    EVER_BREACH,
    EVER_LAPSE,
    EVER_FAILED_AT_HOME,
) = (head(f"ever_{name}", Kind.ever) for name in EVER)
END_DAY: Final = head("end_day", Kind.number)
GROUNDWORK: Final = head("groundwork", Kind.number)
RAPPORT: Final = head("rapport", Kind.number)
TENSION: Final = head("tension", Kind.number)
ASKS: Final = head("asks", Kind.number)
ASKS_ACCEPTED: Final = head("asks_accepted", Kind.number)
CALLS_HELD: Final = head("calls_held", Kind.number)
SUMMITS_HELD: Final = head("summits_held", Kind.number)
ROUNDS_HELD: Final = head("rounds_held", Kind.number)
ASKS_TO_YES: Final = head("asks_to_yes", Kind.maybe)
N_HEAD: Final = len(HEAD)

ASKS_REFUSED: Final = inner("asks_refused")
ASK_AFTER_RUPTURE: Final = inner("ask_after_rupture")
BREAK_DAY: Final = inner("first_break_day")
ASK_AFTER_BREAK: Final = inner("ask_after_break")
OPENING_HELD: Final = inner("opening_summit_held")
AHEAD_DECIDED: Final = inner("ahead_decided")
AHEAD_HELD: Final = inner("ahead_held")
HAPPENED: Final = min([inner(f"events_{word}") for word in events.WORDS])
FIRST_SIDE: Final = N_HEAD + len(INNER)
"""Where the columns of the first side begin."""

TROUGH: Final = side("trough")
PEAK: Final = side("peak_pressure")
PRESSURE: Final = side("pressure")
HOSTILITY: Final = side("hostility")
APPROVAL: Final = side("approval")
COERCION: Final = side("coercion_works")
OUTSIDE: Final = side("outside_option")
OWN_FIRST_ASK: Final = side("first_ask_day", Kind.day)
N_MEASURES: Final = len(PER_SIDE)
N_PER_SIDE: Final = N_MEASURES + actions.COUNT


def summary_columns(sides: Sequence[str], issues: Sequence[str]) -> tuple[str, ...]:
    """The names of a summary row's numbers, in order."""
    columns = [name for name, _ in HEAD] + INNER
    for name in sides:
        columns += [f"{measure}_{name}" for measure in PER_SIDE]
        columns += [f"{action}_count_{name}" for action in actions.WORDS]
    return (*columns, *(f"settlement_{issue}" for issue in issues))
