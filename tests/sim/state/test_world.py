"""Does a world answer by the names that rules use?"""

from __future__ import annotations

from sim.state.world import World
from tests.sim.rules.worlds import PLAIN, world_of


def test_a_world_holds_every_entity_of_the_scenario() -> None:
    world = world_of()
    assert len(world.leaders) == len(world.images) == len(world.publics) == len(world.markets) == 2
    assert len(world.advisers) == sum(len(leader.advisers) for leader in PLAIN.leaders.values())
    assert len(world.envoys) == sum(len(leader.envoys) for leader in PLAIN.leaders.values())
    assert len(world.mediators) == len(PLAIN.mediators)
    assert len(world.issues) == len(PLAIN.issues)
    assert len(world.setting) == len(world.dyad) == len(world.weights) == 1


def test_worlds_share_nothing() -> None:
    one, other = world_of(), world_of()
    one.leaders[0].recent[1] = 0.9
    one.sheet[0][0] = 3.0
    one.agenda[3].due = 1.0
    assert other.leaders[0].recent[1] == other.sheet[0][0] == 0
    assert other.agenda[3].due != 1.0


def test_names_of_a_world_are_few_and_fixed() -> None:
    assert World._fields[:4] == ("setting", "dyad", "tally", "leaders")
