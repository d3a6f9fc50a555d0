"""Is the value of waiting against asking the difference of the utilities by which a leader decides?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.rules.decide.turn import appraise
from sim.rules.decide.waiting import waiting_over_asking
from sim.rules.observe.sight import expect, look
from sim.state.world import World
from sim.vocabulary import actions as a
from tests.sim.rules.worlds import few, worlds


@few
@given(worlds(), st.integers(0, 1))
def test_it_is_what_the_leader_decides_by_where_both_ways_of_asking_are_open(world: World, side: int) -> None:
    appraise(world, side)
    u = list(world.utilities)
    open_ways = [k for k in (a.REQUEST_CALL, a.PROPOSE_SUMMIT) if world.allowed[k] == 1]
    found = waiting_over_asking(world, side)
    if len(open_ways) == 2:
        assert found == u[a.HOLD] - max(u[k] for k in open_ways)


@few
@given(worlds(), st.floats(0.1, 1), st.floats(0.1, 1))
def test_a_dearer_price_of_asking_never_speaks_against_waiting(world: World, ego: float, more: float) -> None:
    leader = world.leaders[0]
    leader.ego = ego
    world.weights[0].asking = 0.0
    look(world, 0)
    expect(world, 0)
    free = waiting_over_asking(world, 0)
    world.weights[0].asking = more
    assert waiting_over_asking(world, 0) >= free
