"""Runs told one by one in Python, spread over the processors where that pays."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import count
from typing import TypeVar

from sim.processors import processors

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

WORTH_PROCESSES = 100
"""From this many runs on, starting processes costs less than they save."""
PIECE = 10


def spread(
    look: Callable[[Asked, Sequence[int]], list[Answer]], asked: Asked, runs: Sequence[int]
) -> Iterator[list[Answer]]:
    """Look at runs piece by piece, in order, in several processes where that pays.

    Whatever stands in the way of processes, the runs are looked at here.

    Parameters
    ----------
    look : callable
        A function of a module, which other processes can import: answers a question for some runs.
    asked : object
        The question; it must survive pickling.
    runs : sequence of int
        Which runs.
    """
    pieces = [runs[start : start + PIECE] for start in range(0, len(runs), PIECE)]
    done = count()
    if len(runs) >= WORTH_PROCESSES and processors() > 1 and not _spawned():
        try:
            with ProcessPoolExecutor(processors(), multiprocessing.get_context("spawn")) as pool:
                for seen in pool.map(look, [asked] * len(pieces), pieces):
                    next(done)
                    yield seen
        except (BrokenProcessPool, OSError):
            pass  # a script without a main guard, a machine without semaphores
    for piece in pieces[next(done) :]:
        yield look(asked, piece)


def gathered(
    look: Callable[[Asked, Sequence[int]], list[Answer]],
    asked: Asked,
    runs: Sequence[int],
    progress: Callable[[int], None],
) -> list[Answer]:
    """Look at runs as :func:`spread` does and return the answers; Ctrl-C leaves those of the runs looked at so far.

    Parameters
    ----------
    look, asked, runs
        As for :func:`spread`.
    progress : callable
        Told of runs that are done.
    """
    found: list[Answer] = []
    try:
        for answers in spread(look, asked, runs):
            found += answers
            progress(len(answers))
    except KeyboardInterrupt:
        pass
    return found


def _spawned() -> bool:
    """Whether another process started this one; known by its name even while it imports a script without a guard."""
    return multiprocessing.current_process().name != "MainProcess"
