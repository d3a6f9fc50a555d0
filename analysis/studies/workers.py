"""Who computes parts on this machine: threads, since compiled runs do not hold Python's lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple, Protocol

from analysis.studies.computing import Computer
from analysis.studies.parts_layout import Part
from analysis.studies.parts_storing import as_bytes, keep_part

if TYPE_CHECKING:
    import pandas as pd

Task = tuple[Part, "pd.DataFrame"]
"""A part and the design's values of its rows."""

AHEAD = 2
"""Parts handed out for each worker: one under way, one waiting."""


class Done(NamedTuple):
    """A part that is on the disk, or that was lost: its number, its runs, and why it is lost."""

    number: int
    runs: int
    lost: str = ""


class Workers(Protocol):
    """Whoever computes the parts of a study and stores them."""

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute and store; parts come back in any order. Closing the iteration stops the work."""
        ...


class Threads:
    """Threads of this process.

    Parameters
    ----------
    computer : Computer
        Of the study.
    folder : pathlib.Path
        Where parts are stored.
    count : int
        Threads, at least 1.
    """

    def __init__(self, computer: Computer, folder: Path, count: int) -> None:
        self.computer = computer
        self.folder = folder
        self.count = count

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute and store parts; see :class:`Workers`."""
        stopped = Event()

        def do(task: Task) -> Done:
            part, values = task
            content = as_bytes(self.computer.part(part, values, stopped.is_set))
            keep_part(self.folder, part.number, content)
            return Done(part.number, part.runs)

        with ThreadPoolExecutor(self.count, thread_name_prefix="study") as pool:
            try:
                yield from in_flight(lambda task: pool.submit(do, task), tasks, AHEAD * self.count)
            finally:
                stopped.set()
                pool.shutdown(cancel_futures=True)


def in_flight(submit: Callable[[Task], Future[Done]], tasks: Iterator[Task], most: int) -> Iterator[Done]:
    """Keep up to ``most`` tasks handed out and yield what finishes; an error of any ends it."""
    under_way: set[Future[Done]] = set()
    for task in tasks:
        under_way.add(submit(task))
        if len(under_way) >= most:
            yield from _finished(under_way)
    while under_way:
        yield from _finished(under_way)


def _finished(under_way: set[Future[Done]]) -> Iterator[Done]:
    finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
    under_way -= finished
    for future in finished:
        yield future.result()
