"""Do third parties come in by their own lights, are both asked, and do talks leave what they should?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given

from sim.rules.agenda import pending
from sim.rules.meet.mediation import (
    collect_answers,
    consider_offering,
    eagerness,
    end_talks,
    harm,
    hold_talks,
    invite,
    offer,
    welcome,
)
from sim.rules.order import first_side
from sim.rules.record.decisive import where_it_stands
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import outcomes
from sim.vocabulary.codes import NONE
from tests.sim.rules.meet.test_meetings import both
from tests.sim.rules.meet.test_summit import kinds
from tests.sim.rules.worlds import ends, falls, few, put, put_all, rises, world_of, worlds


@few
@given(worlds(), ends())
def test_harm_rises_with_pressure_and_tension_and_falls_under_a_truce(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.points", (100 * two[0], 100 * two[1]), lambda: harm(world))
    rises(world, "dyad.0.tension", two, lambda: harm(world))
    falls(world, "dyad.0.truce", (0, 1), lambda: harm(world))
    assert 0 <= harm(world) <= 1


@few
@given(worlds(), ends())
def test_eagerness_follows_stake_reluctance_fatigue_and_memory(world: World, two: tuple[float, float]) -> None:
    def eager() -> float:
        return eagerness(world, world.mediators[0])

    rises(world, "mediators.0.stake", two, eager)
    falls(world, "mediators.0.reluctance", two, eager)
    falls(world, "mediators.0.fatigue", two, eager)
    rises(world, "mediators.0.hosting_memory", two, eager)
    assert 0 <= eager() <= 1
    rises(world, "mediators.0.acceptability.0", two, lambda: welcome(world.mediators[0]))


def test_offers_come_at_their_hazard() -> None:
    """3,000 days of a fresh and idle third party each: the share of days with an offer within 4 standard errors."""
    n = 3000
    world = put_all(world_of(), {"weights.0.offer_rate": 0.4, "setting.0.fatigue_kept": 1.0})
    rate = 0.4 * eagerness(world, world.mediators[0]) * harm(world) * welcome(world.mediators[0])
    chance = 1 - math.exp(-rate)
    seen = 0
    for day in range(n):
        put_all(world, {"dyad.0.tick": 4 * day, "mediators.0.stage": slots.IDLE})
        consider_offering(world, 0)
        seen += world.mediators[0].stage == slots.OFFERED
    assert abs(seen / n - chance) <= 4 * math.sqrt(chance * (1 - chance) / n)


@few
@given(worlds())
def test_whom_nobody_accepts_never_offers_and_is_never_invited(world: World) -> None:
    for mediator in world.mediators:
        mediator.acceptability[0] = mediator.acceptability[1] = 0.0
    put(world, "weights.0.offer_rate", 1.0)
    from sim.rules.observe.sight import look

    look(world, 0)
    for day in range(50):
        put(world, "dyad.0.tick", 4 * day)
        consider_offering(world, 0)
        invite(world, 0)
    assert kinds(world) == []


@pytest.mark.parametrize(
    ("east", "west", "stage"),
    [("accept", "accept", slots.CONVENING), ("accept", "decline", slots.IDLE), ("lapse", "accept", slots.IDLE)],
)
def test_two_yeses_convene_talks(east: str, west: str, stage: int) -> None:
    world = both(east, west)
    offer(world, 0, NONE)
    assert world.agenda[slots.FIRST_MEDIATOR].due == world.setting[0].answer_days
    collect_answers(world, 0)
    assert world.mediators[0].stage == stage
    assert pending(world, slots.FIRST_MEDIATOR) == (stage == slots.CONVENING)
    said = {(world.events[k].actor, kinds(world)[k]) for k in (1, 2)}
    assert said == {(0, f"mediation_{_past(east)}"), (1, f"mediation_{_past(west)}")}
    assert world.events[1].actor == first_side(world)
    assert all(world.events[k].request == 0 for k in range(1, 3))
    assert (world.mediators[0].fatigue > 0) == (stage == slots.IDLE)


def _past(answer: str) -> str:
    return {"accept": "accepted", "decline": "declined", "lapse": "lapsed"}[answer]


def test_who_invites_has_said_yes() -> None:
    world = both("accept")
    put(world, "weights.0.invited_gain", 1.0)
    invite(world, 0)
    assert kinds(world) == ["mediator_invited", "mediation_offered"]
    collect_answers(world, 0)
    assert kinds(world)[2:] == ["mediation_accepted", "mediation_convened"]
    assert world.events[2].actor == 1


def test_a_third_party_may_refuse_and_then_rests() -> None:
    world = put_all(world_of(), {"mediators.0.reluctance": 1.0, "weights.0.invited_gain": 0.0})
    invite(world, 0)
    assert kinds(world) == ["mediator_invited", "mediator_refused"]
    assert world.mediators[0].fatigue == pytest.approx(world.weights[0].fatigue)


def test_talks_lay_ground_and_can_agree_a_truce_and_a_summit() -> None:
    world = both("accept")
    offer(world, 1, NONE)
    collect_answers(world, 1)
    before = world.dyad[0].groundwork
    hold_talks(world, 1)
    assert kinds(world)[-3:] == ["mediation_held", "truce_agreed", "summit_scheduled"]
    dyad = world.dyad[0]
    assert (dyad.ever_talks, dyad.mediator, dyad.host) == (1, 1, NONE)
    assert dyad.groundwork > before
    assert world.mediators[1].stage == slots.IDLE
    assert world.mediators[1].record > 0
    assert world.agenda[slots.SUMMIT].asker == 2 + 1


def test_talks_that_end_with_nothing_are_no_deal_and_tire_the_host() -> None:
    world = both("decline")
    hold_talks(world, 0)
    assert kinds(world) == ["mediation_held", "mediation_failed"]
    assert where_it_stands(world) == outcomes.NO_DEAL
    assert world.mediators[0].record < 0
    assert world.mediators[0].fatigue > 0


@few
@given(worlds())
def test_a_host_s_memory_stays_within_its_bounds(world: World) -> None:
    for agreed in (True, True, False, False, False, False):
        end_talks(world, 0, agreed)
        assert -1 <= world.mediators[0].record <= 1
        assert 0 <= world.mediators[0].fatigue <= 1
