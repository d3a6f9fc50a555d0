"""Does the record show what the leaders would see now, and does a look for the record leave the run as it is?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.confrontation import Confrontation
from sim.engines.plain.glimpse import glimpse
from sim.engines.plain.world_copy import copy_world, put_back
from sim.files import load_scenario
from sim.rules.decide.waiting import waiting_over_asking
from sim.rules.observe.sight import expect, look
from sim.state.layout import COLLECTIONS, TRAITS
from sim.state.world import World
from tests.sim.rules.worlds import few, worlds

SHOWN = [field.name for field in COLLECTIONS["leaders"] if field.shown is not None]


@few
@given(worlds(), st.floats(0, 1))
def test_a_glimpse_changes_nothing_and_sees_what_a_look_would_bring(world: World, burned: float) -> None:
    for leader in world.leaders:
        leader.burned = burned
    world.dyad[0].groundwork = 1 - world.dyad[0].groundwork
    before = copy_world(world)
    seen = glimpse(world)
    assert copy_world(world).parts == before.parts
    for side in range(2):
        look(world, side)
    for side in range(2):
        expect(world, side)
    for side in range(2):
        for mind, own in ((seen.leaders[side], world.leaders[side]), (seen.images[side], world.images[side])):
            parted = {name for name, value in vars(own).items() if getattr(mind, name) != value}
            assert parted <= {"host_belief"}  # no column shows it, and the value of waiting does without
    put_back(world, before)


def test_a_recorded_run_is_the_run_that_is_not() -> None:
    """The steps table of a run, and its state after each step, against the same run stepped without a record."""
    case = load_scenario("two-leaders")
    kept, bare = Confrontation(case, 3), Confrontation(case, 3)
    bare._record_step = lambda: None  # type: ignore[method-assign]
    for _ in range(25):
        kept.step()
        bare.step()
        assert _state(kept) == _state(bare)


def _state(run: Confrontation) -> Any:
    return {name: part for name, part in copy_world(run.world).parts.items() if name != "seats"}


@pytest.mark.parametrize("steps", [0, 12])
def test_the_last_row_is_what_the_leaders_would_see_now(steps: int) -> None:
    run = Confrontation(load_scenario("two-leaders"), 1)
    for _ in range(steps):
        run.step()
    for side in range(2):
        look(run.world, side)
    for side in range(2):
        expect(run.world, side)
    columns = {field.name: field.shown.column for field in COLLECTIONS["leaders"] if field.shown is not None}
    for side, name in enumerate(run.sides):
        for field, column in columns.items():
            assert run.course[f"{name}.{column}"][-1] == getattr(run.world.leaders[side], field)
        for trait in TRAITS:
            assert run.course[f"perceived.{name}.{trait}"][-1] == getattr(run.world.images[side], trait)
        assert run.course[f"{name}.waiting_over_asking"][-1] == waiting_over_asking(run.world, side)
    assert {"cover", "fear", "hope", "pain", "ask_belief"} <= set(SHOWN)
    assert "host_belief" not in SHOWN
