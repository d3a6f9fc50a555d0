"""What is written down of a whole run when only its end is kept: one row of numbers."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.record.decisive import final_outcome
from sim.state import summary_columns as at
from sim.state.fields import Row
from sim.state.summary_columns import N_HEAD, N_PER_SIDE
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import outcomes


@rule
def summarise(world: World, row: Row) -> None:
    """Fill a summary row (columns in :mod:`sim.state.summary_columns`)."""
    summarise_contact(world, row)
    summarise_events(world, row)
    for side in range(2):
        summarise_side(world, side, row)
    base = N_HEAD + 2 * N_PER_SIDE
    for k in range(len(world.issues)):
        row[base + k] = world.issues[k].settled[0] if world.dyad[0].deal_day >= 0 else -1.0


@rule
def summarise_contact(world: World, row: Row) -> None:
    """The outcome and the three firsts: the columns up to ``first_in_person_asked_by``."""
    dyad = world.dyad[0]
    row[at.OUTCOME] = 1.0 * final_outcome(world)
    row[at.OUTCOME_DAY] = dyad.decisive_day
    row[at.CONTACT_DAY] = dyad.first_day[outcomes.FIRST_CONTACT]
    row[at.CONTACT_BY] = 1.0 * dyad.first_asked[outcomes.FIRST_CONTACT]
    row[at.CONTACT_LEVEL] = 1.0 * dyad.first_level[outcomes.FIRST_CONTACT]
    row[at.VOICE_DAY] = dyad.first_day[outcomes.FIRST_VOICE]
    row[at.VOICE_BY] = 1.0 * dyad.first_asked[outcomes.FIRST_VOICE]
    row[at.IN_PERSON_DAY] = dyad.first_day[outcomes.FIRST_IN_PERSON]
    row[at.IN_PERSON_BY] = 1.0 * dyad.first_asked[outcomes.FIRST_IN_PERSON]


@rule
def summarise_events(world: World, row: Row) -> None:
    """Mediator, truce and deal days, what ever happened, and how the relation stands at the end."""
    dyad = world.dyad[0]
    row[at.MEDIATOR] = 1.0 * dyad.mediator
    row[at.TRUCE_DAY] = dyad.truce_day
    row[at.DEAL_DAY] = dyad.deal_day
    row[at.EVER_CALL] = 1.0 * dyad.ever_call
    row[at.EVER_SUMMIT] = 1.0 * dyad.ever_summit
    row[at.EVER_TALKS] = 1.0 * dyad.ever_talks
    row[at.EVER_TRUCE] = 1.0 * dyad.ever_truce
    row[at.EVER_BLOW_UP] = 1.0 * dyad.ever_blow_up
    row[at.EVER_WITHDRAWAL] = 1.0 * dyad.ever_withdrawal
    row[at.EVER_BREACH] = 1.0 * dyad.ever_breach
    row[at.END_DAY] = dyad.step * world.setting[0].step_days
    row[at.GROUNDWORK] = dyad.groundwork
    row[at.RAPPORT] = dyad.rapport
    row[at.TENSION] = dyad.tension


@rule
def summarise_side(world: World, side: int, row: Row) -> None:
    """What a side went through, and how often it took each action."""
    base = N_HEAD + side * N_PER_SIDE
    leader = world.leaders[side]
    row[base + at.TROUGH] = world.markets[side].trough
    row[base + at.PEAK] = leader.peak_points
    row[base + at.PRESSURE] = leader.points
    row[base + at.HOSTILITY] = world.publics[side].hostility
    row[base + at.APPROVAL] = world.publics[side].approval
    row[base + at.COERCION] = leader.coercion_works
    row[base + at.OUTSIDE] = leader.outside_option
    for k in range(a.COUNT):
        row[base + at.N_MEASURES + k] = 1.0 * leader.counts[k]
