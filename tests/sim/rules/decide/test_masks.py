"""Is what is impossible masked, and nothing else?"""

from __future__ import annotations

import pytest

from sim.rules.decide.choice import mask_actions
from sim.vocabulary import actions as acts
from sim.vocabulary import agenda_slots
from tests.sim.rules.worlds import look_again, put_all, world_of


def allowed_after(changes: dict[str, float], *slots: int) -> list[int]:
    world = put_all(look_again(world_of()), changes)
    for slot in slots:
        world.agenda[slot].due = 5.0
    mask_actions(world, 0)
    return list(world.allowed)


def test_nothing_stops_the_quiet_opening_but_a_meeting_to_leave() -> None:
    assert [acts.WORDS[a] for a, on in enumerate(allowed_after({})) if not on] == ["withdraw"]


@pytest.mark.parametrize(
    ("action", "changes", "slots"),
    [
        (acts.ESCALATE, {"leaders.0.points": 100.0}, ()),
        (acts.EASE, {"leaders.0.points": 0.0}, ()),
        (acts.SEND_LETTER, {}, (agenda_slots.LETTER + 1,)),
        (acts.SEND_ENVOY, {"leaders.0.envoy": -1}, ()),
        (acts.SEND_ENVOY, {}, (agenda_slots.ENVOY,)),
        (acts.APPOINT_ENVOY, {"leaders.0.envoy": 1}, ()),
        (acts.APPOINT_ENVOY, {}, (agenda_slots.ENVOY,)),
        (acts.INVITE_MEDIATOR, {"leaders.0.best_host": -1}, ()),
        (acts.REQUEST_CALL, {}, (agenda_slots.CALL,)),
        (acts.REQUEST_CALL, {}, (agenda_slots.CALL_REQUEST + 1,)),
        (acts.PROPOSE_SUMMIT, {}, (agenda_slots.SUMMIT,)),
        (acts.PROPOSE_SUMMIT, {}, (agenda_slots.SUMMIT_PROPOSAL + 1,)),
        (acts.COURT_PARTNERS, {"leaders.0.outside_option": 1.0}, ()),
    ],
)
def test_the_impossible_is_masked(action: int, changes: dict[str, float], slots: tuple[int, ...]) -> None:
    assert allowed_after(changes, *slots)[action] == 0


@pytest.mark.parametrize(
    "slot", [agenda_slots.LETTER, agenda_slots.CALL_REQUEST, agenda_slots.SUMMIT_PROPOSAL, agenda_slots.ENVOY + 1]
)
def test_a_request_of_the_other_side_masks_nothing(slot: int) -> None:
    assert allowed_after({}, slot) == allowed_after({})


@pytest.mark.parametrize("slot", [agenda_slots.CALL, agenda_slots.SUMMIT])
def test_a_meeting_that_is_set_can_be_left(slot: int) -> None:
    assert allowed_after({}, slot)[acts.WITHDRAW] == 1


@pytest.mark.parametrize("act", range(1, acts.COUNT))
def test_what_the_case_forbids_is_masked_and_nothing_else(act: int) -> None:
    world = look_again(world_of())
    world.agenda[agenda_slots.CALL].due = 5.0
    mask_actions(world, 0)
    before = list(world.allowed)
    world.setting[0].forbidden[act] = 1
    mask_actions(world, 0)
    assert list(world.allowed) == [0 if k == act else on for k, on in enumerate(before)]


def test_nests_cover_the_actions_once() -> None:
    listed = [a for nest in range(len(acts.NESTS)) for a in range(acts.NEST_FIRST[nest], acts.NEST_END[nest])]
    assert listed == list(range(acts.COUNT))
    assert all(acts.NEST_FIRST[acts.NEST_OF[a]] <= a < acts.NEST_END[acts.NEST_OF[a]] for a in range(acts.COUNT))


@pytest.mark.parametrize(("points", "up", "down"), [(0.0, 1, 0), (0.5, 1, 1), (99.5, 1, 1), (100.0, 0, 1)])
def test_the_ladder_ends_at_nothing_and_at_its_ceiling(points: float, up: int, down: int) -> None:
    world = put_all(world_of(), {"leaders.0.points": points, "leaders.0.ceiling": 100.0})
    mask_actions(world, 0)
    assert (world.allowed[acts.ESCALATE], world.allowed[acts.EASE]) == (up, down)


@pytest.mark.parametrize(("option", "left"), [(0.999, 1), (1.0, 0)])
def test_who_has_won_every_third_country_courts_no_more(option: float, left: int) -> None:
    world = put_all(world_of(), {"leaders.0.outside_option": option})
    mask_actions(world, 0)
    assert world.allowed[acts.COURT_PARTNERS] == left
