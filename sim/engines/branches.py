"""What would have come of a decision: the same run up to it, then one option taken, and luck drawn afresh from there.

The doors for that: :func:`branch` for many fresh lucks at once, :func:`make_branches` for many branches of one record,
:func:`sim.engines.branching.run_branch` for one luck told in full. Bits before the decision are those of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sim.policies.forks import Order
from sim.results.trajectory import Trajectory

if TYPE_CHECKING:
    from sim.engines.compiled.branch_counter import BranchCounter
    from sim.results.runs import Runs


def branch(  # noqa: PLR0913 - the question has these parts, as in run_many
    record: Trajectory,
    decision: int,
    option: str | None = None,
    runs: int = 50,
    *,
    first: int = 0,
    orders: Sequence[Order] = (),
    threads: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> Runs:
    """Run a record again many times with one option taken at one of its decisions, each time under a fresh luck.

    Luck ``k`` is the same for every option of the decision, so that the runs of two options are pairs.

    Parameters
    ----------
    record, decision, option, orders
        As for :func:`sim.engines.branching.run_branch`.
    runs : int
        How many fresh lucks, at least 1.
    first : int
        The number of the first fresh luck.
    threads : int, optional
        Threads to use; all processors by default. Nothing in the result depends on it.
    progress : callable, optional
        Called with the number of runs just finished.

    Returns
    -------
    Runs
        ``runs.run`` says which fresh luck each is; ``runs[i]`` tells it in full. Ctrl-C leaves a partial table.

    Raises
    ------
    ValueError
        As for :func:`sim.engines.branching.run_branch`, and for a number of runs out of range.
    """
    which = range(first, first + runs)
    return make_branches(record, orders).count(decision, option, which, threads, progress)


def make_branches(record: Trajectory, orders: Sequence[Order] = ()) -> BranchCounter:
    """Return a record opened once for branching, to be asked for any of its decisions and options, from any thread.

    Parameters are those of :func:`branch`; see :mod:`sim.engines.compiled.branch_counter`.
    """
    from sim.engines.compiled.branch_counter import BranchCounter

    return BranchCounter(record, orders)
