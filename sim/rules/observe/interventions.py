"""What the scenario has in store: dated shocks, insults, goodwill, offers, and values that change at a date."""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.derived import work_out
from sim.rules.meet.mediation import offer
from sim.rules.observe.markets import shift_index
from sim.rules.react.reactions import provoke, soothe
from sim.rules.record.ledger import note_amount, set_context
from sim.vocabulary.names import (
    BY_SCHEDULE,
    EV_GOODWILL,
    EV_INSULT,
    EV_MARKET_SHOCK,
    EV_VALUE_SET,
    GOODWILL,
    IDLE,
    INSULT,
    MARKET_SHOCK,
    MEDIATOR_OFFER,
    NOBODY,
    NONE,
)


@rule
def enter_scheduled(world: Any) -> None:
    """Let everything enter that is due by the beginning of this step, before anybody looks."""
    for k in range(len(world.interventions)):
        item = world.interventions[k]
        if item.done == 0 and item.due <= world.dyad[0].now:
            item.done = 1
            set_context(world, BY_SCHEDULE, NONE, NONE)
            enter(world, item)


@rule
def enter(world: Any, item: Any) -> None:
    """One dated intervention takes effect."""
    if item.kind == MARKET_SHOCK:
        note_amount(world, EV_MARKET_SHOCK, item.side, NOBODY, item.size)
        shift_index(world.markets[item.side], -item.size)
    elif item.kind == INSULT:
        note_amount(world, EV_INSULT, item.side, 1 - item.side, item.size)
        provoke(world, item.side, item.size)
    elif item.kind == GOODWILL:
        note_amount(world, EV_GOODWILL, item.side, 1 - item.side, item.size)
        soothe(world, item.side, item.size)
    elif item.kind == MEDIATOR_OFFER:
        offer_by_date(world, item.mediator)
    else:
        set_value(world, item)


@rule
def offer_by_date(world: Any, m: int) -> None:
    """A third party steps forward on the day the scenario says, unless it is at work already."""
    if world.mediators[m].stage == IDLE:
        offer(world, m, NONE)


@rule
def set_value(world: Any, item: Any) -> None:
    """A field of the world takes a new value from this day on, with all that follows from it."""
    note_amount(world, EV_VALUE_SET, NOBODY, NOBODY, item.value)
    world.flat[item.place] = item.value
    work_out(world)
