"""What is written down of a whole run when only its end is kept: one row of numbers."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.limits import larger
from sim.rules.record.decisive import stands_since, where_it_stands
from sim.rules.record.tally import ahead_decided, asks, first_asked_on, first_asker
from sim.state import summary_columns as at
from sim.state.fields import Row
from sim.state.summary_columns import FIRST_SIDE, N_PER_SIDE
from sim.state.world import World
from sim.vocabulary import actions as a
from sim.vocabulary import events as e
from sim.vocabulary import outcomes


@rule
def summarise(world: World, row: Row) -> None:
    """Fill a summary row (columns in :mod:`sim.state.summary_columns`)."""
    summarise_contact(world, row)
    summarise_events(world, row)
    summarise_asks(world, row)
    summarise_tally(world, row)
    for side in range(2):
        summarise_side(world, side, row)
    base = FIRST_SIDE + 2 * N_PER_SIDE
    for k in range(len(world.issues)):
        row[base + k] = world.issues[k].settled[0] if world.dyad[0].deal_day >= 0 else -1.0


@rule
def summarise_contact(world: World, row: Row) -> None:
    """Where it stands and the three firsts: the columns up to ``first_in_person_asked_by``."""
    dyad = world.dyad[0]
    row[at.OUTCOME] = 1.0 * where_it_stands(world)
    row[at.OUTCOME_DAY] = stands_since(world)
    row[at.TOUCH_DAY] = larger(dyad.touch_day, -1.0)
    row[at.CONTACT_DAY] = dyad.first_day[outcomes.FIRST_CONTACT]
    row[at.CONTACT_BY] = 1.0 * dyad.first_asked[outcomes.FIRST_CONTACT]
    row[at.CONTACT_LEVEL] = 1.0 * dyad.first_level[outcomes.FIRST_CONTACT]
    row[at.VOICE_DAY] = dyad.first_day[outcomes.FIRST_VOICE]
    row[at.VOICE_BY] = 1.0 * dyad.first_asked[outcomes.FIRST_VOICE]
    row[at.VOICE_LEVEL] = 1.0 * dyad.first_level[outcomes.FIRST_VOICE]
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
    row[at.EVER_RUPTURE] = 1.0 * dyad.ever_rupture
    row[at.EVER_WITHDRAWAL] = 1.0 * dyad.ever_withdrawal
    row[at.EVER_BREACH] = 1.0 * dyad.ever_breach
    row[at.EVER_LAPSE] = 1.0 * dyad.ever_lapse
    row[at.EVER_FAILED_AT_HOME] = 1.0 * dyad.ever_failed_at_home
    row[at.END_DAY] = dyad.step * world.setting[0].step_days
    row[at.GROUNDWORK] = dyad.groundwork
    row[at.RAPPORT] = dyad.rapport
    row[at.TENSION] = dyad.tension


@rule
def summarise_asks(world: World, row: Row) -> None:
    """Who asked first for a call or a meeting, what became of asks, and what was held."""
    tally = world.tally[0]
    row[at.FIRST_ASK_DAY] = first_asked_on(world)
    row[at.FIRST_ASK_BY] = 1.0 * first_asker(world)
    row[at.ASKS] = 1.0 * asks(world)
    row[at.ASKS_ACCEPTED] = 1.0 * tally.yeses
    row[at.ASKS_REFUSED] = 1.0 * tally.noes
    row[at.ASKS_TO_YES] = 1.0 * tally.asks_to_yes
    row[at.CALLS_HELD] = 1.0 * tally.happened[e.CALL_HELD]
    row[at.SUMMITS_HELD] = 1.0 * tally.happened[e.SUMMIT_HELD]
    row[at.ROUNDS_HELD] = 1.0 * tally.happened[e.MEDIATION_HELD]


@rule
def summarise_tally(world: World, row: Row) -> None:
    """What an agreement was made at, breaks, summits announced ahead, and how often each kind of event happened."""
    tally = world.tally[0]
    row[at.RUPTURE_DAY] = tally.rupture_day
    row[at.AGREED_AT] = 1.0 * tally.agreed_at
    row[at.ASK_AFTER_RUPTURE] = tally.ask_after_rupture
    row[at.BREAK_DAY] = tally.break_day
    row[at.ASK_AFTER_BREAK] = tally.ask_after_break
    row[at.OPENING_HELD] = 1.0 * tally.opening_held
    row[at.AHEAD_DECIDED] = 1.0 * ahead_decided(world)
    row[at.AHEAD_HELD] = 1.0 * tally.ahead_held
    for kind in range(e.COUNT):
        row[at.HAPPENED + kind] = 1.0 * tally.happened[kind]


@rule
def summarise_side(world: World, side: int, row: Row) -> None:
    """What a side went through, and how often it took each action."""
    base = FIRST_SIDE + side * N_PER_SIDE
    leader = world.leaders[side]
    row[base + at.TROUGH] = world.markets[side].trough
    row[base + at.PEAK] = leader.peak_points
    row[base + at.PRESSURE] = leader.points
    row[base + at.HOSTILITY] = world.publics[side].hostility
    row[base + at.APPROVAL] = world.publics[side].approval
    row[base + at.COERCION] = leader.coercion_works
    row[base + at.OUTSIDE] = leader.outside_option
    row[base + at.OWN_FIRST_ASK] = world.tally[0].first_ask[side]
    for k in range(a.COUNT):
        row[base + at.N_MEASURES + k] = 1.0 * leader.counts[k]
