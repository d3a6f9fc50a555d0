"""How batches that finish in any order become one table of runs in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sim.engines.compiled.engine import Jobs, run_jobs
from sim.engines.compiled.packing import Buffer
from sim.engines.compiled.plan import Prepared
from sim.state.course_columns import N_PICTURE, picture_columns


class Gathered(NamedTuple):
    """Summaries of the runs of one row that have finished, which they are, and their pictures."""

    done: npt.NDArray[np.bool_]
    rows: Buffer
    pictures: Buffer


def gather(
    prepared: Prepared,
    jobs: Jobs,
    threads: int | None = None,
    with_pictures: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Gathered:
    """Run jobs and put their summaries in order; Ctrl-C ends it early and leaves the rest marked as not done."""
    count = len(jobs.runs)
    steps = int(prepared.opening.records["setting"][0]["steps"]) + 1 if with_pictures else 0
    kept = Gathered(
        np.zeros(count, dtype=bool),
        np.full((count, len(prepared.columns)), np.nan),
        np.full((count, steps, N_PICTURE), np.nan),
    )
    try:
        for batch in run_jobs(prepared, jobs, threads, with_pictures):
            part = slice(batch.first, batch.first + len(batch.rows))
            kept.rows[part] = batch.rows
            kept.pictures[part] = batch.pictures
            kept.done[part] = True
            if progress is not None:
                progress(len(batch.rows))
    except KeyboardInterrupt:
        pass
    return kept


def join(columns: Sequence[tuple[str, ...]], blocks: Iterable[Buffer]) -> dict[str, Buffer]:
    """Blocks of rows with different columns as one set of columns; what a block lacks is NaN."""
    names = list(dict.fromkeys(name for block in columns for name in block))
    parts: dict[str, list[Buffer]] = {name: [] for name in names}
    for block_columns, block in zip(columns, blocks, strict=True):
        place = {name: k for k, name in enumerate(block_columns)}
        for name in names:
            parts[name].append(block[:, place[name]] if name in place else np.full(len(block), np.nan))
    return {name: np.concatenate(part) if part else np.zeros(0) for name, part in parts.items()}


def join_pictures(sides: Sequence[tuple[str, str]], blocks: Sequence[Buffer]) -> dict[str, Buffer]:
    """Pictures of several rows as one array per column, padded with NaN to the longest."""
    if not blocks or blocks[0].shape[1] == 0:
        return {}
    longest = max(block.shape[1] for block in blocks)
    names = list(dict.fromkeys(name for pair in sides for name in picture_columns(pair)))
    joined: dict[str, list[Buffer]] = {name: [] for name in names}
    for pair, block in zip(sides, blocks, strict=True):
        place = {name: k for k, name in enumerate(picture_columns(pair))}
        padded = np.full((block.shape[0], longest, N_PICTURE), np.nan)
        padded[:, : block.shape[1]] = block
        empty = np.full((block.shape[0], longest), np.nan)
        for name in names:
            joined[name].append(padded[:, :, place[name]] if name in place else empty)
    return {name: np.concatenate(part) for name, part in joined.items()}
