"""What the scenario has in store: dated shocks, insults, goodwill, offers, and values that change at a date."""

from __future__ import annotations

from sim.rule import rule
from sim.rules.derived import work_out
from sim.rules.meet.mediation import offer
from sim.rules.observe.markets import shift_ordinary
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.ledger import note_amount, set_context
from sim.state.between import Intervention
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import scenario_words as words
from sim.vocabulary.codes import BY_SCHEDULE, NOBODY, NONE


@rule
def enter_scheduled(world: World) -> None:
    """Let everything enter that is due by the beginning of this step, before anybody looks."""
    for k in range(len(world.interventions)):
        item = world.interventions[k]
        if item.done == 0 and item.due <= world.dyad[0].now:
            item.done = 1
            set_context(world, BY_SCHEDULE, NONE, NONE)
            enter(world, item)


@rule
def enter(world: World, item: Intervention) -> None:
    """One dated intervention takes effect."""
    if item.kind == words.MARKET_SHOCK:
        note_amount(world, e.MARKET_SHOCK, item.side, NOBODY, item.size)
        shift_ordinary(world.markets[item.side], -item.size)
    elif item.kind == words.INSULT:
        note_amount(world, e.INSULT, item.side, 1 - item.side, item.size)
        provoke(world, item.side, item.size)
    elif item.kind == words.GOODWILL:
        note_amount(world, e.GOODWILL, item.side, 1 - item.side, item.size)
        soothe(world, item.side, item.size)
    elif item.kind == words.MEDIATOR_OFFER:
        offer_by_date(world, item.mediator)
    else:
        set_value(world, item)


@rule
def offer_by_date(world: World, m: int) -> None:
    """A third party steps forward on the day the scenario says, unless it is at work already."""
    if world.mediators[m].stage == slots.IDLE:
        offer(world, m, NONE)


@rule
def set_value(world: World, item: Intervention) -> None:
    """A field of the world takes a new value from this day on, with all that follows from it."""
    note_amount(world, e.VALUE_SET, NOBODY, NOBODY, item.value)
    world.flat[item.place] = item.value
    work_out(world)
