"""Does a step observe, let things happen in time order, react, and stop at a deal?"""

from __future__ import annotations

import math

import pytest

from sim.rules.agenda import put as put_due
from sim.rules.limits import kept
from sim.rules.step import begin, begin_side, observe, react, settle, start_of_step, take_stock
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import BOTH, NEVER, NONE
from tests.sim.rules.meet.test_summit import kinds
from tests.sim.rules.worlds import put_all, world_of


def test_a_run_begins_with_an_empty_agenda_but_for_the_clocks() -> None:
    world = world_of()
    waiting = [slot for slot, item in enumerate(world.agenda) if item.due < NEVER]
    assert waiting == [slots.RING, slots.RING + 1]
    assert world.dyad[0].event_count == 0


def test_a_market_that_has_fallen_already_begins_below_its_peak() -> None:
    world = world_of({"leaders.east.market.drawdown": 0.2})
    market = world.markets[0]
    assert (market.drawdown, market.trough, market.index) == (0.2, 0.2, 0)
    assert 1 - math.exp(market.index - market.peak) == pytest.approx(0.2)


def test_pressure_begins_at_most_at_its_ceiling() -> None:
    world = put_all(world_of(), {"leaders.0.points": 150.0, "leaders.0.ceiling": 100.0})
    begin_side(world, 0)
    assert world.leaders[0].points == world.leaders[0].peak_points == 100


def test_a_summit_agreed_before_the_start_is_on_the_agenda() -> None:
    world = world_of({"summit": {"agreed_for": "2025-01-20"}})
    assert world.agenda[slots.SUMMIT].due == 14
    assert kinds(world) == ["summit_scheduled"]


def test_begin_opens_memories_as_faded_as_they_are_old() -> None:
    world = put_all(world_of(), {"precedents.0.age_days": 100.0, "precedents.0.half_life_days": 100.0})
    put_all(world, {"precedents.0.salience": 0.8, "precedents.0.weight": 0.5})
    begin(world)
    assert world.precedents[0].vivid == pytest.approx(0.2)


def test_things_happen_in_time_order_within_a_step() -> None:
    world = world_of()
    for item in world.agenda:
        item.due = NEVER
    put_due(world, slots.CALL, 0.9, NONE, 0)
    put_due(world, slots.LETTER, 0.2, NONE, 1)
    put_due(world, slots.SUMMIT, 1.0, NONE, BOTH)  # the next step begins here
    observe(world)
    settle(world)
    days = [world.events[k].day for k in range(world.dyad[0].event_count)]
    assert days == sorted(days)
    assert days[0] == 0.2
    assert "call_held" in kinds(world)
    assert "summit_held" not in kinds(world)


def test_nothing_happens_after_a_deal() -> None:
    world = world_of()
    world.dyad[0].over = 1
    put_due(world, slots.CALL, 0.5, NONE, 0)
    settle(world)
    assert kinds(world) == []


@pytest.mark.parametrize("step_days", [1.0, 0.5, 0.25])
def test_the_close_is_taken_once_a_day_whatever_the_step(step_days: float) -> None:
    world = world_of({"clock.step_days": step_days})
    put_all(world, {"markets.0.volatility": 0.0, "markets.0.peak": 0.5, "setting.0.peak_kept": 0.5**0.5})
    for _ in range(round(4 / step_days)):
        react(world)
    assert world.markets[0].peak == pytest.approx(0.5 * kept(4.0, 2.0))
    assert start_of_step(world) == 4.0
    assert world.dyad[0].now == 4.0


def test_taking_stock_changes_nothing_a_second_time() -> None:
    world = world_of()
    take_stock(world)
    before = [dict(vars(leader)) for leader in world.leaders]
    take_stock(world)
    assert [dict(vars(leader)) for leader in world.leaders] == before


def test_a_truce_at_its_term_is_settled_in_the_step_in_which_it_ends() -> None:
    world = put_all(world_of(), {"dyad.0.truce": 1, "dyad.0.truce_until": 0.5})
    put_due(world, slots.TRUCE_TERM, 0.5, NONE, BOTH)
    settle(world)
    assert {"truce_renewed", "truce_lapsed", "truce_breached"} & set(kinds(world))
