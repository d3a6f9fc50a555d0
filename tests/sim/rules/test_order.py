"""Does nothing depend on which number a side happens to have?"""

from __future__ import annotations

import pytest

from sim.rules.order import first_side, in_turn, tossed
from tests.sim.rules.worlds import world_of


@pytest.mark.parametrize(("keys", "first"), [((5, 9), 0), ((9, 5), 1)])
def test_the_side_with_the_smaller_key_comes_first(keys: tuple[int, int], first: int) -> None:
    world = world_of()
    world.leaders[0].key, world.leaders[1].key = keys
    assert first_side(world) == first
    assert [in_turn(world, turn) for turn in range(2)] == [first, 1 - first]
    assert [tossed(world, u) for u in (0.1, 0.9)] == [first, 1 - first]
