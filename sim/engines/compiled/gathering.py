"""How batches that finish in any order become one table of runs in the order asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
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
    """Join blocks whose last axes are different columns into one set of columns; what a block lacks is NaN.

    Parameters
    ----------
    columns : sequence of tuple of str
        By block, the names along its last axis.
    blocks : iterable of array
        Equal in every axis but the first and the last.

    Returns
    -------
    dict of str to array
        By name, in the order in which the names first come, the blocks' columns one below the other.
    """
    names = dict.fromkeys(chain.from_iterable(columns))
    lookups = [_by_name(own, block) for own, block in zip(columns, blocks, strict=True)]
    return {name: np.concatenate([column(name) for column in lookups]) for name in names}


def _by_name(names: Sequence[str], block: Buffer) -> Callable[[str], Buffer]:
    """Return a way to look up a block's columns; a column that it lacks is NaN."""
    place = {name: k for k, name in enumerate(names)}

    def column(name: str) -> Buffer:
        return block[..., place[name]] if name in place else np.full(block.shape[:-1], np.nan)

    return column


def join_pictures(sides: Sequence[tuple[str, str]], blocks: Sequence[Buffer]) -> dict[str, Buffer]:
    """Pictures of several rows as one array per column, padded with NaN to the longest."""
    if not blocks or blocks[0].shape[1] == 0:
        return {}
    longest = max(block.shape[1] for block in blocks)
    return join([picture_columns(pair) for pair in sides], [_padded(block, longest) for block in blocks])


def _padded(block: Buffer, length: int) -> Buffer:
    padded = np.full((len(block), length, N_PICTURE), np.nan)
    padded[:, : block.shape[1]] = block
    return padded
