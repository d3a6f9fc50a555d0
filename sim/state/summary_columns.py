"""What is kept of a run when runs are counted rather than told: one row of numbers, its columns and what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from sim.vocabulary import actions as a

HEAD = (
    "outcome",
    "outcome_day",
    "first_contact_day",
    "first_contact_by",
    "first_contact_level",
    "first_voice_day",
    "first_voice_by",
    "first_in_person_day",
    "first_in_person_by",
    "mediator",
    "truce_day",
    "deal_day",
    "ever_call",
    "ever_summit",
    "ever_talks",
    "ever_truce",
    "ever_blow_up",
    "ever_withdrawal",
    "ever_breach",
    "end_day",
    "groundwork",
    "rapport",
    "tension",
)
"""Columns of the whole dyad; names are stored as codes of :mod:`sim.vocabulary`, days that never came as -1."""

PER_SIDE = ("trough", "peak_pressure", "pressure", "hostility", "approval", "coercion_works", "outside_option")
"""Columns of each side, before the counts of its actions."""

N_HEAD = len(HEAD)
N_PER_SIDE = len(PER_SIDE) + len(a.WORDS)

# positions of the columns, for the rule that fills them
(
    OUTCOME,
    OUTCOME_DAY,
    CONTACT_DAY,
    CONTACT_BY,
    CONTACT_LEVEL,
    VOICE_DAY,
    VOICE_BY,
    IN_PERSON_DAY,
    IN_PERSON_BY,
    MEDIATOR,
    TRUCE_DAY,
    DEAL_DAY,
    EVER_CALL,
    EVER_SUMMIT,
    EVER_TALKS,
    EVER_TRUCE,
    EVER_BLOW_UP,
    EVER_WITHDRAWAL,
    EVER_BREACH,
    END_DAY,
    GROUNDWORK,
    RAPPORT,
    TENSION,
) = range(N_HEAD)
(
    TROUGH,
    PEAK,
    PRESSURE,
    HOSTILITY,
    APPROVAL,
    COERCION,
    OUTSIDE,
    N_MEASURES,
) = range(len(PER_SIDE) + 1)


def summary_columns(sides: Sequence[str], issues: Sequence[str]) -> tuple[str, ...]:
    """The names of a summary row's numbers, in order."""
    columns = list(HEAD)
    for side in sides:
        columns += [f"{name}_{side}" for name in PER_SIDE]
        columns += [f"{action}_count_{side}" for action in a.WORDS]
    return (*columns, *(f"settlement_{issue}" for issue in issues))
