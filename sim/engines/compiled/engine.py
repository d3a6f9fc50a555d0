"""How batches of runs are spread over threads, with progress, in an order that changes nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import NamedTuple

import numpy as np

from sim.engines.compiled.compiling import cache_folder, compiled_kernel, is_loaded, make_room
from sim.engines.compiled.first_use import plain_for_now
from sim.engines.compiled.packing import Buffer, Memory, allocate
from sim.engines.compiled.plan import Batch, Ints, Prepared, offsets_of
from sim.engines.compiled.sealing import seal
from sim.engines.compiled.uncompiled import run_batch_plainly
from sim.engines.compiled.waiting import one_at_a_time
from sim.processors import processors
from sim.state.course_columns import N_PICTURE

BATCH_RUNS = 64
PLAIN_BATCH_RUNS = 4

_warming = threading.Lock()

Progress = Callable[[int], None]


class Jobs(NamedTuple):
    """The runs asked of one prepared scenario.

    Luck's seed and runs, settings (paths, a row of values per run), and which fresh luck each run comes to (none: the
    first).
    """

    seed: int
    runs: Ints
    paths: tuple[str, ...] = ()
    values: Buffer = np.zeros((0, 0))
    which: Ints = np.zeros(0, dtype=np.int64)


class Finished(NamedTuple):
    """A finished batch: the position of its first run, one summary row per run, pictures of steps when asked for."""

    first: int
    rows: Buffer
    pictures: Buffer


def run_jobs(
    prepared: Prepared, jobs: Jobs, threads: int | None = None, with_pictures: bool = False
) -> Iterator[Finished]:
    """Run jobs and yield batches as they finish; each batch says where it belongs.

    Batches are done by plain Python where there is no numba, and as long as another process still compiles (see
    :mod:`sim.engines.compiled.first_use`); nothing in the result tells which. Stopping the iteration (or Ctrl-C) stops
    after the batches under way.
    """
    steps = int(prepared.opening.records["setting"][0]["steps"]) + 1 if with_pictures else 0
    offsets = offsets_of(prepared, jobs.paths)

    def work(part: slice) -> Finished:
        batch = cut(prepared, jobs, offsets, part)
        count = len(batch.runs)
        rows, pictures = np.zeros((count, len(prepared.columns))), np.full((count, steps, N_PICTURE), np.nan)
        done = Finished(part.start, rows, pictures)
        if plain_for_now():
            run_batch_plainly(prepared, batch, done.rows, done.pictures)
        else:
            warm_up(prepared)
            _run_compiled(prepared, batch, done)
        return done

    if len(jobs.runs) and not plain_for_now():
        warm_up(prepared)
    batches = -(-len(jobs.runs) // _batch_runs())
    yield from _spread(work, _parts(len(jobs.runs)), min(threads or processors(), max(batches, 1)))


def _batch_runs() -> int:
    return PLAIN_BATCH_RUNS if plain_for_now() else BATCH_RUNS


def _parts(runs: int) -> Iterator[slice]:
    """Cut runs into batches, each as large as suits the engine at the moment it is begun."""
    first = 0
    while first < runs:
        part = slice(first, min(first + _batch_runs(), runs))
        yield part
        first = part.stop


def cut(prepared: Prepared, jobs: Jobs, offsets: Ints, part: slice) -> Batch:
    """A part of the jobs as a batch; ``offsets`` are the positions of their settings."""
    runs = np.ascontiguousarray(jobs.runs[part])
    values = np.ascontiguousarray(jobs.values[part]) if jobs.paths else np.zeros((len(runs), 0))
    which = np.ascontiguousarray(jobs.which[part]) if len(jobs.which) else np.zeros(len(runs), dtype=np.int64)
    return Batch(prepared.template, jobs.seed, runs, which, offsets, values, prepared.draws)


def _run_compiled(prepared: Prepared, batch: Batch, done: Finished) -> None:
    memory = allocate(prepared.template, prepared.regions)
    compiled_kernel()(memory.record, batch, done.rows, done.pictures, np.zeros((0, len(prepared.template))))


def warm_up(prepared: Prepared) -> None:
    """Have the kernel compiled (or fetched from the cache) by a batch without runs; processes do so one at a time.

    Kept code that is damaged is set aside first, and what was compiled anew is sealed.
    """
    with _warming:
        if is_loaded():
            return
        folder = cache_folder()
        with one_at_a_time(folder):
            if folder is not None:
                make_room(folder)
            batch = cut(prepared, Jobs(0, np.zeros(0, dtype=np.int64)), np.zeros(0, dtype=np.int64), slice(0, 0))
            nothing = Finished(0, np.zeros((0, len(prepared.columns))), np.zeros((0, 0, N_PICTURE)))
            _run_compiled(prepared, batch, nothing)
            if folder is not None and sum(compiled_kernel().stats.cache_misses.values()):
                seal(folder)


def _spread(work: Callable[[slice], Finished], parts: Iterator[slice], threads: int) -> Iterator[Finished]:
    """Keep ``threads`` batches under way and yield what finishes, never holding more than a few."""
    if threads == 1:
        yield from map(work, parts)
        return
    with ThreadPoolExecutor(threads) as pool:
        under_way: set[Future[Finished]] = set()
        try:
            for part in parts:
                under_way.add(pool.submit(work, part))
                if len(under_way) >= 2 * threads:
                    yield from _collect(under_way)
            while under_way:
                yield from _collect(under_way)
        finally:
            for future in under_way:
                future.cancel()


def _collect(under_way: set[Future[Finished]]) -> Iterator[Finished]:
    finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
    for future in finished:
        under_way.discard(future)
        yield future.result()


def trace(
    prepared: Prepared, seed: int, run: int, room_for_events: int = 20000, which: int = 0
) -> tuple[Buffer, Memory]:
    """Run once, keeping the whole state after every step and every event; ``which`` fresh luck, where it comes to one.

    Returns
    -------
    history : array of shape (steps + 1, buffer)
        The buffer at the start and after each step; rows after the end of the run are NaN.
    memory : Memory
        The world at the end, with its events.
    """
    warm_up(prepared)
    steps = int(prepared.opening.records["setting"][0]["steps"]) + 1
    history = np.full((steps, len(prepared.template)), np.nan)
    jobs = Jobs(seed, np.array([run]), which=np.array([which]))
    batch = cut(prepared, jobs, np.zeros(0, dtype=np.int64), slice(0, 1))
    memory = allocate(prepared.template, prepared.regions, room_for_events)
    rows = np.zeros((1, len(prepared.columns)))
    compiled_kernel()(memory.record, batch, rows, np.zeros((1, 0, N_PICTURE)), history)
    return history, memory
