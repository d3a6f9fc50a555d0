"""Do requests end in a yes, a no or silence, and do envoys get through or not?"""

from __future__ import annotations

import math

import pytest

from sim.policies.simple import always
from sim.rules.agenda import pending
from sim.rules.answer.requests import answer_call_request, answer_letter, answer_proposal, end_of_term, envoy_arrives
from sim.rules.decide.acts import act
from sim.rules.observe.advisers import access_chance
from sim.rules.react.pressure import agree_truce
from sim.state.world import World
from sim.vocabulary import actions as acts
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary import levels
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import kinds, model_of, put_all, world_of

ANSWERS = {"accept": "request_accepted", "decline": "request_declined", "lapse": "request_lapsed"}


def asked(answer: str) -> World:
    """A world in which west gives one answer to everything and east leaves everything to the model."""
    world: World = model_of(policies={"west": lambda turn: answer if turn.kind == "answer" else None}).world
    return world


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_letter_is_answered_as_the_other_decides(answer: str) -> None:
    world = asked(answer)
    act(world, 0, acts.SEND_LETTER)
    answer_letter(world, 1)
    assert kinds(world) == ["letter_sent", ANSWERS[answer]]
    assert world.events[1].request == 0
    assert world.dyad[0].letters == int(answer == "accept")
    assert world.dyad[0].first_asked[0] == (0 if answer == "accept" else NONE)


@pytest.mark.parametrize(
    ("action", "settle", "slot"),
    [(acts.REQUEST_CALL, answer_call_request, slots.CALL), (acts.PROPOSE_SUMMIT, answer_proposal, slots.SUMMIT)],
)
def test_a_yes_sets_a_date_and_a_no_does_not(action: int, settle: object, slot: int) -> None:
    for answer in ANSWERS:
        world = asked(answer)
        act(world, 0, action)
        settle(world, 1)  # type: ignore[operator]
        assert pending(world, slot) == (answer == "accept")
        if answer == "accept":
            assert world.agenda[slot].asker == 0
            assert world.events[2].request == 0


def test_being_left_waiting_teaches_the_asker_and_stings() -> None:
    found = {}
    for answer in ANSWERS:
        world = asked(answer)
        act(world, 0, acts.SEND_LETTER)
        before = (world.leaders[0].accepted, world.leaders[0].refused, world.leaders[0].provocation)
        answer_letter(world, 1)
        after = (world.leaders[0].accepted, world.leaders[0].refused, world.leaders[0].provocation)
        found[answer] = tuple(a - b for a, b in zip(after, before, strict=True))
    assert found["accept"][:2] == (1, 0)
    assert found["decline"][:2] == found["lapse"][:2] == (0, 1)
    assert found["lapse"][2] > found["decline"][2] == 0


def test_envoys_get_through_as_often_as_the_door_is_open() -> None:
    """1,500 arrivals at as many ticks, each in a world as it was: within 4 standard errors."""
    n = 1500
    chance = access_chance(world_of(), 1, 0.5)
    seen = 0
    world = put_all(world_of(), {"weights.0.door_envoy": 0.0})
    keep = dict(vars(world.leaders[1]))
    for tick in range(n):
        vars(world.leaders[1]).update(keep)
        put_all(world, {"dyad.0.tick": tick, "envoys.0.standing": 0.5})
        envoy_arrives(world, 0)
        seen += kinds(world)[-1] == "envoy_received"
    assert abs(seen / n - chance) <= 4 * math.sqrt(chance * (1 - chance) / n)


def test_an_envoy_received_lays_ground_and_a_blocked_one_is_remembered() -> None:
    found = {}
    for openness in (1.0, 0.0):
        world = put_all(world_of(), {"weights.0.access_standing": 0.0})
        act(world, 0, acts.SEND_ENVOY)
        put_all(world, {"leaders.1.openness": openness, "leaders.1.gate": 0.0})
        ground, standing = world.dyad[0].groundwork, world.envoys[0].standing
        envoy_arrives(world, 0)
        assert not pending(world, slots.ENVOY)
        found[openness] = (
            kinds(world)[1],
            world.dyad[0].groundwork > ground,
            world.envoys[0].standing > standing,
            world.leaders[0].blocked,
        )
    assert found[1.0] == ("envoy_received", True, True, 0)
    assert found[0.0] == ("envoy_blocked", False, False, 1)


@pytest.mark.parametrize("answer", ["accept", "decline"])
def test_a_truce_at_its_term_is_renewed_only_by_both(answer: str) -> None:
    policies = {"east": always("hold", "accept"), "west": always("hold", answer)}
    world = model_of(policies=policies).world
    agree_truce(world, NONE)
    end_of_term(world)
    assert kinds(world)[-1] == ("truce_renewed" if answer == "accept" else "truce_lapsed")
    assert pending(world, slots.TRUCE_TERM) == (answer == "accept")
    assert world.events[1].request == 0


@pytest.mark.parametrize("answer", ["decline", "lapse"])
def test_a_no_costs_the_asker_face_and_the_wish_to_ask_unless_that_is_turned_off(answer: str) -> None:
    found = {}
    for size in (0.0, 1.0):
        world = asked(answer)
        put_all(world, {f"weights.0.refusal_{name}": 0.2 * size for name in ("face", "approval", "chill")})
        act(world, 0, acts.REQUEST_CALL)
        before = (world.leaders[0].face, world.publics[0].approval, world.leaders[0].chill)
        answer_call_request(world, 1)
        after = (world.leaders[0].face, world.publics[0].approval, world.leaders[0].chill)
        found[size] = tuple(a - b for a, b in zip(after, before, strict=True))
    assert found[0.0] == (0, 0, 0)
    assert found[1.0][0] < 0 < found[1.0][2]
    assert found[1.0][1] < 0


def test_an_envoy_on_laid_ground_may_bring_a_deal_as_far_as_he_is_authorised() -> None:
    """The same arrival without authority and with it; the moment for envoys is used up either way."""
    found = []
    for authority in (0.0, 1.0):
        world = put_all(world_of(), {"weights.0.visit": 1.0, "weights.0.visit_standing": 0.0, "envoys.0.skill": 1.0})
        put_all(world, {f"weights.0.floor_{name}": 0.0 for name in ("base", "resolve", "outside")})
        put_all(world, {f"publics.{side}.win_set": 0.0 for side in range(2)} | {"weights.0.ratification_base": 500.0})
        put_all(world, {"weights.0.door_envoy": authority, "weights.0.access_standing": 0.0})
        act(world, 0, acts.SEND_ENVOY)
        put_all(world, {"leaders.1.openness": 1.0, "leaders.1.gate": 0.0})
        envoy_arrives(world, 0)
        found.append(kinds(world)[1:])
        assert world.dyad[0].spent[levels.ENVOY] == world.weights[0].spend_envoy
    assert found == [["envoy_received"], ["envoy_received", "deal"]]
