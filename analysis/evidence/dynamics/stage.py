"""Where rows are measured: every case and its variants run under the same lucks, each variant once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

Changes = Mapping[str, Any]
NOTHING: Changes = {}


def silent(_: str) -> None:
    """Tell nobody."""


class Stage:
    """Cases to run, how often, and with central or drawn parameters.

    Parameters
    ----------
    cases : sequence of str
        Names of shipped cases.
    lucks : int
        Runs of each variant; run k has the same luck in all of them.
    parameters : {"central", "drawn"}
        Whether uncertain numbers take their central value or are drawn.
    seed : int
        Of the luck.
    tell : callable
        Told of every variant that is run.
    finer : int
        How many times as many lucks a row takes that looks for small differences.
    """

    def __init__(
        self,
        cases: Sequence[str],
        lucks: int,
        parameters: str = "central",
        seed: int = 0,
        tell: Callable[[str], None] = silent,
        finer: int = 10,
    ) -> None:
        from sim import load_scenario

        self.lucks, self.parameters, self.seed, self.tell, self.finer = lucks, parameters, seed, tell, finer
        self.cases: dict[str, Scenario] = {name: load_scenario(name) for name in cases}
        self._kept: dict[tuple[str, str, int], Runs] = {}

    def runs(self, case: str, changes: Changes = NOTHING, times: int = 1) -> Runs:
        """The runs of a case with some changes, in the order of their lucks; ``times`` as many as usual."""
        from sim import run_many, vary

        key = (case, repr(sorted(changes.items())), times)
        if key not in self._kept:
            self.tell(f"{case} {', '.join(changes) or 'as it is'}")
            scenario = vary(self.cases[case], changes) if changes else self.cases[case]
            self._kept[key] = run_many(scenario, seed=self.seed, runs=times * self.lucks, parameters=self.parameters)
        return self._kept[key]

    def lucks_of(self, runs: Sequence[Runs]) -> Any:
        """The luck of every entry of several tables one below the other."""
        return np.concatenate([table.run for table in runs])
