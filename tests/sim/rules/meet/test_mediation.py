"""Do third parties come in by their own lights, are both asked, and do talks leave what they should?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.luck import uniform
from sim.rules.agenda import pending
from sim.rules.meet.mediation import (
    collect_answers,
    consider_offering,
    end_talks,
    harm,
    hold_talks,
    invite,
    offer,
    urge_to_help,
    welcome,
)
from sim.rules.observe.hosts import eagerness, wait_again
from sim.rules.order import first_side
from sim.rules.record.decisive import where_it_stands
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import outcomes
from sim.vocabulary.codes import NONE
from sim.vocabulary.purposes import OFFER
from tests.sim.rules.meet.test_meetings import both
from tests.sim.rules.worlds import ends, falls, few, kinds, look_again, put, put_all, rises, world_of, worlds


@few
@given(worlds(), ends())
def test_harm_rises_with_pressure_and_tension_and_falls_under_a_truce(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.points", (100 * two[0], 100 * two[1]), lambda: harm(world))
    rises(world, "dyad.0.tension", two, lambda: harm(world))
    falls(world, "dyad.0.truce", (0, 1), lambda: harm(world))
    assert 0 <= harm(world) <= 1


@few
@given(worlds(), ends())
def test_a_third_party_is_the_more_welcome_the_more_either_side_accepts_it(
    world: World, two: tuple[float, float]
) -> None:
    for side in range(2):
        rises(world, f"mediators.0.acceptability.{side}", two, lambda: welcome(world.mediators[0]))
    assert 0 <= welcome(world.mediators[0]) <= 1


def days_to_offer(world: World, urges: list[float]) -> int:
    """After how many days an idle third party offers, each day with its own urge (the last one for ever)."""
    mediator = world.mediators[0]
    mediator.stage = slots.IDLE
    day = 0
    while mediator.stage == slots.IDLE:
        consider_offering(world, 0, urges[min(day, len(urges) - 1)])
        day += 1
    return day


def test_offers_come_at_their_hazard_while_it_changes_day_by_day() -> None:
    """3,000 waits: after each day the share that still waits is exp(-hazard so far), within 4 standard errors.

    The first wait is the one that was drawn when the run began; every other one is drawn by the offer before it.
    """
    n = 3000
    world = put_all(world_of(), {"setting.0.fatigue_kept": 1.0, "mediators.0.fatigue": 0.0})
    readiness = eagerness(world, world.mediators[0]) * welcome(world.mediators[0])
    urges = [urge / readiness for urge in (0.05, 0.4, 0.0, 0.2, 1.0)]
    days = [days_to_offer(world, urges) for _ in range(n)]
    for day in range(1, 6):
        waits = math.exp(-readiness * sum(urges[:day]))
        assert abs(sum(d > day for d in days) / n - waits) <= 4 * math.sqrt(waits * (1 - waits) / n)
    assert 3 not in days  # nothing urges on the third day
    assert world.mediators[0].waits == n + 1


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_each_wait_has_an_address_of_its_own_and_starts_anew_after_an_offer(seed: int, run: int) -> None:
    world = put_all(world_of(), {"setting.0.seed": seed, "setting.0.run": run, "mediators.0.waits": 0})
    mediator = world.mediators[0]
    wait_again(world, mediator)
    for number in range(3):
        assert (mediator.waits, mediator.to_wait) == (number + 1, wait(world, number))
        put_all(world, {"mediators.0.stage": slots.IDLE, "mediators.0.to_wait": 0.0})
        consider_offering(world, 0, 1e-9)
        assert kinds(world) == ["mediation_offered"] * (number + 1)


def wait(world: World, number: int) -> float:
    """How much hazard the first third party lets pass in the wait of a number, from its address."""
    setting = world.setting[0]
    return -math.log(uniform(setting.seed, setting.run, number, world.mediators[0].key, OFFER))


@given(st.integers(0, 1000), st.integers(1, 100))
def test_half_steps_wear_a_wait_down_as_whole_ones_do(urge: int, left: int) -> None:
    """In sixty-fourths, which halves leave exact; the wait that follows an offer has an address, so it is the same."""
    ends = []
    for steps in (1, 2):
        world = put_all(world_of(), {"setting.0.fatigue_kept": 1.0, "mediators.0.to_wait": left / 64})
        put_all(
            world, {"mediators.0.stake": 1.0, "mediators.0.reluctance": 0.0, "mediators.0.acceptability": [1.0, 1.0]}
        )
        for _ in range(steps):
            consider_offering(world, 0, urge / 64 / steps)
        ends.append((world.mediators[0].stage, world.mediators[0].to_wait))
    assert ends[0] == ends[1]


@few
@given(worlds())
def test_the_urge_to_help_is_rate_times_harm_times_days(world: World) -> None:
    put_all(world, {"weights.0.offer_rate": 0.3, "setting.0.step_days": 0.25})
    assert urge_to_help(world) == pytest.approx(0.3 * harm(world) * 0.25)


def test_a_third_party_at_work_waits_no_further_but_recovers() -> None:
    world = put_all(world_of(), {"mediators.0.stage": slots.OFFERED, "mediators.0.fatigue": 0.5})
    left = world.mediators[0].to_wait
    consider_offering(world, 0, 100.0)
    assert world.mediators[0].to_wait == left
    assert world.mediators[0].fatigue == 0.5 * world.setting[0].fatigue_kept


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
        consider_offering(world, 0, urge_to_help(world))
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
    world = look_again(both("accept"))
    put(world, "weights.0.invited_gain", 1.0)
    invite(world, 0)
    assert kinds(world) == ["mediator_invited", "mediation_offered"]
    collect_answers(world, 0)
    assert kinds(world)[2:] == ["mediation_accepted", "mediation_convened"]
    assert world.events[2].actor == 1


def test_a_third_party_may_refuse_and_then_rests() -> None:
    world = put_all(look_again(world_of()), {"mediators.0.reluctance": 1.0, "weights.0.invited_gain": 0.0})
    invite(world, 0)
    assert kinds(world) == ["mediator_invited", "mediator_refused"]
    assert world.mediators[0].fatigue == pytest.approx(world.weights[0].fatigue)


SHUT = {"weights.0.ratification_base": 500.0, "weights.0.door_talks": 0.0}


def test_talks_lay_ground_and_can_agree_a_truce_and_a_summit() -> None:
    world = put_all(both("accept"), SHUT)
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


def test_talks_on_laid_ground_may_settle_the_matter() -> None:
    """The same round with its door shut and open; the deal is the host's."""
    floors = {f"publics.{side}.win_set": 0.0 for side in range(2)} | {
        "weights.0.floor_resolve": 0.0, "weights.0.floor_base": 0.0, "weights.0.floor_outside": 0.0,
        "weights.0.talks_ground": 1.0, "mediators.1.stage": slots.CONVENING,
    }  # fmt: skip
    found = []
    for authority in (0.0, 1.0):
        world = put_all(both("accept"), {**SHUT, **floors, "weights.0.door_talks": authority})
        hold_talks(world, 1)
        found.append(kinds(world)[1:])
        assert (world.mediators[1].stage, world.dyad[0].host) == (slots.IDLE, NONE)
    assert found == [["truce_agreed", "summit_scheduled"], ["deal"]]
    assert world.events[1].mediator == 1


def test_talks_that_end_with_nothing_are_no_deal_and_tire_the_host() -> None:
    world = put_all(both("decline"), SHUT)
    hold_talks(world, 0)
    assert kinds(world) == ["mediation_held", "mediation_failed"]
    assert where_it_stands(world) == outcomes.NO_DEAL
    assert world.mediators[0].record < 0
    assert world.mediators[0].fatigue > 0


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_every_round_tires_the_host_unless_that_is_turned_off(answer: str) -> None:
    """A host's will is limited: after a round it comes less readily, whatever the round has brought."""
    tired = []
    for part in (0.0, 0.6):
        world = put_all(both(answer), {**SHUT, "weights.0.round_fatigue": part, "weights.0.fatigue": 0.0})
        hold_talks(world, 0)
        tired.append(world.mediators[0].fatigue)
    assert tired == [0.0, 0.6]


@few
@given(worlds())
def test_a_host_s_memory_stays_within_its_bounds(world: World) -> None:
    for agreed in (True, True, False, False, False, False):
        end_talks(world, 0, agreed)
        assert -1 <= world.mediators[0].record <= 1
        assert 0 <= world.mediators[0].fatigue <= 1
