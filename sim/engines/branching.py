"""How a run is left at one of its decisions: the fork that does it, and the run that comes of it, told in full."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sim.luck import LARGEST_RUN
from sim.policies.forks import Fork, Order
from sim.results.trajectory import Trajectory
from sim.vocabulary.codes import NONE


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


def fork_of(record: Trajectory, decision: int, option: str | None, orders: Sequence[Order] = ()) -> Fork:
    """Return where a record is left: at a decision, by an option that was open there."""
    table = record.columns["decisions"]
    first, end = _rows_of(table["decision"], decision)
    options = table["option"][first:end]
    wanted = options[table["chosen"][first:end].index(True)] if option is None else option
    if wanted not in options:
        raise ValueError(f"{wanted!r} was not open at decision {decision}; open were {', '.join(options)}")
    order = Order(table["leader"][first], wanted, about=table["about"][first], number=decision)
    return Fork((order, *orders), fresh_at=decision)


def _rows_of(numbers: Sequence[int], decision: int) -> tuple[int, int]:
    """The first row of a decision in the decisions table, and the one after its last; they stand in order."""
    first, end = bisect_left(numbers, decision), bisect_right(numbers, decision)
    if first == end:
        last = numbers[-1] if numbers else NONE
        raise ValueError(f"decision {decision!r} is not in the record; its decisions are numbered 0 to {last}")
    return first, end


def _checked(number: int) -> int:
    if isinstance(number, bool) or not hasattr(number, "__index__") or not 0 <= number <= LARGEST_RUN:
        raise ValueError(f"which={number!r}; allowed: a whole number from 0 to {LARGEST_RUN}")
    return int(number)
