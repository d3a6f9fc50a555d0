"""Do reasons for reaching out point the way the design says, and are the quiet ways cheaper than a call?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.decide.overtures import (
    weigh_appoint,
    weigh_call,
    weigh_envoy,
    weigh_invite,
    weigh_letter,
    weigh_signal,
    weigh_summit,
)
from sim.state.world import World
from sim.vocabulary import levels
from sim.vocabulary.codes import NONE
from tests.sim.rules.decide.test_appraisal import reason
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, world_of, worlds

CHANNELS = (weigh_signal, weigh_letter, weigh_envoy, weigh_invite, weigh_call, weigh_summit)


@few
@given(worlds(), ends(0, 2))
def test_pain_and_ripeness_speak_for_every_channel(world: World, two: tuple[float, float]) -> None:
    for weigh in CHANNELS:
        rises(world, "leaders.0.pain", two, reason(world, weigh, "markets"))
        rises(world, "leaders.0.ripeness", two, reason(world, weigh, "ripeness"))


@few
@given(worlds(), ends(0, 2))
def test_face_at_risk_speaks_against_every_channel_and_least_against_the_quiet_ones(
    world: World, two: tuple[float, float]
) -> None:
    for weigh in CHANNELS:
        falls(world, "leaders.0.face_exposure", two, reason(world, weigh, "face"))
    put_all(world, {"weights.0.letter_price": 0.2, "weights.0.signal_price": 0.2})
    letter, signal, call = (reason(world, weigh, "face")() for weigh in (weigh_letter, weigh_signal, weigh_call))
    assert call <= signal + SLACK <= letter + 2 * SLACK


@few
@given(worlds(), ends())
def test_unprepared_calls_and_summits_are_feared(world: World, two: tuple[float, float]) -> None:
    for weigh in (weigh_call, weigh_summit):
        falls(world, "leaders.0.caution", two, reason(world, weigh, "groundwork"))
        rises(world, "dyad.0.groundwork", two, reason(world, weigh, "groundwork"))
        falls(world, "leaders.0.spread", two, reason(world, weigh, "groundwork"))
        falls(world, "leaders.0.fear", two, reason(world, weigh, "precedent"))
        rises(world, "leaders.0.hope", two, reason(world, weigh, "precedent"))
    put(world, "leaders.0.call_belief", world.leaders[0].summit_belief)
    assert reason(world, weigh_summit, "groundwork")() <= reason(world, weigh_call, "groundwork")() + SLACK


@few
@given(worlds(), ends())
def test_caution_speaks_for_preparing(world: World, two: tuple[float, float]) -> None:
    for weigh in (weigh_letter, weigh_envoy, weigh_appoint, weigh_invite):
        rises(world, "leaders.0.caution", two, reason(world, weigh, "groundwork"))
        falls(world, "dyad.0.groundwork", two, reason(world, weigh, "groundwork"))


@few
@given(worlds(), ends())
def test_glory_needs_appetite_and_a_likely_yes(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.summit_appetite", two, reason(world, weigh_summit, "glory"))
    rises(world, "leaders.0.summit_belief", two, reason(world, weigh_summit, "glory"))
    rises(world, "leaders.0.call_belief", two, reason(world, weigh_call, "glory"))


@few
@given(worlds(), ends())
def test_a_gatekeeper_prefers_the_leader_s_own_line(world: World, two: tuple[float, float]) -> None:
    rises(world, "leaders.0.gate", two, reason(world, weigh_call, "advisers"))
    falls(world, "leaders.0.gate", two, reason(world, weigh_envoy, "advisers"))


@few
@given(worlds(), ends())
def test_a_mediator_s_formula_saves_face_as_far_as_it_is_accepted(world: World, two: tuple[float, float]) -> None:
    host = world.leaders[0].best_host
    if host != NONE:
        for path in (f"mediators.{host}.face_formula", f"mediators.{host}.acceptability.0"):
            rises(world, path, two, reason(world, weigh_invite, "face"))
        rises(world, f"mediators.{host}.record", two, reason(world, weigh_invite, "precedent"))


@few
@given(worlds())
def test_without_a_host_there_is_no_reason_to_invite_one(world: World) -> None:
    put(world, "leaders.0.best_host", NONE)
    assert [reason(world, weigh_invite, name)() for name in ("face", "ripeness", "ego")] == [0, 0, 0]


QUIET = {weigh_signal: "signal_price", weigh_letter: "letter_price", weigh_envoy: "envoy_price",
         weigh_invite: "invite_price"}  # fmt: skip


@few
@given(worlds(), ends())
def test_the_quiet_ways_cost_pride_their_share_of_a_call_s_price_and_nothing_where_they_are_free(
    world: World, two: tuple[float, float]
) -> None:
    """The ladder of the climb-down: what can be denied is cheaper (and an invitation says that one needs help)."""
    if world.leaders[0].best_host == NONE:
        put_all(world, {"leaders.0.best_host": 0})
    put(world, "weights.0.refusal_fear", 0.0)
    for weigh, price in QUIET.items():
        falls(world, f"weights.0.{price}", two, reason(world, weigh, "ego"))
        put(world, f"weights.0.{price}", two[0])
        assert reason(world, weigh_call, "ego")() <= reason(world, weigh, "ego")() + SLACK
        put(world, f"weights.0.{price}", 0.0)
        assert reason(world, weigh, "ego")() == 0


@few
@given(worlds(), ends())
def test_an_invitation_is_worth_what_the_host_can_be_had_for_unless_that_gamble_is_off(
    world: World, two: tuple[float, float]
) -> None:
    put(world, "leaders.0.best_host", 0)
    put(world, "weights.0.invite_gamble", 1.0)
    for name in ("markets", "ripeness", "stakes"):
        rises(world, "leaders.0.host_belief", two, reason(world, weigh_invite, name))
    put(world, "leaders.0.host_belief", 0.0)
    assert reason(world, weigh_invite, "ripeness")() == 0
    put(world, "weights.0.invite_gamble", 0.0)
    moment = 1 - world.dyad[0].spent[levels.TALKS]
    assert reason(world, weigh_invite, "ripeness")() == pytest.approx(world.leaders[0].ripeness * moment)


@few
@given(worlds(), ends())
def test_bad_memories_speak_against_a_letter_and_good_ones_for_it(world: World, two: tuple[float, float]) -> None:
    falls(world, "leaders.0.fear", two, reason(world, weigh_letter, "precedent"))
    rises(world, "leaders.0.hope", two, reason(world, weigh_letter, "precedent"))
    put(world, "weights.0.letter_memory", 0.0)
    assert reason(world, weigh_letter, "precedent")() == 0


def test_a_blocked_envoy_speaks_for_a_new_one() -> None:
    world = put_all(world_of(), {"leaders.0.caution": 0.6, "dyad.0.groundwork": 0.0})
    before = reason(world, weigh_appoint, "groundwork")()
    put(world, "leaders.0.blocked", 1.0)
    assert reason(world, weigh_appoint, "groundwork")() == pytest.approx(2 * before)
