"""Does each visit close part of the gap, and does wear take part of what is there?"""

from __future__ import annotations

from hypothesis import given

from sim.rules.meet.groundwork import cool_rapport, lay_ground, tear_ground, visit_gain, warm_rapport
from sim.state.world import World
from tests.sim.rules.worlds import SLACK, ends, few, share, worlds


@few
@given(worlds(), share)
def test_ground_and_rapport_grow_and_wear_within_bounds(world: World, part: float) -> None:
    dyad = world.dyad[0]
    for field, grow, wear in (("groundwork", lay_ground, tear_ground), ("rapport", warm_rapport, cool_rapport)):
        before = getattr(dyad, field)
        grow(world, part)
        high = getattr(dyad, field)
        assert before - SLACK <= high <= 1
        wear(world, part)
        assert 0 <= getattr(dyad, field) <= high + SLACK


@few
@given(worlds(), share, ends())
def test_a_visit_is_worth_more_with_skill_and_standing(world: World, other: float, two: tuple[float, float]) -> None:
    low, high = two
    assert visit_gain(world, low, other) <= visit_gain(world, high, other) + SLACK
    assert visit_gain(world, other, low) <= visit_gain(world, other, high) + SLACK
    assert 0 <= visit_gain(world, high, other) <= 1
