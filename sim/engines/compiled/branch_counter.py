"""One run branched again and again: opened once, then counted under fresh lucks for any decision and option."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from sim.engines.branching import fork_of, run_branch
from sim.engines.compiled.engine import Jobs
from sim.engines.compiled.gathering import gather, join
from sim.engines.compiled.packing import repacked
from sim.engines.compiled.plan import Prepared, prepare
from sim.engines.forking import order_records
from sim.luck import LARGEST_RUN
from sim.policies.forks import Fork, Order
from sim.results.runs import Runs
from sim.results.trajectory import Trajectory
from sim.scenario.scenario import Scenario


class BranchCounter:
    """Counts what would have come of the decisions of one run; several threads may ask the same counter.

    Parameters
    ----------
    record : Trajectory
        The run.
    orders : sequence of Order
        What the run was told to do.
    """

    def __init__(self, record: Trajectory, orders: Sequence[Order] = ()) -> None:
        self.record = record
        self.orders = tuple(orders)
        placeholder = Order(min(record.scenario.leaders), "hold")
        self._prepared = prepare(record.scenario, record.parameters, Fork((placeholder, *self.orders)))

    def count(
        self,
        decision: int,
        option: str | None,
        which: range,
        threads: int | None = 1,
        progress: Callable[[int], None] | None = None,
    ) -> Runs:
        """Count one branch under some fresh lucks; see :func:`sim.engines.branches.branch`.

        Raises
        ------
        ValueError
            For a decision that is not in the record, an option that was not open, or lucks out of range.
        """
        if not which or which[0] < 0 or which[-1] > LARGEST_RUN:
            raise ValueError(f"fresh lucks are numbered 0 to {LARGEST_RUN}, and at least one is needed, not {which}")
        fork = fork_of(self.record, decision, option, self.orders)
        lucks = np.array(which, dtype=np.int64)
        jobs = Jobs(self.record.seed, np.full(len(lucks), self.record.run, dtype=np.int64), which=lucks)
        answer = gather(self._forked(fork), jobs, threads, progress=progress)
        measures = join([self._prepared.columns], [answer.rows])
        return Runs(
            scenarios=[self.record.scenario],
            seed=self.record.seed,
            parameters=self.record.parameters,
            row=np.zeros(int(answer.done.sum()), dtype=np.int64),
            run=lucks[answer.done],
            measures={name: column[answer.done] for name, column in measures.items()},
            pictures={},
            partial=not answer.done.all(),
            tell=partial(_tell, self.record, decision, fork.orders[0].option, self.orders),
        )

    def _forked(self, fork: Fork) -> Prepared:
        """The prepared record with another fork of as many orders; opening it anew takes longer than ten runs.

        Plain Python starts from the records of the opening, compiled code from the template made of them.
        """
        opening = self._prepared.opening
        orders = order_records(fork, opening.sides)
        setting = {**opening.records["setting"][0], "fresh_at": fork.fresh_at}
        changed = {"orders": orders, "setting": [setting]}
        return self._prepared._replace(
            opening=opening._replace(records={**opening.records, **changed}),
            template=repacked(self._prepared.template, self._prepared.regions, changed),
        )


def _tell(  # noqa: PLR0913 - what is known of a branch, and then the address that a table of runs gives
    record: Trajectory,
    decision: int,
    option: str,
    orders: tuple[Order, ...],
    scenario: Scenario,
    seed: int,
    which: int,
    parameters: str,
) -> Trajectory:
    """Tell one fresh luck of a branch; of the address only its number says anything new."""
    assert (scenario, seed, parameters) == (record.scenario, record.seed, record.parameters), "of another record"
    return run_branch(record, decision, option, which, orders)
