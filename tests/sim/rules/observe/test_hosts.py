"""Do sides see who would come, whom both would accept and what a host could offer, and does a host's will end?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.observe.hosts import best_host, eagerness, host_promise, would_come
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from sim.vocabulary.codes import NONE
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, world_of, worlds


@few
@given(worlds(), ends())
def test_eagerness_follows_stake_reluctance_fatigue_and_memory(world: World, two: tuple[float, float]) -> None:
    def eager() -> float:
        return eagerness(world, world.mediators[0])

    rises(world, "mediators.0.stake", two, eager)
    falls(world, "mediators.0.reluctance", two, eager)
    falls(world, "mediators.0.fatigue", two, eager)
    rises(world, "mediators.0.record", (2 * two[0] - 1, 2 * two[1] - 1), eager)
    assert 0 <= eager() <= 1


@few
@given(worlds())
def test_memory_of_hosting_can_be_turned_off_and_a_worn_out_host_is_not_eager(world: World) -> None:
    put(world, "weights.0.host_memory", 0.0)
    found = set()
    for record in (-1.0, 1.0):
        put(world, "mediators.0.record", record)
        found.add(eagerness(world, world.mediators[0]))
    assert len(found) == 1
    put(world, "mediators.0.fatigue", 1.0)
    assert eagerness(world, world.mediators[0]) == 0


@few
@given(worlds(), ends())
def test_being_asked_honours_a_host_unless_that_is_turned_off(world: World, two: tuple[float, float]) -> None:
    def comes() -> float:
        return would_come(world, world.mediators[0])

    rises(world, "weights.0.invited_gain", two, comes)
    assert eagerness(world, world.mediators[0]) <= comes() + SLACK <= 1 + 2 * SLACK
    put(world, "weights.0.invited_gain", 0.0)
    assert comes() == pytest.approx(eagerness(world, world.mediators[0]))


@few
@given(worlds(), ends())
def test_a_tired_host_promises_less(world: World, two: tuple[float, float]) -> None:
    falls(world, "mediators.0.fatigue", two, lambda: host_promise(world))
    rises(world, "mediators.0.face_formula", two, lambda: host_promise(world))
    assert 0 <= host_promise(world) <= 1


@few
@given(worlds())
def test_the_best_host_is_idle_and_acceptable_to_both(world: World) -> None:
    found = best_host(world)
    if found == NONE:
        assert all(m.acceptability[0] * m.acceptability[1] * (1 - m.fatigue) == 0 for m in world.mediators)
    else:
        assert min(world.mediators[found].acceptability) > 0
        world.mediators[found].stage = slots.OFFERED
        assert best_host(world) != found


@few
@given(worlds())
def test_a_host_whom_one_side_rejects_promises_nothing(world: World) -> None:
    for mediator in world.mediators:
        mediator.acceptability[1] = 0.0
    assert host_promise(world) == 0
    assert best_host(world) == NONE


def test_best_host_worked_example() -> None:
    """Bern: 0.8 * 0.5 * 1 * 1.5 = 0.6; Oslo: 0.4 * 0.6 * 1 * 1.5 = 0.36."""
    world = world_of()
    assert best_host(world) == 0
    put(world, "mediators.0.fatigue", 0.5)
    assert best_host(world) == 1


def test_without_a_third_party_there_is_none_to_see() -> None:
    world = world_of({"mediators": {}})
    assert (best_host(world), host_promise(world)) == (NONE, 0.0)


def test_of_equal_hosts_the_rested_one_is_best() -> None:
    world = put_all(world_of(), {"mediators.1.acceptability": [0.8, 0.5], "mediators.0.fatigue": 0.1})
    assert best_host(world) == 1
