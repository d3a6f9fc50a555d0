"""How the decision is found: every alternative under a few fresh lucks, then the largest under many others.

The lucks of the second stage are not those of the first, so that what was largest by luck has no luck left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from analysis.pivot.candidates import Candidate, candidates
from analysis.pivot.ending_distance import corrected_distance
from analysis.pivot.two_branches import USUAL, Endings, Finding, Pivot, Plan, finding_of
from sim.processors import processors
from sim.results.trajectory import Trajectory
from sim.run import Order, make_branches

PIECE = 50
"""Fresh lucks counted at a time, so that threads share the work of a branch."""

Codes = NDArray[np.int64]
Task = tuple[int, str, range]
"""One branch to be counted: decision, option, which fresh lucks."""


class Search:
    """The search for the decision that decided a run.

    Parameters
    ----------
    record : Trajectory
        The run.
    scripted : collection of str
        Sides whose decisions were made beforehand; they are no candidates.
    orders : sequence of Order
        How those were made (:meth:`sim.policies.scripted.Script.orders`).
    plan : Plan
        How closely to look.
    """

    def __init__(
        self, record: Trajectory, scripted: Collection[str] = (), orders: Sequence[Order] = (), plan: Plan = USUAL
    ) -> None:
        self.record = record
        self.plan = plan
        self.candidates = candidates(record, scripted, plan.least_chance)
        self._orders = tuple(orders)
        self._progress: Callable[[int], None] = _nothing
        self._threads = processors()

    @property
    def runs(self) -> int:
        """How many runs the search takes at most."""
        looks = min(self.plan.looks, len({candidate.decision.decision for candidate in self.candidates}))
        return self.plan.first * len(_options(self.candidates)) + 2 * self.plan.second * looks

    def run(self, progress: Callable[[int], None] | None = None, threads: int | None = None) -> Pivot:
        """Search, and return what was found; ``progress`` is called with the number of runs just finished."""
        self._progress = progress or _nothing
        self._threads = threads or processors()
        if not self.candidates:
            return self._found(())
        self._counter = make_branches(self.record, self._orders)
        plan = self.plan
        first = self._endings(self.candidates, range(plan.first))
        finalists = _largest(self.candidates, first, plan.looks)
        second = self._endings(finalists, range(plan.first, plan.first + plan.second))
        level = 1 - (1 - plan.level) / plan.looks
        found = [finding_of(one, endings, level) for one, endings in zip(finalists, second, strict=True)]
        return self._found(tuple(sorted(found, key=_most)))

    def _found(self, findings: tuple[Finding, ...]) -> Pivot:
        return Pivot(self.record, self.candidates, findings, self.plan, self._orders)

    def _endings(self, wanted: Sequence[Candidate], which: range) -> list[Endings]:
        """The endings of both branches of every candidate; the option taken is counted once a decision."""
        options = _options(wanted)
        pieces = [which[start : start + PIECE] for start in range(0, len(which), PIECE)]
        tasks = [(decision, option, piece) for decision, option in options for piece in pieces]
        codes = list(self._count(tasks))
        size = len(pieces)
        by_option = {key: np.concatenate(codes[k * size : (k + 1) * size]) for k, key in enumerate(options)}
        lucks = np.arange(which.start, which.stop)
        return [
            Endings(lucks, by_option[number, one.decision.chosen.name], by_option[number, one.other.name])
            for one in wanted
            for number in [one.decision.decision]
        ]

    def _count(self, tasks: Iterable[Task]) -> Iterable[Codes]:
        """Count branches on all threads, in the order asked; an interrupt leaves the rest undone."""
        pool = ThreadPoolExecutor(self._threads)
        try:
            for codes in pool.map(self._one, tasks):
                self._progress(len(codes))
                yield codes
        finally:
            with suppress(RuntimeError):
                pool.shutdown(cancel_futures=True)

    def _one(self, task: Task) -> Codes:
        decision, option, which = task
        return self._counter.count(decision, option, which).measures["outcome"].astype(np.int64)


def find_pivot(
    record: Trajectory,
    scripted: Collection[str] = (),
    orders: Sequence[Order] = (),
    plan: Plan = USUAL,
    progress: Callable[[int], None] | None = None,
) -> Pivot:
    """Return which decision decided a run; see :class:`Search`."""
    return Search(record, scripted, orders, plan).run(progress)


def _options(wanted: Sequence[Candidate]) -> list[tuple[int, str]]:
    """Every branch that is to be counted, once: decision and option."""
    both = [(one.decision.decision, option) for one in wanted for option in (one.decision.chosen.name, one.other.name)]
    return list(dict.fromkeys(both))


def _largest(wanted: Sequence[Candidate], endings: Sequence[Endings], looks: int) -> list[Candidate]:
    """The candidates that move the endings most, one for each decision; of equals the earlier."""
    sizes = [corrected_distance(found.taken, found.other) for found in endings]
    ranked = sorted(range(len(wanted)), key=lambda place: -sizes[place])
    chosen: dict[int, Candidate] = {}
    for place in ranked:
        chosen.setdefault(wanted[place].decision.decision, wanted[place])
    return list(chosen.values())[:looks]


def _most(finding: Finding) -> tuple[bool, float, int]:
    return not finding.decided, -finding.distance.value, finding.candidate.decision.decision


def _nothing(_: int) -> None:
    """Told of progress, does nothing."""
