"""How a step of time goes by.

Scheduled events, observing, everything that falls due in time order, reacting, the next day.

Observe - decide - answer - meet - react - record. Decays move by ``exp(-k dt)``, noise by ``sigma sqrt(dt)``, hazards
by ``1 - exp(-h dt)``; what leaders do takes effect at its own moment within the step.
"""

from __future__ import annotations

import math

from sim.rule import rule
from sim.rules.agenda import coin, next_due, ring_again, strike, tick_of
from sim.rules.answer.requests import answer_call_request, answer_letter, answer_proposal, end_of_term, envoy_arrives
from sim.rules.decide.turn import take_turn
from sim.rules.derived import work_out
from sim.rules.limits import kept
from sim.rules.meet.mediation import collect_answers, consider_offering, hold_talks, urge_to_help
from sim.rules.meet.meetings import hold_call
from sim.rules.meet.summit import hold_summit
from sim.rules.observe.advisers import hear_advisers
from sim.rules.observe.beliefs import remember_silence
from sim.rules.observe.damage import adapt, wear_down
from sim.rules.observe.fading import fade_dyad, fade_memories, fade_side
from sim.rules.observe.hosts import wait_again
from sim.rules.observe.interventions import enter_scheduled
from sim.rules.observe.markets import close_of_day, market_pain, trade_on
from sim.rules.observe.news import draw_news
from sim.rules.react.audience import calm, judge_markets
from sim.rules.start import take_over
from sim.state.world import NEWS_STEPS, World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import NONE


@rule
def begin(world: World) -> None:
    """Open the run: what follows from the scenario's values, an empty agenda, the first rings, what is so already."""
    for slot in range(len(world.agenda)):
        strike(world, slot)
    work_out(world)
    fade_to_start(world)
    for side in range(2):
        begin_side(world, side)
    for m in range(len(world.mediators)):
        wait_again(world, world.mediators[m])
    world.setting[0].leads = coin(world, 0)
    ring_first(world)
    take_over(world)
    take_stock(world)


@rule
def begin_side(world: World, side: int) -> None:
    """Open a side: pressure below its ceiling, the public at rest, the market below its peak.

    Where the side is under pressure, that is taken to explain the fall.
    """
    leader = world.leaders[side]
    market = world.markets[side]
    public = world.publics[side]
    if leader.points > leader.ceiling:
        leader.points = leader.ceiling
    leader.peak_points = leader.points
    public.hostility = public.baseline
    market.index = 0.0
    market.ordinary = 0.0
    fallen = -math.log(1 - market.start_drawdown)
    pressed = world.leaders[1 - side].points > 0
    market.burden = fallen if pressed else 0.0
    market.peak = 0.0 if pressed else fallen
    market.drawdown = market.start_drawdown
    market.trough = market.start_drawdown


@rule
def fade_to_start(world: World) -> None:
    """Bring remembered episodes from the day they happened to the first day of the run."""
    for k in range(len(world.precedents)):
        memory = world.precedents[k]
        memory.vivid = memory.salience * memory.weight * kept(memory.age_days, memory.half_life_days)


@rule
def ring_first(world: World) -> None:
    """Set the first decision of each leader (of both at once under the fixed clock, on the first day)."""
    ring_again(world, slots.RING)
    if world.setting[0].clock != words.FIXED:
        ring_again(world, slots.RING + 1)


@rule
def take_stock(world: World) -> None:
    """Let both sides hear their advisers and feel their markets: what works on them day by day.

    All else that they see is worked out when they decide, answer or bargain (:func:`sim.rules.observe.sight.look`).
    """
    for side in range(2):
        hear_advisers(world, side)
        world.leaders[side].pain = market_pain(world, world.leaders[side], side)


@rule
def start_of_step(world: World) -> float:
    """The day on which the step begins."""
    return world.dyad[0].step * world.setting[0].step_days


@rule
def observe(world: World) -> None:
    """Begin a step: scheduled events enter, third parties consider stepping in, voices and pain are felt."""
    dyad = world.dyad[0]
    dyad.now = start_of_step(world)
    dyad.tick = tick_of(dyad.now)
    enter_scheduled(world)
    urge = urge_to_help(world)
    for m in range(len(world.mediators)):
        consider_offering(world, m, urge)
    take_stock(world)


@rule
def settle(world: World) -> None:
    """Let everything that falls due in this step happen, in time order, until a deal ends the run."""
    until = start_of_step(world) + world.setting[0].step_days
    slot = next_due(world, until)
    while slot != NONE and world.dyad[0].over == 0:
        handle(world, slot)
        slot = next_due(world, until)


@rule
def handle(world: World, slot: int) -> None:
    """One thing falls due: a leader's turn, a request or an envoy of one side, or what concerns both."""
    dyad = world.dyad[0]
    dyad.now = world.agenda[slot].due
    dyad.tick = tick_of(dyad.now)
    if slot < slots.LETTER:
        take_turn(world, slot)
    elif slot < slots.CALL_REQUEST:
        answer_letter(world, slot - slots.LETTER)
    elif slot < slots.SUMMIT_PROPOSAL:
        answer_call_request(world, slot - slots.CALL_REQUEST)
    elif slot < slots.ENVOY:
        answer_proposal(world, slot - slots.SUMMIT_PROPOSAL)
    elif slot < slots.CALL:
        envoy_arrives(world, slot - slots.ENVOY)
    else:
        handle_dyad(world, slot)


@rule
def handle_dyad(world: World, slot: int) -> None:
    """A meeting, the end of a truce's term, the answers to a third party's offer, or its talks fall due."""
    m = slot - slots.FIRST_MEDIATOR
    if slot == slots.CALL:
        hold_call(world)
    elif slot == slots.SUMMIT:
        hold_summit(world)
    elif slot == slots.TRUCE_TERM:
        end_of_term(world)
    elif world.mediators[m].stage == slots.OFFERED:
        collect_answers(world, m)
    else:
        hold_talks(world, m)


@rule
def react(world: World) -> None:
    """End a step: trading, the day's close, publics, and the slow fading of everything."""
    dyad = world.dyad[0]
    begun = start_of_step(world)
    ended = begun + world.setting[0].step_days
    dyad.tick = tick_of(begun)
    if dyad.step % NEWS_STEPS == 0:
        draw_news(world)
    for side in range(2):
        trade_on(world, side)
        wear_down(world, side)
        if int(ended) > int(begun):
            adapt(world, side)
            close_of_day(world, world.markets[side])
        judge_markets(world, side)
        calm(world, side)
        remember_silence(world, side)
        fade_side(world, side)
    fade_dyad(world)
    fade_memories(world)
    dyad.step = dyad.step + 1
    if dyad.over == 0:
        dyad.now = ended
