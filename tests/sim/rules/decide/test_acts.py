"""Does each action do what it says the moment it is taken, and is it written down?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.agenda import pending
from sim.rules.decide.acts import act
from sim.state.world import World
from sim.vocabulary import actions as acts
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import BOTH
from tests.sim.rules.worlds import SLACK, few, kinds, look_again, put_all, world_of, worlds

KIND_OF = {
    "escalate": "escalate",
    "ease": "ease",
    "signal": "signal",
    "send_letter": "letter_sent",
    "send_envoy": "envoy_sent",
    "appoint_envoy": "envoy_appointed",
    "invite_mediator": "mediator_invited",
    "request_call": "call_requested",
    "propose_summit": "summit_proposed",
    "withdraw": "meeting_withdrawn",
    "court_partners": "court_partners",
    "rally": "rally",
}


@pytest.mark.parametrize("action", range(len(acts.WORDS)))
def test_an_act_is_counted_written_down_and_remembered(action: int) -> None:
    world = look_again(world_of())
    world.agenda[slots.SUMMIT].due = 20.0
    world.leaders[0].decision = 4
    act(world, 0, action)
    assert world.leaders[0].counts[action] == 1
    if action == acts.HOLD:
        assert kinds(world) == []
        assert max(world.leaders[0].recent) == 0
    else:
        assert kinds(world)[0] == KIND_OF[acts.WORDS[action]]
        assert world.events[0].decision == 4
        assert world.events[0].actor == 0
        assert world.leaders[0].recent[action] == 1


@pytest.mark.parametrize(
    ("action", "slot", "latency"),
    [
        (acts.SEND_LETTER, slots.LETTER + 1, "answer_days"),
        (acts.REQUEST_CALL, slots.CALL_REQUEST + 1, "answer_days"),
        (acts.PROPOSE_SUMMIT, slots.SUMMIT_PROPOSAL + 1, "answer_days"),
        (acts.SEND_ENVOY, slots.ENVOY, "envoy_days"),
    ],
)
def test_what_is_sent_falls_due_after_its_latency(action: int, slot: int, latency: str) -> None:
    world = put_all(world_of(), {"dyad.0.now": 10.5})
    act(world, 0, action)
    item = world.agenda[slot]
    assert item.due == 10.5 + getattr(world.setting[0], latency)
    assert (item.event, item.asker) == (0, 0)


@pytest.mark.parametrize(("action", "slot"), [(acts.REQUEST_CALL, slots.CALL), (acts.PROPOSE_SUMMIT, slots.SUMMIT)])
def test_crossing_requests_count_for_both(action: int, slot: int) -> None:
    world = world_of()
    act(world, 0, action)
    act(world, 1, action)
    assert kinds(world)[2:4] == [
        "requests_crossed",
        "call_scheduled" if action == acts.REQUEST_CALL else "summit_scheduled",
    ]
    assert world.agenda[slot].asker == BOTH
    waiting = slots.CALL_REQUEST if action == acts.REQUEST_CALL else slots.SUMMIT_PROPOSAL
    assert not any(pending(world, waiting + side) for side in range(2))


@few
@given(worlds())
def test_a_signal_lends_the_other_cover_and_hope_of_a_yes(world: World) -> None:
    other = world.leaders[1]
    before = (other.overture, other.accepted, other.asked, other.easing)
    act(world, 0, acts.SIGNAL)
    after = (other.overture, other.accepted, other.asked, other.easing)
    assert all(b - SLACK <= a for b, a in zip(before, after, strict=True))


def test_appointing_brings_up_the_next_on_the_bench_and_forgets_the_blocked_door() -> None:
    world = put_all(world_of(), {"leaders.0.blocked": 0.7})
    act(world, 0, acts.APPOINT_ENVOY)
    assert (world.leaders[0].envoy, world.leaders[0].blocked, world.events[0].envoy) == (1, 0, 1)
    assert world.leaders[1].envoy == 2


@few
@given(worlds())
def test_courting_widens_the_outside_option_and_shields_the_market(world: World) -> None:
    before = (world.leaders[0].outside_option, world.markets[0].exposure)
    act(world, 0, acts.COURT_PARTNERS)
    assert before[0] - SLACK <= world.leaders[0].outside_option <= 1
    assert 0 <= world.markets[0].exposure <= before[1]


@few
@given(worlds())
def test_a_rally_is_cheered_at_home_and_heard_next_door(world: World) -> None:
    before = (world.publics[0].hostility, world.leaders[0].face, world.leaders[1].provocation)
    act(world, 0, acts.RALLY)
    after = (world.publics[0].hostility, world.leaders[0].face, world.leaders[1].provocation)
    assert all(b - SLACK <= a <= 1 for b, a in zip(before, after, strict=True))


@few
@given(worlds(), st.integers(0, 12))
def test_an_act_moves_no_trait(world: World, action: int) -> None:
    traits = (
        "ego",
        "face_need",
        "market_sensitivity",
        "summit_appetite",
        "caution",
        "resolve",
        "patience",
        "precision",
    )
    before = [[getattr(leader, trait) for trait in traits] for leader in world.leaders]
    world.leaders[0].envoy = 0
    act(world, 0, action)
    assert before == [[getattr(leader, trait) for trait in traits] for leader in world.leaders]


def test_what_another_s_act_made_impossible_does_nothing() -> None:
    """Simultaneous moves: both call the same summit off, or both invite the same host."""
    world = look_again(world_of())
    world.agenda[slots.SUMMIT].due = 9.0
    act(world, 0, acts.WITHDRAW)
    act(world, 1, acts.WITHDRAW)
    assert kinds(world).count("meeting_withdrawn") == 1
    act(world, 0, acts.INVITE_MEDIATOR)
    act(world, 1, acts.INVITE_MEDIATOR)
    assert kinds(world).count("mediator_invited") == 1


@few
@given(worlds())
def test_a_rally_sinks_face_unless_that_is_turned_off(world: World) -> None:
    sunk = world.leaders[0].sunk
    put_all(world, {"weights.0.sink": 0.0})
    act(world, 0, acts.RALLY)
    assert world.leaders[0].sunk == sunk
    put_all(world, {"weights.0.sink": 0.5})
    act(world, 0, acts.RALLY)
    assert world.leaders[0].sunk == pytest.approx(sunk + (1 - sunk) * 0.5)


@few
@given(worlds(), st.sampled_from([acts.REQUEST_CALL, acts.PROPOSE_SUMMIT]))
def test_asking_shows_need_to_the_one_who_is_asked(world: World, action: int) -> None:
    put_all(world, {"leaders.0.cover": 0.5, "weights.0.asking_shame": 0.1})
    faces = [leader.face for leader in world.leaders]
    asked = world.leaders[1].asked
    act(world, 0, action)
    assert world.leaders[0].face <= faces[0]
    assert world.leaders[1].face >= faces[1]
    assert world.leaders[1].asked == pytest.approx(min(asked + 1, 50))
