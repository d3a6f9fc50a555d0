"""Does a picture hold the state of the world, each number in the column that names it?"""

from __future__ import annotations

from hypothesis import given

from sim.rules.record.course import picture
from sim.state.course_columns import N_PICTURE, PICTURED_SIDE
from sim.state.world import World
from tests.sim.rules.worlds import few, worlds


@few
@given(worlds())
def test_every_number_stands_in_its_column(world: World) -> None:
    row = [-9.0] * N_PICTURE
    picture(world, row)
    expected = []
    for side in range(2):
        numbers = {
            "pressure": world.leaders[side].points,
            "index": world.markets[side].index,
            "drawdown": world.markets[side].drawdown,
            "hostility": world.publics[side].hostility,
        }
        expected += [numbers[name] for name in PICTURED_SIDE]
    dyad = world.dyad[0]
    assert row == [*expected, dyad.groundwork, dyad.rapport, dyad.tension]
