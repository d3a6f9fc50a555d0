"""What is written down of a whole run when only its end is kept: one row of numbers."""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.outcome import final_outcome
from sim.world.names import FIRST_CONTACT, FIRST_IN_PERSON, FIRST_VOICE, N_ACTIONS
from sim.world.summary import N_HEAD, N_PER_SIDE, PER_SIDE

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


@rule
def summarise(world: Any, row: Any) -> None:
    """Fill a summary row (columns in :mod:`sim.world.summary`)."""
    summarise_contact(world, row)
    summarise_events(world, row)
    for side in range(2):
        summarise_side(world, side, row)
    base = N_HEAD + 2 * N_PER_SIDE
    for k in range(len(world.issues)):
        row[base + k] = world.issues[k].settled if world.dyad[0].deal_day >= 0 else -1.0


@rule
def summarise_contact(world: Any, row: Any) -> None:
    """The outcome and the three firsts: the columns up to ``first_in_person_by``."""
    dyad = world.dyad[0]
    row[OUTCOME] = 1.0 * final_outcome(world)
    row[OUTCOME_DAY] = dyad.decisive_day
    row[CONTACT_DAY] = dyad.first_day[FIRST_CONTACT]
    row[CONTACT_BY] = 1.0 * dyad.first_asked[FIRST_CONTACT]
    row[CONTACT_LEVEL] = 1.0 * dyad.first_level[FIRST_CONTACT]
    row[VOICE_DAY] = dyad.first_day[FIRST_VOICE]
    row[VOICE_BY] = 1.0 * dyad.first_asked[FIRST_VOICE]
    row[IN_PERSON_DAY] = dyad.first_day[FIRST_IN_PERSON]
    row[IN_PERSON_BY] = 1.0 * dyad.first_asked[FIRST_IN_PERSON]


@rule
def summarise_events(world: Any, row: Any) -> None:
    """Mediator, truce and deal days, what ever happened, and how the relation stands at the end."""
    dyad = world.dyad[0]
    row[MEDIATOR] = 1.0 * dyad.mediator
    row[TRUCE_DAY] = dyad.truce_day
    row[DEAL_DAY] = dyad.deal_day
    row[EVER_CALL] = 1.0 * dyad.ever_call
    row[EVER_SUMMIT] = 1.0 * dyad.ever_summit
    row[EVER_TALKS] = 1.0 * dyad.ever_talks
    row[EVER_TRUCE] = 1.0 * dyad.ever_truce
    row[EVER_BLOW_UP] = 1.0 * dyad.ever_blow_up
    row[EVER_WITHDRAWAL] = 1.0 * dyad.ever_withdrawal
    row[EVER_BREACH] = 1.0 * dyad.ever_breach
    row[END_DAY] = dyad.step * world.setting[0].step_days
    row[GROUNDWORK] = dyad.groundwork
    row[RAPPORT] = dyad.rapport
    row[TENSION] = dyad.tension


@rule
def summarise_side(world: Any, side: int, row: Any) -> None:
    """What a side went through, and how often it took each action."""
    base = N_HEAD + side * N_PER_SIDE
    leader = world.leaders[side]
    row[base + TROUGH] = world.markets[side].trough
    row[base + PEAK] = leader.peak_points
    row[base + PRESSURE] = leader.points
    row[base + HOSTILITY] = world.publics[side].hostility
    row[base + APPROVAL] = world.publics[side].approval
    row[base + COERCION] = leader.coercion_works
    row[base + OUTSIDE] = leader.outside_option
    for a in range(N_ACTIONS):
        row[base + N_MEASURES + a] = 1.0 * leader.counts[a]
