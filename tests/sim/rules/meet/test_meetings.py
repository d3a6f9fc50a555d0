"""Are meetings arranged, held and called off as they should, and is withdrawing from a summit a blow-up?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.simple import always
from sim.rules.agenda import pending
from sim.rules.meet.meetings import call_off, hold_call, letters_answered, schedule_call, schedule_summit, try_summit
from sim.rules.record.decisive import where_it_stands
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import outcomes
from sim.vocabulary.codes import BOTH, FIRST_MEDIATOR
from tests.sim.rules.worlds import few, kinds, model_of, put_all, world_of, worlds


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


PASSES = {"weights.0.ratification_base": 500.0}
SHUT = {"weights.0.door_call": 0.0}


def test_a_call_is_contact_warms_the_bond_and_may_bring_a_truce_and_a_summit() -> None:
    world = put_all(both("accept"), PASSES | SHUT)
    schedule_call(world, 1)
    rapport, ground = world.dyad[0].rapport, world.dyad[0].groundwork
    hold_call(world)
    assert kinds(world) == ["call_scheduled", "call_held", "truce_agreed", "summit_scheduled"]
    dyad = world.dyad[0]
    assert (dyad.ever_call, dyad.spoken, dyad.met, dyad.first_asked[1]) == (1, 1, 0, 1)
    assert dyad.rapport > rapport
    assert dyad.groundwork > ground
    assert world.agenda[slots.SUMMIT].asker == BOTH


def test_a_call_on_laid_ground_may_settle_the_matter_and_then_nothing_else_is_asked() -> None:
    """The same call with its door shut and open."""
    floors = {f"publics.{side}.win_set": 0.0 for side in range(2)} | {
        "weights.0.floor_resolve": 0.0, "weights.0.floor_base": 0.0, "weights.0.floor_outside": 0.0,
        "weights.0.call_ground": 1.0,
    }  # fmt: skip
    found = []
    for authority in (0.0, 1.0):
        world = put_all(both("accept"), {**PASSES, **floors, "weights.0.door_call": authority})
        schedule_call(world, 1)
        hold_call(world)
        found.append(kinds(world)[2:])
    assert found == [["truce_agreed", "summit_scheduled"], ["deal"]]


def test_one_no_means_no_date() -> None:
    world = both("accept", "decline")
    try_summit(world, BOTH)
    assert kinds(world) == []


@few
@given(worlds(), st.integers(0, 1))
def test_an_answered_letter_is_contact_and_warms_the_bond_unless_that_is_turned_off(world: World, side: int) -> None:
    rapport = world.dyad[0].rapport
    put_all(world, {"weights.0.letter_rapport": 0.0})
    letters_answered(world, side)
    assert (world.dyad[0].letters, world.dyad[0].first_asked[0], world.dyad[0].rapport) == (1, side, rapport)
    put_all(world, {"weights.0.letter_rapport": 0.25})
    letters_answered(world, side)
    assert world.dyad[0].rapport == pytest.approx(rapport + (1 - rapport) * 0.25)
