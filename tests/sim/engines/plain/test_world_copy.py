"""A world is put back to the bit, in place, whatever holds its records."""

from __future__ import annotations

import pickle
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.confrontation import Confrontation
from sim.engines.plain.world_copy import copy_world, put_back
from sim.policies.protocol import Turn
from sim.run import make_model
from sim.scenario import Scenario
from sim.state.world import World
from tests.generate import few, scenarios
from tests.sim.rules.worlds import PLAIN


@few
@given(scenarios(max_days=20), st.integers(0, 99), st.integers(0, 15))
def test_a_world_comes_back_and_goes_on_as_before(scenario: Scenario, seed: int, steps: int) -> None:
    run = Confrontation(scenario, seed)
    for _ in range(steps):
        run.step()
    kept = copy_world(run.world)
    before = pickle.dumps(kept)
    records = [record for part in (run.world.leaders, run.world.mediators, run.world.agenda) for record in part]
    run.run_model()
    after = pickle.dumps(copy_world(run.world).parts)
    assert pickle.dumps(kept) == before
    put_back(run.world, kept)
    assert pickle.dumps(copy_world(run.world)) == before
    assert all(
        one is other
        for one, other in zip(records, [*run.world.leaders, *run.world.mediators, *run.world.agenda], strict=True)
    )
    run.run_model()
    assert pickle.dumps(copy_world(run.world).parts) == after


def test_a_copy_shares_no_number_with_its_world() -> None:
    run = Confrontation(PLAIN)
    kept = copy_world(run.world)
    before = pickle.dumps(kept)
    run.world.leaders[0].recent[1] = 9.0
    run.world.mediators[0].acceptability[0] = 9.0
    run.world.sheet[2][3] = 9.0
    run.world.allowed[1] = 9
    run.world.setting[0].cut = 9.0
    assert pickle.dumps(kept) == before
    put_back(run.world, kept)
    run.world.leaders[0].recent[1] = 8.0
    assert pickle.dumps(kept) == before


def test_agents_of_mesa_keep_what_they_learnt_no_longer_than_the_step_they_learnt_it_in() -> None:
    model: Any = make_model(PLAIN)
    leader = model.world.leaders[0]
    leader.grudges = 1
    kept = copy_world(model.world)
    leader.grudges, leader.new = 2, True
    put_back(model.world, kept)
    assert leader.grudges == 1
    assert not hasattr(leader, "new")
    assert leader.model is model


class Slotted:
    """A record without a dictionary."""

    __slots__ = ("numbers", "points")

    def __init__(self) -> None:
        self.points, self.numbers = 1.0, [1, 2]


def test_records_with_slots_are_copied_too() -> None:
    run = Confrontation(PLAIN)
    world: World = run.world._replace(dyad=[Slotted()], setting=[SimpleNamespace(a=[1])])
    kept = copy_world(world)
    world.dyad[0].points, world.dyad[0].numbers[1] = 5.0, 7
    world.setting[0].a.append(2)
    put_back(world, kept)
    assert (world.dyad[0].points, world.dyad[0].numbers, world.setting[0].a) == (1.0, [1, 2], [1])


def test_looking_at_a_turn_changes_nothing_that_is_copied() -> None:
    seen: list[bool] = []

    def watch(turn: Turn) -> None:
        before = pickle.dumps(copy_world(run.world))
        turn.steps_so_far()
        seen.append(bool(turn.short_list) and pickle.dumps(copy_world(run.world)) == before)

    run = Confrontation(PLAIN, policies={"east": watch})
    run.run_model()
    assert len(seen) > 5
    assert all(seen)
