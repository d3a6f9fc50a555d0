"""Does exposure rise with what threatens face and fall with what covers it?"""

from __future__ import annotations

import pytest
from hypothesis import given

from sim.rules.observe.face import (
    cover,
    face_exposure,
    formula_at_work,
    gain_face,
    lose_face,
    pressure_share,
    sink_face,
)
from sim.state.world import World
from sim.vocabulary import agenda_slots as slots
from tests.sim.rules.worlds import SLACK, ends, falls, few, put, put_all, rises, share, world_of, worlds


@few
@given(worlds(), ends(), ends(0, 100))
def test_exposure_rises_with_face_need_pressure_and_hostility(
    world: World, two: tuple[float, float], points: tuple[float, float]
) -> None:
    def exposure() -> float:
        return face_exposure(world, world.leaders[0], 0)

    rises(world, "leaders.0.face_need", two, exposure)
    rises(world, "leaders.1.points", points, exposure)
    rises(world, "publics.0.hostility", two, exposure)


@few
@given(worlds(), ends(), ends(-1, 1))
def test_exposure_falls_with_cover_and_with_a_good_face_balance(
    world: World, two: tuple[float, float], faces: tuple[float, float]
) -> None:
    def exposure() -> float:
        return face_exposure(world, world.leaders[0], 0)

    falls(world, "leaders.0.cover", two, exposure)
    falls(world, "leaders.0.face", faces, exposure)


@few
@given(worlds())
def test_full_cover_or_no_need_leaves_no_exposure(world: World) -> None:
    for path, value in (("leaders.0.cover", 1.0), ("leaders.0.face_need", 0.0)):
        put(world, path, value)
        assert face_exposure(world, world.leaders[0], 0) == 0


@few
@given(worlds(), ends())
def test_cover_rises_with_all_that_hides_a_step(world: World, two: tuple[float, float]) -> None:
    def covered() -> float:
        return cover(world, 0)

    for path in ("leaders.0.easing", "leaders.0.overture", "dyad.0.groundwork"):
        rises(world, path, two, covered)
    world.mediators[0].stage = slots.OFFERED
    for path in ("mediators.0.face_formula", "mediators.0.acceptability.0", "mediators.0.acceptability.1"):
        rises(world, path, two, covered)
    assert 0 <= covered() <= 1


@few
@given(worlds())
def test_an_idle_mediator_lends_no_cover(world: World) -> None:
    for mediator in world.mediators:
        mediator.stage = slots.IDLE
    assert formula_at_work(world) == 0


@few
@given(worlds())
def test_a_mediator_whom_one_side_rejects_lends_none_either(world: World) -> None:
    for mediator in world.mediators:
        mediator.stage = slots.CONVENING
        mediator.acceptability[1] = 0.0
    assert formula_at_work(world) == 0


@few
@given(worlds(), share, share)
def test_the_face_balance_stays_between_humiliation_and_triumph(world: World, won: float, lost: float) -> None:
    before = world.leaders[0].face
    gain_face(world, 0, won)
    assert before - SLACK <= world.leaders[0].face <= 1
    middle = world.leaders[0].face
    lose_face(world, 0, lost)
    assert -1 <= world.leaders[0].face <= middle + SLACK


def test_a_loss_of_more_than_everything_is_a_loss_of_everything() -> None:
    """Exposure goes up to 2, so that its product with the weight can exceed 1."""
    world = put_all(world_of(), {"leaders.0.face": 0.0})
    lose_face(world, 0, 1.6)
    assert world.leaders[0].face == pytest.approx(-1)


def test_pressure_is_a_share_of_its_ceiling() -> None:
    world = put_all(world_of(), {"leaders.0.points": 30.0, "leaders.0.ceiling": 120.0})
    assert pressure_share(world, 0) == pytest.approx(0.25)


@few
@given(worlds(), ends())
def test_face_sunk_in_not_yielding_makes_yielding_dearer_unless_that_is_turned_off(
    world: World, two: tuple[float, float]
) -> None:
    rises(world, "leaders.0.sunk", two, lambda: face_exposure(world, world.leaders[0], 0))
    put(world, "weights.0.entrenchment", 0.0)
    found = set()
    for sunk in two:
        put(world, "leaders.0.sunk", sunk)
        found.add(face_exposure(world, world.leaders[0], 0))
    assert len(found) == 1


@few
@given(worlds(), share)
def test_no_more_can_be_sunk_than_there_is(world: World, part: float) -> None:
    before = world.leaders[0].sunk
    sink_face(world, 0, part)
    assert before - SLACK <= world.leaders[0].sunk <= 1 + SLACK
    sink_face(world, 0, 1.7)
    assert world.leaders[0].sunk == 1
