"""Are meetings arranged, held and called off as they should, and is withdrawing from a summit a blow-up?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.policies.simple import always
from sim.rules.agenda import pending
from sim.rules.meet.meetings import (
    both_accept,
    call_off,
    disappoint,
    hold_call,
    schedule_call,
    schedule_summit,
    try_summit,
    try_truce,
)
from sim.rules.record.decisive import where_it_stands
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import answers as replies
from sim.vocabulary import outcomes
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR, NONE
from tests.sim.rules.meet.test_summit import kinds
from tests.sim.rules.worlds import SLACK, few, model_of, put_all, share, world_of, worlds


def both(answer: str, other: str | None = None) -> World:
    world: World = model_of(policies={"east": always("hold", answer), "west": always("hold", other or answer)}).world
    return world


def test_meetings_get_dates_after_their_lead_times() -> None:
    world = put_all(world_of(), {"dyad.0.now": 3.25})
    schedule_call(world, 1)
    schedule_summit(world, FIRST_MEDIATOR + 1)
    assert world.agenda[slots.CALL].due == 3.25 + world.setting[0].call_lead_days
    assert world.agenda[slots.SUMMIT].due == 3.25 + world.setting[0].summit_lead_days
    assert world.events[1].mediator == 1


def test_a_signing_is_announced_when_the_scenario_has_one() -> None:
    world = put_all(world_of(), {"setting.0.signing": 1})
    schedule_summit(world, 0)
    assert kinds(world) == ["summit_scheduled", "signing_announced"]


@pytest.mark.parametrize("slot", [slots.CALL, slots.SUMMIT])
def test_withdrawing_is_a_break_until_there_is_another_date(slot: int) -> None:
    world = world_of()
    (schedule_call if slot == slots.CALL else schedule_summit)(world, 1)
    call_off(world, 0)
    assert not pending(world, slot)
    dyad = world.dyad[0]
    assert dyad.ever_withdrawal == 1
    assert where_it_stands(world) == outcomes.BLOW_UP
    assert world.events[1].request == 0
    assert world.leaders[1].refused > world.leaders[0].refused
    schedule_call(world, 1)
    assert where_it_stands(world) == outcomes.NO_CONTACT


def test_of_two_meetings_the_summit_is_called_off_first() -> None:
    world = world_of()
    schedule_call(world, 1)
    schedule_summit(world, 1)
    call_off(world, 0)
    assert (pending(world, slots.CALL), pending(world, slots.SUMMIT)) == (True, False)


def test_a_call_is_contact_warms_the_bond_and_may_bring_a_truce_and_a_summit() -> None:
    world = both("accept")
    schedule_call(world, 1)
    rapport, ground = world.dyad[0].rapport, world.dyad[0].groundwork
    hold_call(world)
    assert kinds(world) == ["call_scheduled", "call_held", "truce_agreed", "summit_scheduled"]
    dyad = world.dyad[0]
    assert (dyad.ever_call, dyad.spoken, dyad.met, dyad.first_asked[1]) == (1, 1, 0, 1)
    assert dyad.rapport > rapport
    assert dyad.groundwork > ground
    assert world.agenda[slots.SUMMIT].asker == BOTH


def test_one_no_is_enough() -> None:
    for answers in (("accept", "decline"), ("lapse", "accept")):
        world = both(*answers)
        assert not both_accept(world, replies.TRUCE, NONE)
        assert not try_truce(world, NONE)
        try_summit(world, BOTH)
        assert kinds(world) == []


def test_a_truce_is_not_asked_for_twice_nor_when_there_is_nothing_to_cut() -> None:
    world = both("accept")
    world.dyad[0].truce = 1
    assert not try_truce(world, NONE)
    world.dyad[0].truce = 0
    for leader in world.leaders:
        leader.points = 0.0
    assert not try_truce(world, NONE)
    assert world.dyad[0].decision_count == 0


@few
@given(worlds(), share)
def test_a_meeting_that_ends_with_nothing_costs_both_face_and_approval(world: World, part: float) -> None:
    before = [(leader.face, public.approval) for leader, public in zip(world.leaders, world.publics, strict=True)]
    disappoint(world, part)
    for (face, approval), leader, public in zip(before, world.leaders, world.publics, strict=True):
        assert -1 <= leader.face <= face + SLACK
        assert 0 <= public.approval <= approval + SLACK
