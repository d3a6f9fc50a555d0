"""What is so on the first day: an earlier contact, a truce in force, a host that has failed, a meeting that is set.

A run does not begin from nothing: what was before leaves what it would have left within the run, less what time has
taken from it. The last contact is one remembered yes (reputation as learning: Kreps & Wilson 1982); a truce runs its
term and snaps back at a breach; a third party that failed is still tired, and its name is the worse for it. Each is
written down on day 0.
"""

from __future__ import annotations

from sim.rule import rule
from sim.rules.agenda import put
from sim.rules.limits import clamp, grown, kept
from sim.rules.meet.meetings import announce_signing
from sim.rules.meet.moments import spend
from sim.rules.observe.beliefs import remember_answer
from sim.rules.record.decisive import keep_stand, record_earlier
from sim.rules.record.ledger import note_amount, note_level, set_context, tag_amount, tag_level, tag_mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_SCHEDULE, FIRST_MEDIATOR, NONE


@rule
def take_over(world: World) -> None:
    """Take over what happened before the first day, in the order in which a story would tell it."""
    remember_contact(world)
    for m in range(len(world.mediators)):
        remember_failure(world, m)
    hold_truce(world)
    expect_summit(world)
    keep_stand(world)


@rule
def remember_contact(world: World) -> None:
    """Remember the last contact: one more yes on both sides, faded by its age with ``weights.memory_half_life``.

    More remembered answers also make the spread of the belief smaller: the leaders know better what contact brings.
    Of the moment for a call or a summit nothing is used up: what is at stake now is an agenda of its own. In the
    casebook leaders spoke within sixty days in 8 of 13 episodes with an earlier call or meeting, in 28 of 85 without.
    """
    setting = world.setting[0]
    if setting.contact_age < 0:
        return
    set_context(world, BY_SCHEDULE, NONE, NONE)
    number = note_amount(world, e.EARLIER_CONTACT, BOTH, BOTH, setting.contact_age)
    tag_level(world, number, setting.contact_level)
    record_earlier(world, setting.contact_age)
    for side in range(2):
        remember_answer(world, side, kept(setting.contact_age, world.weights[0].memory_half_life), 0.0)


@rule
def remember_failure(world: World, m: int) -> None:
    """Open a third party: rested, or tired by a round that failed, with its record a step lower and the moment used."""
    weights = world.weights[0]
    mediator = world.mediators[m]
    mediator.fatigue = 0.0
    if mediator.failed_age < 0:
        return
    mediator.fatigue = grown(weights.round_fatigue, weights.fatigue) * kept(
        mediator.failed_age, weights.fatigue_half_life
    )
    spend(world, levels.TALKS, weights.spend_talks * kept(mediator.failed_age, weights.moment_half_life))
    mediator.record = clamp(mediator.record - weights.record_step, -1.0, 1.0)
    set_context(world, BY_SCHEDULE, NONE, NONE)
    number = note_level(world, e.EARLIER_TALKS_FAILED, FIRST_MEDIATOR + m, BOTH, levels.TALKS)
    tag_mediator(world, number, m)
    tag_amount(world, number, mediator.failed_age)
    record_earlier(world, mediator.failed_age)


@rule
def hold_truce(world: World) -> None:
    """Put a truce that is in force into place: its term, what comes back at a breach, and that things stand so."""
    setting = world.setting[0]
    if setting.truce_age < 0:
        return
    dyad = world.dyad[0]
    set_context(world, BY_SCHEDULE, NONE, NONE)
    number = note_amount(world, e.TRUCE_IN_FORCE, BOTH, BOTH, setting.truce_age)
    dyad.truce = 1
    dyad.truce_started = -setting.truce_age
    dyad.truce_until = setting.truce_left + 0.0
    for side in range(2):
        dyad.suspended[side] = setting.suspended[side]
    put(world, slots.TRUCE_TERM, dyad.truce_until, number, BOTH)
    record_earlier(world, setting.truce_age)


@rule
def expect_summit(world: World) -> None:
    """Put a summit that was agreed before the first day on the agenda."""
    day = world.setting[0].summit_day
    if day >= 0:
        set_context(world, BY_SCHEDULE, NONE, NONE)
        number = note_level(world, e.SUMMIT_SCHEDULED, BOTH, BOTH, levels.SUMMIT)
        put(world, slots.SUMMIT, day, number, BOTH)
        announce_signing(world)
