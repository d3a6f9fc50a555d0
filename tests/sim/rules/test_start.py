"""Does a run take over what was so before its first day, no more and no less, and write it down?"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.mesa import NegotiationModel
from sim.files import vary
from sim.policies.simple import always
from sim.results.trajectory import Trajectory
from sim.rules.observe.beliefs import spread_of
from sim.rules.observe.sight import look
from sim.rules.react.pressure import escalate, truce_urgency
from sim.run import run_one
from sim.scenario import Scenario
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import events as e
from sim.vocabulary import levels
from sim.vocabulary.codes import NEVER
from tests.generate import few, scenarios
from tests.sim.rules.worlds import PLAIN, world_of

START = PLAIN.start
AGES = st.integers(1, 3000)


def day(number: int) -> dt.date:
    return START + dt.timedelta(days=number)


def truce(since: int = -30, until: int = 45, east: float = 20.0, west: float = 10.0) -> dict[str, Any]:
    in_force = {"since": day(since), "until": day(until), "suspended": {"east": east, "west": west}}
    return {"at_start": {"truce": in_force}}


def contact(age: int, level: str = "call") -> dict[str, Any]:
    return {"at_start": {"contact": {"date": day(-age), "level": level}}}


def both_waiting(changes: dict[str, Any]) -> Trajectory:
    policies = {side: always("hold", answer="decline") for side in PLAIN.leaders}
    return run_one(vary(PLAIN, {"mediators": {}, **changes}), seed=4, policies=policies)


def told(world: World) -> list[str]:
    return [e.WORDS[world.events[number].kind] for number in range(world.dyad[0].event_count)]


@few
@given(scenarios(5))
def test_the_first_day_tells_exactly_what_the_scenario_says_is_so(scenario: Scenario) -> None:
    events = NegotiationModel(scenario, seed=3).trajectory().columns["events"]
    at_start = scenario.at_start
    wanted = [
        *["earlier_contact" for _ in [at_start.contact] if at_start.contact],
        *["earlier_talks_failed" for mediator in scenario.mediators.values() if mediator.failed_on],
        *["truce_in_force" for _ in [at_start.truce] if at_start.truce],
    ]
    meeting = ["summit_scheduled", *["signing_announced"] * scenario.summit.signing_announced]
    assert list(events["kind"]) == wanted + (meeting if at_start.meeting_on else [])
    assert set(events["day"]) <= {0.0} and set(events["origin"]) <= {"scheduled"}


def test_where_nothing_is_so_nothing_is_told_and_nothing_waits() -> None:
    world = world_of()
    assert told(world) == []
    assert world.dyad[0].truce == 0 and world.agenda[slots.TRUCE_TERM].due == NEVER
    assert [mediator.fatigue for mediator in world.mediators] == [0, 0]


def test_a_truce_in_force_has_its_term_and_has_run_part_of_it() -> None:
    world = world_of(truce(since=-30, until=45))
    assert world.agenda[slots.TRUCE_TERM].due == 45
    assert truce_urgency(world) == pytest.approx(30 / 75)


def test_a_breach_brings_back_what_each_side_had_suspended() -> None:
    world = world_of(truce(east=20, west=10))
    assert [leader.points for leader in world.leaders] == [50, 50]
    escalate(world, 0)
    assert [leader.points for leader in world.leaders] == [80, 60], "its rung and both sides' suspended points"
    assert "truce_breached" in told(world) and world.dyad[0].truce == 0


def test_a_truce_that_nobody_touches_stands_at_the_end_and_is_not_counted_as_agreed_in_the_run() -> None:
    record = both_waiting(truce(until=61))
    assert record.outcome.outcome_class == "truce"
    assert not record.outcome.ever["truce"] and not record.outcome.ever["breach"]
    assert record.columns["steps"]["truce"][-1] == 1


def test_at_the_end_of_its_term_both_are_asked_to_renew_it() -> None:
    record = both_waiting(truce(until=20))
    events = record.columns["events"]
    assert dict(zip(events["kind"], events["day"], strict=True))["truce_lapsed"] == 20
    assert record.outcome.outcome_class == "no_deal", "something was agreed once"


@pytest.mark.parametrize(("age", "stands"), [(10, "no_deal"), (40, "no_contact")])
def test_who_was_in_touch_lately_is_in_touch_and_loses_it_with_time(age: int, stands: str) -> None:
    assert both_waiting(contact(age)).outcome.outcome_class == stands, "90 days, of which the run takes 60"


@given(AGES)
def test_an_earlier_contact_is_one_yes_that_fades_with_its_age(age: int) -> None:
    world, plain = world_of(contact(age)), world_of()
    left = 0.5 ** (age / world.weights[0].memory_half_life)
    for side in range(2):
        look(world, side)
        look(plain, side)
        leader, before = world.leaders[side], plain.leaders[side]
        assert leader.accepted == pytest.approx(before.accepted + left)
        assert leader.refused == before.refused
        assert leader.spread == pytest.approx(spread_of(leader.accepted, leader.refused))
        assert leader.call_belief >= before.call_belief


@pytest.mark.parametrize("level", ["letter", "call", "summit"])
def test_an_earlier_contact_is_no_contact_of_the_run(level: str) -> None:
    record = both_waiting(contact(10, level))
    events = record.columns["events"]
    told_first = {name: events[name][0] for name in ("kind", "level", "amount")}
    assert told_first == {"kind": "earlier_contact", "level": level, "amount": 10}
    assert record.outcome.first_contact is None and record.outcome.first_voice is None


@given(AGES)
def test_a_host_that_failed_is_tired_less_trusted_and_has_used_the_moment(age: int) -> None:
    world = world_of({"mediators.oslo.failed_on": day(-age)})
    weights = world.weights[0]
    tired = 1 - (1 - weights.round_fatigue) * (1 - weights.fatigue)
    bern, oslo = sorted(world.mediators, key=lambda mediator: mediator.fatigue)
    assert (bern.fatigue, bern.record) == (0, 0)
    assert oslo.fatigue == pytest.approx(tired * 0.5 ** (age / weights.fatigue_half_life))
    assert oslo.record == pytest.approx(-weights.record_step)
    spent = weights.spend_talks * 0.5 ** (age / weights.moment_half_life)
    assert world.dyad[0].spent[levels.TALKS] == pytest.approx(spent)


def test_a_summit_agreed_before_the_start_is_on_the_agenda() -> None:
    world = world_of({"at_start": {"meeting_on": "2025-01-20"}})
    assert world.agenda[slots.SUMMIT].due == 14
    assert told(world) == ["summit_scheduled"]
