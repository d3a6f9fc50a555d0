"""Who computes parts on this machine: threads, since compiled runs do not hold Python's lock."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from analysis.studies.part_computing import Computer
from analysis.studies.parts_layout import Part
from analysis.studies.parts_storing import Owner, keep_part, part_bytes

if TYPE_CHECKING:
    import pandas as pd

Task = tuple[Part, "pd.DataFrame"]
"""A part and the design's values of its rows."""

Result_co = TypeVar("Result_co", covariant=True)

AHEAD = 4
"""Parts handed out for each worker: since parts are stored in the order of work, one that takes long must not hold up
those that compute its successors."""


class Pending(Protocol[Result_co]):
    """A task that is under way."""

    def result(self) -> Result_co:
        """Wait for what comes of it; an error that ended it is raised here."""
        ...


class Done(NamedTuple):
    """A part that is on the disk, or that was lost: its number, its runs, and why it is lost."""

    number: int
    runs: int
    lost: str = ""


class Workers(Protocol):
    """Whoever computes the parts of a study and stores them, in the order in which they are asked for.

    So a study that is stopped at any moment holds the first so many parts of its order of work, which is what makes
    it fair to all rows (:mod:`analysis.studies.parts_layout`).
    """

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute and store. Closing the iteration stops the work."""
        ...


class Threads:
    """Threads of this process.

    Parameters
    ----------
    computer : Computer
        Of the study.
    folder : pathlib.Path
        Where parts are stored.
    owner : Owner
        Whose parts they are.
    count : int
        Threads, at least 1.
    """

    def __init__(self, computer: Computer, folder: Path, owner: Owner, count: int) -> None:
        self.computer = computer
        self.folder = folder
        self.owner = owner
        self.count = count

    def work(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Compute and store parts; see :class:`Workers`."""
        stopped = Event()

        def compute(task: Task) -> tuple[Part, bytes]:
            part, values = task
            return part, part_bytes(self.owner, part, self.computer.part(part, values, stopped.is_set))

        with ThreadPoolExecutor(self.count, thread_name_prefix="study") as pool:
            try:
                for part, content in in_order(lambda task: pool.submit(compute, task), tasks, AHEAD * self.count):
                    keep_part(self.folder, self.owner, part.number, content)
                    yield Done(part.number, part.runs)
            finally:
                stopped.set()
                pool.shutdown(cancel_futures=True)


def in_order(submit: Callable[[Task], Pending[Result_co]], tasks: Iterator[Task], most: int) -> Iterator[Result_co]:
    """Keep up to ``most`` tasks handed out and yield what comes of them in their order; an error of any ends it."""
    under_way: deque[Pending[Result_co]] = deque()
    for task in tasks:
        under_way.append(submit(task))
        if len(under_way) >= most:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()
