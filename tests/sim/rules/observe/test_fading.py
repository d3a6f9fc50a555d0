"""Does everything fade by its half-life, as much in two half steps as in one, and tension follow pressure?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.observe.fading import fade_dyad, fade_memories, fade_side, habit_half_life, work_out_fading
from sim.state.world import World
from sim.vocabulary import actions as a
from tests.sim.rules.worlds import SLACK, ends, few, put, put_all, world_of, worlds

FADING = ("provocation", "easing", "overture", "blocked", "lesson", "burned", "warmed", "chill")


@few
@given(worlds())
def test_everything_fades_towards_rest(world: World) -> None:
    leader = world.leaders[0]
    leader.recent[:] = [0.5] * a.COUNT
    before = {name: getattr(leader, name) for name in FADING} | {"face": leader.face}
    fade_side(world, 0)
    for name, value in before.items():
        assert abs(getattr(leader, name)) <= abs(value) + SLACK
    assert all(value <= 0.5 for value in leader.recent)
    ground, rapport = world.dyad[0].groundwork, world.dyad[0].rapport
    fade_dyad(world)
    assert world.dyad[0].groundwork <= ground
    assert world.dyad[0].rapport <= rapport
    assert 0 <= world.dyad[0].tension <= 1


@few
@given(worlds())
def test_two_half_steps_fade_as_much_as_one(world: World) -> None:
    start = {name: getattr(world.leaders[0], name) for name in FADING}
    fade_side(world, 0)
    whole = {name: getattr(world.leaders[0], name) for name in FADING}
    vars(world.leaders[0]).update(start)
    put(world, "setting.0.step_days", 0.5)
    work_out_fading(world)
    fade_side(world, 0)
    fade_side(world, 0)
    for name in FADING:
        assert getattr(world.leaders[0], name) == pytest.approx(whole[name], abs=1e-12)


def test_moods_halve_in_their_half_life() -> None:
    world = put_all(world_of(), {"leaders.0.provocation": 0.8, "weights.0.mood_half_life": 14.0})
    work_out_fading(world)
    for _ in range(14):
        fade_side(world, 0)
    assert world.leaders[0].provocation == pytest.approx(0.4)


@few
@given(worlds(), st.floats(0, 100), st.floats(0, 100))
def test_tension_follows_sustained_pressure(world: World, low: float, high: float) -> None:
    low, high = sorted((low, high))
    tension = world.dyad[0].tension
    found = []
    for points in (low, high):
        put_all(world, {"dyad.0.tension": tension, "leaders.0.points": points, "leaders.1.points": points})
        fade_dyad(world)
        found.append(world.dyad[0].tension)
    assert found[0] <= found[1] + SLACK


def test_vividness_halves_in_its_half_life() -> None:
    world = put_all(world_of(), {"precedents.0.vivid": 0.6, "precedents.0.half_life_days": 30.0})
    work_out_fading(world)
    for _ in range(30):
        fade_memories(world)
    assert world.precedents[0].vivid == pytest.approx(0.3)


@pytest.mark.parametrize("step_days", [1.0, 0.5, 0.25])
def test_what_is_left_after_a_day_does_not_depend_on_the_step(step_days: float) -> None:
    world = put_all(world_of(), {"setting.0.step_days": step_days, "weights.0.groundwork_half_life": 10.0})
    work_out_fading(world)
    assert world.setting[0].ground_kept ** (1 / step_days) == pytest.approx(0.5**0.1)


@few
@given(worlds(), st.floats(0, 1))
def test_tension_never_calms_while_pressure_stands_and_calms_without_it(world: World, tension: float) -> None:
    put_all(world, {"dyad.0.tension": tension, "weights.0.standing": 0.25, "leaders.0.points": 0.0})
    world.leaders[1].points = 0.25 * world.leaders[1].ceiling
    fade_dyad(world)
    assert world.dyad[0].tension >= tension - SLACK
    put_all(world, {"dyad.0.tension": tension, "leaders.1.points": 0.0})
    fade_dyad(world)
    assert world.dyad[0].tension == pytest.approx(tension * world.setting[0].tension_kept)


@few
@given(worlds(), st.floats(0, 100))
def test_without_spillover_pressure_makes_no_tension(world: World, points: float) -> None:
    tension = world.dyad[0].tension
    put_all(world, {"weights.0.spillover": 0.0, "leaders.0.points": points})
    fade_dyad(world)
    assert world.dyad[0].tension <= tension + SLACK


@few
@given(worlds(), ends(0, 100))
def test_face_is_sunk_day_by_day_with_own_pressure_unless_that_is_turned_off(
    world: World, points: tuple[float, float]
) -> None:
    """Entrenchment: who goes on pressing binds himself."""
    sunk = world.leaders[0].sunk
    put_all(world, {"weights.0.sink_daily": 0.05})
    found = []
    for value in points:
        put_all(world, {"leaders.0.sunk": sunk, "leaders.0.points": value})
        fade_side(world, 0)
        found.append(world.leaders[0].sunk)
    assert found[0] <= found[1] + SLACK <= 1 + 2 * SLACK
    put_all(world, {"leaders.0.sunk": sunk, "weights.0.sink_daily": 0.0})
    fade_side(world, 0)
    assert world.leaders[0].sunk == pytest.approx(sunk * world.setting[0].memory_kept)


def test_some_habits_wear_off_in_days_and_some_in_months() -> None:
    weights = {"repetition_half_life": 3.0, "quiet_half_life": 20.0, "ask_half_life": 50.0, "courting_half_life": 200.0}
    world = put_all(world_of(), {f"weights.0.{name}": value for name, value in weights.items()})
    quiet = {a.SEND_LETTER, a.SEND_ENVOY, a.APPOINT_ENVOY}
    asks = {a.INVITE_MEDIATOR, a.REQUEST_CALL, a.PROPOSE_SUMMIT}
    for action in range(a.COUNT):
        wanted = 20.0 if action in quiet else 50.0 if action in asks else 200.0 if action == a.COURT_PARTNERS else 3.0
        assert habit_half_life(world, action) == wanted
