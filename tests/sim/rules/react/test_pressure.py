"""Does pressure move by rungs below its ceiling, and does a truce hold, break, renew and lapse as it should?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.agenda import pending
from sim.rules.react.pressure import (
    agree_truce,
    breach_truce,
    ease,
    escalate,
    lapse_truce,
    renew_truce,
    set_points,
    truce_urgency,
)
from sim.rules.record.decisive import where_it_stands
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import outcomes
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import SLACK, few, kinds, put_all, world_of, worlds


@few
@given(worlds())
def test_an_escalation_goes_up_a_rung_hurts_both_markets_and_angers_the_other(world: World) -> None:
    leader, other = world.leaders[0], world.leaders[1]
    before = (leader.points, world.markets[0].index, world.markets[1].index, other.provocation)
    escalate(world, 0)
    assert leader.points == pytest.approx(min(before[0] + leader.rung, leader.ceiling))
    assert leader.peak_points >= leader.points
    assert world.markets[0].index <= before[1]
    assert world.markets[1].index <= before[2]
    assert other.provocation >= before[3] - SLACK
    assert world.events[0].amount == pytest.approx(leader.points - before[0])


@few
@given(worlds())
def test_easing_goes_down_a_rung_relieves_markets_soothes_the_other_and_costs_face_and_approval(world: World) -> None:
    leader, other = world.leaders[0], world.leaders[1]
    before = (leader.points, world.markets[1].index, other.easing, leader.face, world.publics[0].approval)
    ease(world, 0)
    assert leader.points == pytest.approx(max(before[0] - leader.rung, 0.0))
    assert world.markets[1].index >= before[1]
    assert other.easing >= before[2] - SLACK
    assert leader.face <= before[3] + SLACK
    assert world.publics[0].approval <= before[4] + SLACK
    assert world.events[0].amount == pytest.approx(before[0] - leader.points)


@few
@given(worlds())
def test_a_truce_cuts_both_and_a_breach_brings_everything_back(world: World) -> None:
    before = [leader.points for leader in world.leaders]
    agree_truce(world, NONE)
    cut = world.setting[0].cut
    assert [leader.points for leader in world.leaders] == pytest.approx([(1 - cut) * points for points in before])
    assert pending(world, slots.TRUCE_TERM)
    assert where_it_stands(world) == outcomes.TRUCE
    breach_truce(world, 0)
    assert [leader.points for leader in world.leaders] == pytest.approx(before)
    assert world.dyad[0].truce == 0
    assert not pending(world, slots.TRUCE_TERM)
    assert where_it_stands(world) == outcomes.BLOW_UP
    assert list(world.dyad[0].suspended) == [0, 0]


@few
@given(worlds())
def test_a_breach_is_a_broken_promise_to_the_other_only(world: World) -> None:
    agree_truce(world, NONE)
    burned = [leader.burned for leader in world.leaders]
    breach_truce(world, 0)
    assert world.leaders[0].burned == burned[0]
    assert world.leaders[1].burned >= burned[1] - SLACK


def test_an_escalation_under_a_truce_breaks_it_and_then_adds_a_rung() -> None:
    world = put_all(world_of(), {"setting.0.cut": 0.6})
    agree_truce(world, NONE)
    assert [leader.points for leader in world.leaders] == [20, 20]
    escalate(world, 1)
    assert [leader.points for leader in world.leaders] == [50, 60]
    assert kinds(world) == ["truce_agreed", "escalate", "truce_breached"]
    assert world.events[2].cause == 1
    assert [(world.events[k].actor, world.events[k].target) for k in (1, 2)] == [(1, 0), (1, 0)]
    assert world.leaders[0].burned > 0 == world.leaders[1].burned


@few
@given(worlds())
def test_no_side_goes_over_its_ceiling_when_pressure_snaps_back(world: World) -> None:
    agree_truce(world, NONE)
    world.leaders[0].points = world.leaders[0].ceiling
    breach_truce(world, 1)
    assert all(0 <= leader.points <= leader.ceiling for leader in world.leaders)


def test_a_renewed_truce_runs_another_term_and_a_lapsed_one_leaves_what_is_in_force() -> None:
    world = put_all(world_of(), {"setting.0.term_days": 30.0, "setting.0.cut": 0.6})
    agree_truce(world, NONE)
    world.dyad[0].now = 30.0
    renew_truce(world)
    assert world.agenda[slots.TRUCE_TERM].due == 60.0
    lapse_truce(world)
    assert world.dyad[0].truce == 0
    assert [leader.points for leader in world.leaders] == [20, 20]
    assert where_it_stands(world) == outcomes.NO_DEAL  # it ran out: nothing holds, nothing is broken off
    escalate(world, 0)
    assert e.WORDS.index("truce_breached") not in [world.events[k].kind for k in range(world.dyad[0].event_count)]


def test_a_truce_grows_urgent_towards_its_term() -> None:
    world = put_all(world_of(), {"setting.0.term_days": 40.0})
    assert truce_urgency(world) == 0
    agree_truce(world, NONE)
    for day, expected in ((0.0, 0.0), (10.0, 0.25), (40.0, 1.0)):
        world.dyad[0].now = day
        assert truce_urgency(world) == pytest.approx(expected)


def test_a_change_is_told_as_a_share_of_the_ceiling() -> None:
    world = put_all(world_of(), {"leaders.0.points": 20.0, "leaders.0.ceiling": 80.0})
    assert set_points(world, 0, 60.0) == pytest.approx(0.5)


@few
@given(worlds())
def test_an_escalation_sinks_face_in_not_yielding_unless_that_is_turned_off(world: World) -> None:
    sunk = world.leaders[0].sunk
    put_all(world, {"weights.0.sink": 0.0})
    escalate(world, 0)
    assert world.leaders[0].sunk == sunk
    put_all(world, {"weights.0.sink": 0.25})
    escalate(world, 0)
    assert world.leaders[0].sunk == pytest.approx(sunk + (1 - sunk) * 0.25)
