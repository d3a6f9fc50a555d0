"""The same loop without numba: slower by two orders of magnitude, equal to the bit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from sim.engines.compiled.kernel import going_on
from sim.engines.compiled.plan import Batch, Prepared
from sim.rules.parameters import draw
from sim.rules.record.course import picture
from sim.rules.record.summary import summarise
from sim.rules.step import begin, observe, react, settle
from sim.state.buffer import offset_of
from sim.state.drawn import Drawn, drawn_numbers
from sim.state.layout import COLLECTIONS
from sim.state.opening import Place
from sim.state.plain_records import Ledger, Places, blank_sheets, plain
from sim.state.world import World


def run_batch_plainly(prepared: Prepared, batch: Batch, rows: Any, pictures: Any) -> None:
    """Run every run of a batch in plain Python; see :func:`sim.engines.compiled.kernel.run_batch`."""
    places = {offset_of(prepared.regions, place): place for place in prepared.opening.places.values()}
    drawn = drawn_numbers(prepared.scenario, prepared.opening) if len(batch.draws.offsets) else []
    for job in range(len(batch.runs)):
        world = _world(prepared, places)
        _open_run(batch, drawn, job, world)
        begin(world)
        _keep(world, job, pictures)
        while going_on(world):
            observe(world)
            settle(world)
            react(world)
            _keep(world, job, pictures)
        row = [0.0] * rows.shape[1]
        summarise(world, row)
        rows[job] = row


def _world(prepared: Prepared, places: dict[int, Place]) -> World:
    kept: dict[str, Any] = {name: [plain(name, r) for r in prepared.opening.records[name]] for name in COLLECTIONS}
    return World(**kept, events=Ledger(), seats=[-1, -1], flat=Places(places, kept), **blank_sheets())


def _open_run(batch: Batch, drawn: Sequence[Drawn], job: int, world: World) -> None:
    seed, run = batch.seed, int(batch.runs[job])
    world.setting[0].seed, world.setting[0].run = seed, run
    world.setting[0].which = int(batch.which[job])
    for offset, number in zip(batch.draws.offsets.tolist(), drawn, strict=True):
        world.flat[offset] = draw((seed, run, number.key), number.kind, number.numbers, number.choices)
    for offset, value in zip(batch.offsets.tolist(), np.asarray(batch.values[job]).tolist(), strict=True):
        world.flat[offset] = value


def _keep(world: World, job: int, pictures: Any) -> None:
    step = world.dyad[0].step
    if step < pictures.shape[1]:
        picture(world, pictures[job, step])
