"""How long something takes on a machine that others use too: medians of interleaved repeats, CPU beside wall time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

Work = Callable[[], object]


class Taken(NamedTuple):
    """Seconds of all threads of this process together, and seconds on the wall."""

    cpu: float
    wall: float

    def per(self, pieces: float) -> Taken:
        """Seconds a piece."""
        return Taken(self.cpu / pieces, self.wall / pieces)


def take(work: Work) -> Taken:
    """Measure one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Taken(time.process_time() - cpu, time.perf_counter() - wall)


def median(taken: Sequence[Taken]) -> Taken:
    """The median of CPU time and, apart from it, that of wall time."""
    return Taken(statistics.median(t.cpu for t in taken), statistics.median(t.wall for t in taken))


def interleave(contenders: Mapping[str, Work], repeats: int) -> dict[str, list[Taken]]:
    """Measure contenders turn by turn, so that a busy minute of the machine falls on all of them alike.

    Parameters
    ----------
    contenders : mapping of str to callable
        What is measured; each has been called once before, so that nothing is compiled or read in here.
    repeats : int
        Rounds.

    Returns
    -------
    dict of str to list of Taken
        One entry a round for each contender.
    """
    taken: dict[str, list[Taken]] = {name: [] for name in contenders}
    for _ in range(repeats):
        for name, work in contenders.items():
            taken[name].append(take(work))
    return taken


def medians(contenders: Mapping[str, Work], repeats: int) -> dict[str, Taken]:
    """The medians of interleaved repeats."""
    return {name: median(taken) for name, taken in interleave(contenders, repeats).items()}
