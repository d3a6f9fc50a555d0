"""Does a step observe, let things happen in time order, react, and stop at a deal?"""

from __future__ import annotations

import copy
import math

import pytest

from sim.rules.agenda import put as put_due
from sim.rules.limits import kept
from sim.rules.step import begin, begin_side, handle, observe, react, settle, start_of_step, take_stock
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers
from sim.vocabulary import levels as level_words
from sim.vocabulary.codes import BOTH, NEVER, NONE
from tests.sim.rules.worlds import kinds, put_all, unlike, world_of


def test_a_run_begins_with_an_empty_agenda_but_for_the_clocks() -> None:
    world = world_of()
    waiting = [slot for slot, item in enumerate(world.agenda) if item.due < NEVER]
    assert waiting == [slots.RING, slots.RING + 1]
    assert world.dyad[0].event_count == 0


@pytest.mark.parametrize("pressed", [True, False])
def test_a_market_that_has_fallen_already_begins_below_its_peak_and_pressure_explains_it(pressed: bool) -> None:
    changes = {"leaders.east.market.drawdown": 0.2, "leaders.west.pressure.points": 10 if pressed else 0}
    market = world_of(changes).markets[0]
    assert (market.drawdown, market.trough, market.index) == (0.2, 0.2, 0)
    assert 1 - math.exp(market.ordinary - market.peak - market.burden) == pytest.approx(0.2)
    assert (market.burden > 0) == pressed
    assert (market.peak > 0) != pressed


def test_pressure_begins_at_most_at_its_ceiling() -> None:
    world = put_all(world_of(), {"leaders.0.points": 150.0, "leaders.0.ceiling": 100.0})
    begin_side(world, 0)
    assert world.leaders[0].points == world.leaders[0].peak_points == 100


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


@pytest.mark.parametrize(
    ("slot", "kind", "actor"),
    [
        (slots.LETTER, "request_declined", 0),
        (slots.LETTER + 1, "request_declined", 1),
        (slots.CALL_REQUEST, "request_declined", 0),
        (slots.CALL_REQUEST + 1, "request_declined", 1),
        (slots.SUMMIT_PROPOSAL, "request_declined", 0),
        (slots.SUMMIT_PROPOSAL + 1, "request_declined", 1),
        (slots.CALL, "call_held", BOTH),
        (slots.SUMMIT, "summit_held", BOTH),
        (slots.TRUCE_TERM, "truce_lapsed", BOTH),
        (slots.FIRST_MEDIATOR, "mediation_held", 2),
        (slots.FIRST_MEDIATOR + 1, "mediation_held", 3),
    ],
)
def test_what_falls_due_is_handled_as_what_it_is_at_its_own_moment(slot: int, kind: str, actor: int) -> None:
    world = put_all(
        unlike(0)._replace(seats=[answers.DECLINE, answers.DECLINE]), {"mediators.0.stage": 2, "mediators.1.stage": 2}
    )
    put_due(world, slot, 12.6, 0, BOTH)
    handle(world, slot)
    assert (world.dyad[0].now, world.dyad[0].tick) == (12.6, 50)
    assert (kinds(world)[0], world.events[0].actor, world.events[0].day) == (kind, actor, 12.6)
    assert world.agenda[slot].due == NEVER
    levels = {
        slots.LETTER: level_words.LETTER,
        slots.CALL_REQUEST: level_words.CALL,
        slots.SUMMIT_PROPOSAL: level_words.SUMMIT,
    }
    if slot < slots.ENVOY:
        assert world.events[0].level == levels[slot - slot % 2]


@pytest.mark.parametrize("side", range(2))
def test_an_envoy_who_arrives_is_his_side_s(side: int) -> None:
    world = put_all(unlike(0), {"leaders.0.envoy": 1, "leaders.1.envoy": 2})
    put_due(world, slots.ENVOY + side, 12.6, 0, side)
    handle(world, slots.ENVOY + side)
    assert kinds(world)[0] in ("envoy_received", "envoy_blocked")
    assert (world.events[0].envoy, world.events[0].target) == (1 + side, side)


def test_a_step_ends_with_all_that_fades() -> None:
    """By hand for one quarter of a day: trading, the judgement of markets, calming, silence, fading, and the clock."""
    world = put_all(unlike(0), {"setting.0.step_days": 0.25, "dyad.0.step": 47})
    before = copy.deepcopy([vars(leader) for leader in world.leaders])
    publics = copy.deepcopy([vars(public) for public in world.publics])
    ground, vivid = world.dyad[0].groundwork, world.precedents[1].vivid
    for market in world.markets:
        market.volatility = 0.0
    peaks = [market.peak for market in world.markets]
    react(world)
    setting = world.setting[0]
    for side in range(2):
        leader, public = world.leaders[side], world.publics[side]
        assert leader.silent == pytest.approx(before[side]["silent"] + 0.25 / 30)
        assert leader.provocation == pytest.approx(before[side]["provocation"] * setting.mood_kept)
        fall = world.weights[0].approval_pain * leader.pain * 0.25
        assert public.approval == pytest.approx(max(publics[side]["approval"] - fall, 0.0))
        assert public.hostility != publics[side]["hostility"]
        assert world.markets[side].peak != peaks[side]  # day 12 ends with this step
    assert world.dyad[0].groundwork == pytest.approx(ground * setting.ground_kept)
    assert world.precedents[1].vivid == pytest.approx(vivid * world.precedents[1].kept)
    assert (world.dyad[0].step, world.dyad[0].now, world.dyad[0].tick) == (48, 12.0, 47)


def test_after_a_deal_the_clock_stands_at_its_day() -> None:
    world = put_all(unlike(0), {"dyad.0.over": 1, "dyad.0.now": 12.25})
    react(world)
    assert (world.dyad[0].now, world.dyad[0].step) == (12.25, 13)
