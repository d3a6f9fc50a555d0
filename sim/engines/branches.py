"""What would have come of a decision: the same run up to it, then one option taken, and luck drawn afresh from there.

The doors for that are here: :func:`branch` for many fresh lucks at once, :func:`make_branches` for many branches of one
record, :func:`run_branch` for one luck told in full. Bits before the decision are those of the record.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sim.luck import LARGEST_RUN
from sim.policies.forks import Fork, Order
from sim.results.trajectory import Trajectory
from sim.vocabulary.codes import NONE

if TYPE_CHECKING:
    from sim.engines.compiled.branch_counter import BranchCounter
    from sim.results.runs import Runs


def run_branch(
    record: Trajectory,
    decision: int,
    option: str | None = None,
    which: int | None = 0,
    orders: Sequence[Order] = (),
) -> Trajectory:
    """Run a record again with one option taken at one of its decisions, and tell it in full.

    Parameters
    ----------
    record : Trajectory
        A run of this version.
    decision : int
        Number of the decision, as in the decisions table.
    option : str, optional
        One of the decision's options; by default the one that was taken.
    which : int or None
        Which fresh luck the run goes on under, 0 to 2**32 - 1; None for its own, as if nothing had been drawn before.
    orders : sequence of Order
        What the run was told to do besides (:meth:`sim.policies.scripted.Script.orders`); where it can be done, it is.

    Returns
    -------
    Trajectory
        It has the seed and run of the record. With the option that was taken and its own luck it is the record.

    Raises
    ------
    ValueError
        When the record has no such decision or the decision no such option.
    """
    from sim.engines.plain.confrontation import Confrontation

    fork = fork_of(record, decision, option, orders)
    fork = fork._replace(fresh_at=NONE) if which is None else fork._replace(which=_checked(which))
    confrontation = Confrontation(record.scenario, record.seed, record.run, record.parameters, fork=fork)
    confrontation.run_model()
    return confrontation.trajectory()


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
        As for :func:`run_branch`.
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
        As for :func:`run_branch`, and for a number of runs out of range.
    """
    which = range(first, first + runs)
    return make_branches(record, orders).count(decision, option, which, threads, progress)


def make_branches(record: Trajectory, orders: Sequence[Order] = ()) -> BranchCounter:
    """Return a record opened once for branching, to be asked for any of its decisions and options, from any thread.

    Parameters are those of :func:`branch`; see :mod:`sim.engines.compiled.branch_counter`.
    """
    from sim.engines.compiled.branch_counter import BranchCounter

    return BranchCounter(record, orders)


def fork_of(record: Trajectory, decision: int, option: str | None, orders: Sequence[Order] = ()) -> Fork:
    """Return where a record is left: at a decision, by an option that was open there."""
    table = record.columns["decisions"]
    rows = [row for row, number in enumerate(table["decision"]) if number == decision]
    if not rows:
        last = max(table["decision"], default=NONE)
        raise ValueError(f"decision {decision!r} is not in the record; its decisions are numbered 0 to {last}")
    options = {table["option"][row]: row for row in rows}
    taken = next(name for name, row in options.items() if table["chosen"][row])
    wanted = taken if option is None else option
    if wanted not in options:
        raise ValueError(f"{wanted!r} was not open at decision {decision}; open were {', '.join(options)}")
    order = Order(table["leader"][rows[0]], wanted, about=table["about"][rows[0]], number=decision)
    return Fork((order, *orders), fresh_at=decision)


def _checked(number: int) -> int:
    if isinstance(number, bool) or not hasattr(number, "__index__") or not 0 <= number <= LARGEST_RUN:
        raise ValueError(f"which={number!r}; allowed: a whole number from 0 to {LARGEST_RUN}")
    return int(number)
