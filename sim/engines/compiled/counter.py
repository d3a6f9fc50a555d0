"""One scenario asked again and again: opened once, then counted for any runs and settings, one table per answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from sim.engines.compiled.engine import Jobs, run_jobs
from sim.engines.compiled.packing import Buffer
from sim.engines.compiled.plan import Ints, prepare
from sim.results.runs import Runs, Tell, Variants
from sim.scenario.scenario import Scenario


class Counter:
    """Counts runs of one scenario on the calling thread; several threads may ask the same counter.

    Parameters
    ----------
    scenario : Scenario
        What is run.
    parameters : {"central", "drawn"}
        Whether uncertain numbers are drawn for each run.
    tell : callable
        Tells one run in full.
    """

    def __init__(self, scenario: Scenario, parameters: str, tell: Tell) -> None:
        self.scenario = scenario
        self.parameters = parameters
        self._tell = tell
        self._prepared = prepare(scenario, parameters)

    def takes(self, path: str) -> bool:
        """Whether a path is a number that can differ from run to run without opening the scenario anew."""
        return path in self._prepared.opening.places

    def count(
        self,
        seed: int,
        runs: Sequence[int] | Ints,
        settings: Mapping[str, Sequence[float] | Buffer] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> Runs:
        """Count runs, each with settings of its own.

        Parameters
        ----------
        seed : int
            Seed of all luck, 0 to 2**32 - 1.
        runs : sequence of int
            Numbers of the runs, in any order and as often as wanted.
        settings : mapping of str to sequence of float, optional
            By path, one value per run. They are put in place as they are: whether they are allowed is for the caller
            to know, who may hold a million of them.
        stop : callable, optional
            Asked now and then; when it says yes, the runs not yet done are left out and the table is partial.

        Returns
        -------
        Runs
            In the order of ``runs``; row k is the variant with the settings of run k.

        Raises
        ------
        KeyError
            For a path that :meth:`takes` refuses.
        """
        numbers = np.asarray(runs, dtype=np.int64)
        given: dict[str, Any] = {
            path: np.asarray(values, dtype=np.float64) for path, values in (settings or {}).items()
        }
        values = np.column_stack(list(given.values())) if given else np.zeros((0, 0))
        jobs = Jobs(seed, numbers, tuple(given), values)
        rows = np.zeros((len(numbers), len(self._prepared.columns)))
        done = 0
        for batch in run_jobs(self._prepared, jobs, threads=1):
            done = batch.first + len(batch.rows)
            rows[batch.first : done] = batch.rows
            if stop is not None and stop():
                break
        return Runs(
            scenarios=Variants(self.scenario, given),
            seed=seed,
            parameters=self.parameters,
            row=np.arange(done),
            run=numbers[:done],
            measures={name: rows[:done, place] for place, name in enumerate(self._prepared.columns)},
            pictures={},
            partial=done < len(numbers),
            tell=self._tell,
        )
