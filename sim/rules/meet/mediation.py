"""How third parties come in.

They offer by their own lights or are invited, both sides answer, talks convene, talks end.

Facilitation, formulation, manipulation (Beardsley, Quinn, Biswas & Wilkenfeld 2006); political cover (Beardsley
2010). No sign of a mediator's bias is assumed. A host remembers how the last one ended, and tires.
"""

from __future__ import annotations

from sim.luck import uniform
from sim.rule import rule
from sim.rules.agenda import put, strike
from sim.rules.answer.verdict import answer
from sim.rules.limits import clamp, grown, share
from sim.rules.meet.doors import try_deal, try_truce
from sim.rules.meet.groundwork import lay_ground, warm_rapport
from sim.rules.meet.meetings import try_summit
from sim.rules.meet.moments import spend_talks
from sim.rules.observe.face import pressure_share
from sim.rules.observe.hosts import eagerness, wait_again, would_come
from sim.rules.order import in_turn
from sim.rules.react.reactions import soothe
from sim.rules.record.decisive import record_talks
from sim.rules.record.ledger import note, note_level, set_context, tag_mediator
from sim.state.between import Mediator
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers, levels
from sim.vocabulary import events as e
from sim.vocabulary.codes import BOTH, BY_ANSWER, BY_DUE, BY_HAZARD, FIRST_MEDIATOR, NONE
from sim.vocabulary.purposes import TAKE_UP

NO_ANSWER = -1


@rule
def harm(world: World) -> float:
    """How much harm the confrontation does to others (0..1): pressure on both sides and tension."""
    pressed = (pressure_share(world, 0) + pressure_share(world, 1)) / 2
    return share(grown(pressed, world.dyad[0].tension) * (1 - world.weights[0].truce_calm * world.dyad[0].truce))


@rule
def welcome(mediator: Mediator) -> float:
    """How welcome a third party is on the whole (0..1): the mean of its acceptability to both."""
    return (mediator.acceptability[0] + mediator.acceptability[1]) / 2


@rule
def urge_to_help(world: World) -> float:
    """What a step of this confrontation adds to the hazard that somebody fully eager and welcome offers to help."""
    return world.weights[0].offer_rate * harm(world) * world.setting[0].step_days


@rule
def consider_offering(world: World, m: int, urge: float) -> None:
    """A step of an idle third party: by hazard it offers its good offices to both.

    ``urge`` is what the step adds to the hazard of one fully eager and welcome, from :func:`urge_to_help`.
    """
    mediator = world.mediators[m]
    mediator.fatigue = mediator.fatigue * world.setting[0].fatigue_kept
    if mediator.stage != slots.IDLE:
        return
    mediator.to_wait = mediator.to_wait - urge * eagerness(world, mediator) * welcome(mediator)
    if mediator.to_wait < 0:
        wait_again(world, mediator)
        set_context(world, BY_HAZARD, NONE, NONE)
        offer(world, m, NONE)


@rule
def offer(world: World, m: int, invited_by: int) -> None:
    """Put an offer to both sides; who invited has already said yes."""
    mediator = world.mediators[m]
    number = note_level(world, e.MEDIATION_OFFERED, FIRST_MEDIATOR + m, BOTH, levels.TALKS)
    tag_mediator(world, number, m)
    mediator.stage = slots.OFFERED
    mediator.invited_by = invited_by
    mediator.answer[0] = answers.ACCEPT if invited_by == 0 else NO_ANSWER
    mediator.answer[1] = answers.ACCEPT if invited_by == 1 else NO_ANSWER
    put(world, slots.FIRST_MEDIATOR + m, world.dyad[0].now + world.setting[0].answer_days, number, FIRST_MEDIATOR + m)


@rule
def invite(world: World, side: int) -> None:
    """Invite the best host; it may refuse."""
    setting = world.setting[0]
    m = world.leaders[side].best_host
    if m == NONE or world.mediators[m].stage != slots.IDLE:
        return
    mediator = world.mediators[m]
    tag_mediator(world, note(world, e.MEDIATOR_INVITED, side, FIRST_MEDIATOR + m), m)
    u = uniform(setting.seed, setting.run, world.dyad[0].tick, mediator.key, TAKE_UP)
    if u < would_come(world, mediator):
        offer(world, m, side)
    else:
        tag_mediator(world, note(world, e.MEDIATOR_REFUSED, FIRST_MEDIATOR + m, side), m)
        tire(world, m, world.weights[0].fatigue)


@rule
def collect_answers(world: World, m: int) -> None:
    """Both sides answer an offer; two yeses convene talks."""
    slot = slots.FIRST_MEDIATOR + m
    request = world.agenda[slot].event
    mediator = world.mediators[m]
    strike(world, slot)
    for turn in range(2):
        side = in_turn(world, turn)
        if mediator.answer[side] == NO_ANSWER:
            set_context(world, BY_ANSWER, request, request)
            mediator.answer[side] = answer(world, side, answers.MEDIATION, m)
            note_answer(world, m, side)
    set_context(world, BY_ANSWER, request, request)
    if mediator.answer[0] == answers.ACCEPT and mediator.answer[1] == answers.ACCEPT:
        convene(world, m)
    else:
        mediator.stage = slots.IDLE
        tire(world, m, world.weights[0].fatigue)


@rule
def note_answer(world: World, m: int, side: int) -> None:
    """Write a side's answer to a mediator down."""
    given = world.mediators[m].answer[side]
    kind = e.MEDIATION_LAPSED
    if given == answers.ACCEPT:
        kind = e.MEDIATION_ACCEPTED
    elif given == answers.DECLINE:
        kind = e.MEDIATION_DECLINED
    tag_mediator(world, note_level(world, kind, side, FIRST_MEDIATOR + m, levels.TALKS), m)


@rule
def convene(world: World, m: int) -> None:
    """Talks are set."""
    number = note_level(world, e.MEDIATION_CONVENED, FIRST_MEDIATOR + m, BOTH, levels.TALKS)
    tag_mediator(world, number, m)
    world.mediators[m].stage = slots.CONVENING
    due = world.dyad[0].now + world.setting[0].convene_days
    put(world, slots.FIRST_MEDIATOR + m, due, number, FIRST_MEDIATOR + m)


@rule
def hold_talks(world: World, m: int) -> None:
    """Mediated talks of authorised envoys: ground is laid, both may cut at once, and may agree to meet."""
    weights = world.weights[0]
    dyad = world.dyad[0]
    slot = slots.FIRST_MEDIATOR + m
    event = world.agenda[slot].event
    strike(world, slot)
    set_context(world, BY_DUE, event, event)
    tag_mediator(world, note_level(world, e.MEDIATION_HELD, FIRST_MEDIATOR + m, BOTH, levels.TALKS), m)
    record_talks(world)
    dyad.host = m
    if dyad.mediator == NONE:
        dyad.mediator = m
    lay_ground(world, weights.talks_ground)
    warm_rapport(world, weights.talks_rapport)
    soothe(world, 0, weights.signal_strength)
    soothe(world, 1, weights.signal_strength)
    spend_talks(world)
    tire(world, m, weights.round_fatigue)
    if not try_deal(world, levels.TALKS, weights.door_talks):
        end_talks(world, m, try_truce(world, levels.TALKS))
        try_summit(world, FIRST_MEDIATOR + m)
    world.mediators[m].stage = slots.IDLE
    dyad.host = NONE


@rule
def tire(world: World, m: int, part: float) -> None:
    """A third party's will is limited: what it has done or failed to do tires it."""
    world.mediators[m].fatigue = grown(world.mediators[m].fatigue, part)


@rule
def end_talks(world: World, m: int, agreed: bool) -> None:
    """What the talks leave in the host's memory; talks that end with nothing while no truce holds have failed."""
    weights = world.weights[0]
    mediator = world.mediators[m]
    if agreed or world.dyad[0].truce == 1:
        mediator.record = clamp(mediator.record + weights.record_step, -1.0, 1.0)
    else:
        tag_mediator(world, note_level(world, e.MEDIATION_FAILED, FIRST_MEDIATOR + m, BOTH, levels.TALKS), m)
        mediator.record = clamp(mediator.record - weights.record_step, -1.0, 1.0)
        tire(world, m, weights.fatigue)
