"""The loop over runs and steps that is compiled: nothing is decided here, all of that is in the rules."""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.rules.parameters import draw
from sim.rules.record.course import picture
from sim.rules.record.summary import summarise
from sim.rules.step import begin, observe, react, settle


def as_world(record: Any) -> Any:
    """The world record as rules see it; compiled code gets it from :mod:`sim.engines.compiled.world_type`."""
    return record


@rule
def open_run(world: Any, batch: Any, job: int) -> None:
    """Put the starting row back, draw what is uncertain, then apply the settings of this run."""
    flat = world.flat
    draws = batch.draws
    run = batch.runs[job]
    for k in range(len(flat)):  # a copy by slices can fail in words, and the words take two seconds to compile
        flat[k] = batch.template[k]
    world.setting[0].seed = batch.seed
    world.setting[0].run = run
    world.setting[0].which = batch.which[job]
    for k in range(len(draws.offsets)):
        n = draws.numbers[k]
        choices = draws.choices[draws.spans[k][0] : draws.spans[k][1]]
        address = (batch.seed, run, draws.keys[k])
        flat[draws.offsets[k]] = draw(address, draws.kinds[k], (n[0], n[1], n[2], n[3]), choices)
    for k in range(len(batch.offsets)):
        flat[batch.offsets[k]] = batch.values[job][k]


@rule
def keep(world: Any, job: int, pictures: Any, history: Any) -> None:
    """Keep a picture of the step, and the whole buffer, where there is room for them."""
    step = world.dyad[0].step
    if step < pictures.shape[1]:
        picture(world, pictures[job, step])
    if step < history.shape[0]:
        for k in range(len(world.flat)):
            history[step, k] = world.flat[k]


@rule
def going_on(world: Any) -> bool:
    """Whether neither the horizon nor a deal has been reached."""
    return bool(world.dyad[0].over == 0 and world.dyad[0].step < world.setting[0].steps)


def run_batch(worlds: Any, batch: Any, rows: Any, pictures: Any, history: Any) -> None:
    """Run every run of a batch, one after the other, on one world.

    Parameters
    ----------
    worlds : array of one world record
        Its memory is overwritten.
    batch : Batch
        What to run.
    rows : array of shape (runs, columns)
        Receives one summary per run.
    pictures : array of shape (runs, steps + 1, pictures), or with no room in the second axis
        Receives a picture of every step.
    history : array of shape (steps + 1, buffer), or with no room in the first axis
        Receives the whole state after every step of the last run.
    """
    world = as_world(worlds[0])
    for job in range(len(batch.runs)):
        open_run(world, batch, job)
        begin(world)
        keep(world, job, pictures, history)
        while going_on(world):
            observe(world)
            settle(world)
            react(world)
            keep(world, job, pictures, history)
        summarise(world, rows[job])
