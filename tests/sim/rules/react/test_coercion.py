"""Does a leader learn from what follows an escalation whether pressure works?"""

from __future__ import annotations

from hypothesis import given

from sim.rules.react.coercion import close_lesson, open_lesson
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, few, put, share, worlds


@few
@given(worlds())
def test_success_teaches_that_pressure_works_and_a_blow_back_that_it_does_not(world: World) -> None:
    leader = world.leaders[0]
    for effect, sign in ((1.0, 1), (0.0, -1)):
        open_lesson(world, 0)
        before = leader.coercion_works
        close_lesson(world, 0, effect)
        assert (leader.coercion_works - before) * sign >= -SLACK
        assert 0 <= leader.coercion_works <= 1
        assert 0 <= leader.lesson <= 1


@few
@given(worlds(), share)
def test_without_an_escalation_nothing_is_learned(world: World, effect: float) -> None:
    put(world, "leaders.0.lesson", 0.0)
    before = world.leaders[0].coercion_works
    close_lesson(world, 0, effect)
    assert world.leaders[0].coercion_works == before
