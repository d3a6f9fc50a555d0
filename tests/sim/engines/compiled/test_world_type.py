"""Does compiled code find through ``world.advisers`` and the like what was put there?"""

from __future__ import annotations

import numpy as np

from sim.engines.compiled.compiling import compiled_kernel
from sim.engines.compiled.kernel import as_world
from sim.engines.compiled.packing import VARYING, allocate, views_of
from sim.engines.compiled.plan import prepare
from sim.files import load_scenario


def test_collections_of_any_size_are_found_by_address() -> None:
    import numba

    compiled_kernel()  # teaches numba the world

    @numba.njit
    def look(worlds: object) -> tuple[int, int, float, float]:
        world = as_world(worlds[0])  # type: ignore[index]
        world.mediators[1].fatigue = 0.75
        return len(world.advisers), len(world.mediators), world.mediators[0].stake, world.flat[0]

    prepared = prepare(load_scenario("us-dprk-2019"))
    memory = allocate(prepared.template, prepared.regions)
    advisers, mediators, stake, first = look(memory.record)
    views = views_of(memory.state, prepared.regions)
    assert (advisers, mediators) == (len(views["advisers"]), len(views["mediators"]))
    assert stake == views["mediators"]["stake"][0]
    assert views["mediators"]["fatigue"][1] == 0.75
    assert first == memory.state[0]


def test_what_varies_is_what_is_found_by_address() -> None:
    assert {"advisers", "mediators", "issues", "events", "flat"} <= set(VARYING)
    assert all(isinstance(kind, np.dtype) for kind in VARYING.values())
