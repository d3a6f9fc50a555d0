"""How a run is counted while it goes on: asks and answers, tables and agreements, breaks, meetings announced ahead.

Every event passes here when it is written down (:mod:`sim.rules.record.ledger`); nothing that happens depends on it.
"""

from __future__ import annotations

from typing import Final

from sim.rule import rule
from sim.state.world import World
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import BOTH, BY_SCHEDULE, NOBODY

ANSWERS: Final = (e.REQUEST_ACCEPTED, e.REQUEST_DECLINED, e.REQUEST_LAPSED, e.REQUESTS_CROSSED)
"""What becomes of a request."""
LONG_NOTICE: Final = 30.0
"""Days of notice from which a summit counts as announced ahead."""


@rule
def count(world: World, kind: int, actor: int) -> None:
    """Count an event by its kind."""
    tally = world.tally[0]
    tally.happened[kind] = tally.happened[kind] + 1
    if kind in (e.CALL_REQUESTED, e.SUMMIT_PROPOSED):
        count_ask(world, actor)
    elif kind in (e.TRUCE_AGREED, e.DEAL):
        tally.agreed_at = tally.table + 0
    elif kind == e.BLOW_UP:
        if tally.rupture_day < 0:
            tally.rupture_day = world.dyad[0].now
    elif kind == e.TRUCE_BREACHED:
        count_break(world)


@rule
def count_at_level(world: World, kind: int, level: int) -> None:
    """Count what an event of a level adds: an answer to an ask, a table, or the fate of a summit's date."""
    if kind in (e.ENVOY_RECEIVED, e.MEDIATION_HELD, e.CALL_HELD, e.SUMMIT_HELD):
        world.tally[0].table = level
    if level in (levels.CALL, levels.SUMMIT) and kind in ANSWERS:
        count_answer(world, kind)
    elif level == levels.SUMMIT:
        count_fate(world, kind)


@rule
def asks(world: World) -> int:
    """How many requests for a call and proposals to meet there have been, of both sides."""
    happened = world.tally[0].happened
    return happened[e.CALL_REQUESTED] + happened[e.SUMMIT_PROPOSED]


@rule
def count_ask(world: World, side: int) -> None:
    """A leader asks for a call or a meeting."""
    tally = world.tally[0]
    now = world.dyad[0].now
    if tally.first_ask[side] < 0:
        tally.first_ask[side] = now
    if tally.rupture_day >= 0 and tally.ask_after_rupture < 0:
        tally.ask_after_rupture = now
    if tally.break_day >= 0 and tally.ask_after_break < 0:
        tally.ask_after_break = now


@rule
def count_answer(world: World, kind: int) -> None:
    """An ask is answered, crosses another or is left unanswered."""
    tally = world.tally[0]
    if kind in (e.REQUEST_DECLINED, e.REQUEST_LAPSED):
        tally.noes = tally.noes + 1
        return
    tally.yeses = tally.yeses + (2 if kind == e.REQUESTS_CROSSED else 1)
    if tally.asks_to_yes < 0:
        tally.asks_to_yes = asks(world)


@rule
def count_break(world: World) -> None:
    """A summit is called off or a truce broken."""
    if world.tally[0].break_day < 0:
        world.tally[0].break_day = world.dyad[0].now


@rule
def count_fate(world: World, kind: int) -> None:
    """A summit gets a date, is held or is called off."""
    if kind == e.SUMMIT_SCHEDULED:
        count_date(world)
    elif kind == e.SUMMIT_HELD:
        count_summit(world)
    elif kind == e.MEETING_WITHDRAWN:
        world.tally[0].lead = -1.0
        count_break(world)


@rule
def count_date(world: World) -> None:
    """A summit gets a date: what notice that is, and whether it was set before the first day."""
    tally = world.tally[0]
    setting = world.setting[0]
    opening = world.dyad[0].origin == BY_SCHEDULE
    tally.opening_summit = 1 if opening else 0
    tally.lead = setting.summit_day if opening else setting.summit_lead_days
    if tally.lead >= LONG_NOTICE:
        tally.ahead_announced = tally.ahead_announced + 1


@rule
def count_summit(world: World) -> None:
    """The leaders meet."""
    tally = world.tally[0]
    if tally.lead >= LONG_NOTICE:
        tally.ahead_held = tally.ahead_held + 1
    tally.opening_held = tally.opening_held + tally.opening_summit
    tally.opening_summit = 0
    tally.lead = -1.0


@rule
def first_asker(world: World) -> int:
    """Who asked first: a side, both when they did at the same moment, or nobody."""
    first, second = world.tally[0].first_ask[0], world.tally[0].first_ask[1]
    if first < 0 and second < 0:
        return NOBODY
    if first == second:
        return BOTH
    return 0 if second < 0 or 0 <= first < second else 1


@rule
def first_asked_on(world: World) -> float:
    """The day of the first ask of either side; -1 without one."""
    asker = first_asker(world)
    return -1.0 if asker == NOBODY else world.tally[0].first_ask[1 if asker == 1 else 0]


@rule
def ahead_decided(world: World) -> int:
    """Summits announced ahead that were held or called off; one still to come at the end is left out."""
    tally = world.tally[0]
    return tally.ahead_announced - (1 if tally.lead >= LONG_NOTICE else 0)
