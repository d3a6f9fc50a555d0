"""Do bad memories leave fear, good ones hope, and do both fade?"""

from __future__ import annotations

from hypothesis import given

from sim.rules.observe.fading import fade_memories
from sim.rules.react.memories import burn, recall, sting, warm
from sim.state.world import World
from sim.vocabulary.scenario_words import BROKEN_PROMISE, HUMILIATION, NO_DEAL, SUCCESS
from tests.sim.rules.worlds import SLACK, ends, few, put, rises, share, world_of, worlds


@few
@given(worlds(), ends())
def test_a_more_vivid_humiliation_leaves_more_fear(world: World, two: tuple[float, float]) -> None:
    def fear() -> float:
        recall(world, 0)
        return float(world.leaders[0].fear)

    for kind in (NO_DEAL, HUMILIATION, BROKEN_PROMISE):
        world.precedents[0].kind = kind
        rises(world, "precedents.0.vivid", two, fear)
    rises(world, "leaders.0.burned", two, fear)
    assert 0 <= fear() <= 1


@few
@given(worlds(), ends())
def test_success_leaves_hope_and_no_fear(world: World, two: tuple[float, float]) -> None:
    put(world, "precedents.0.kind", SUCCESS)
    put(world, "leaders.0.burned", 0.0)

    def hope() -> float:
        recall(world, 0)
        return float(world.leaders[0].hope)

    rises(world, "precedents.0.vivid", two, hope)
    rises(world, "leaders.0.warmed", two, hope)
    assert world.leaders[0].fear == 0
    assert sting(world, SUCCESS) == 0


@few
@given(worlds(), share)
def test_fear_decays(world: World, vivid: float) -> None:
    put(world, "precedents.0.vivid", vivid)
    before = 2.0
    for _ in range(5):
        recall(world, 0)
        assert world.leaders[0].fear <= before + SLACK
        before = world.leaders[0].fear
        fade_memories(world)


def test_memories_of_the_other_side_are_not_one_s_own() -> None:
    world = world_of()
    put(world, "precedents.1.vivid", 0.0)
    recall(world, 0)
    mine = world.leaders[0].fear
    put(world, "precedents.1.vivid", 1.0)
    recall(world, 0)
    assert world.leaders[0].fear == mine > 0


@few
@given(worlds(), share)
def test_burning_and_warming_stay_within_bounds(world: World, part: float) -> None:
    leader = world.leaders[0]
    before = (leader.burned, leader.warmed)
    burn(world, 0, part)
    warm(world, 0, part)
    assert before[0] - SLACK <= leader.burned <= 1
    assert before[1] - SLACK <= leader.warmed <= 1
