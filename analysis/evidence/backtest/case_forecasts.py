"""What the model says of each case: many runs of its scenario, counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from analysis.estimates import Estimate, wilson
from analysis.evidence.backtest.answer_key import CLASSES, answers_of
from analysis.evidence.casebook import Case, known_of, scenario_of
from sim.results.runs import Runs


class Counting(NamedTuple):
    """How cases are run: runs of each, the seed of all luck, and threads (all processors for None)."""

    runs: int = 1000
    seed: int = 0
    threads: int | None = None


class CaseForecast(NamedTuple):
    """A case and the shares of its runs.

    Attributes
    ----------
    case : Case
        The case, answer key included.
    runs : int
        How many runs were counted.
    classes, targets : mapping of str to Estimate
        Share of runs by outcome class, and by question (:data:`~analysis.evidence.backtest.answer_key.TARGETS`); the
        interval is that of the luck of the runs alone.
    """

    case: Case
    runs: int
    classes: Mapping[str, Estimate]
    targets: Mapping[str, Estimate]


def forecast_cases(
    cases: Iterable[Case], counting: Counting, progress: Callable[[int], None] | None = None
) -> Iterator[CaseForecast]:
    """Run every case and yield its forecast, case by case.

    Parameters
    ----------
    cases : iterable of Case
        The cases; run r of each has the same luck, whatever the others are.
    counting : Counting
        Runs, seed and threads; numbers that the casebook leaves open are drawn anew for each run.
    progress : callable, optional
        Called with the number of runs just finished.

    Yields
    ------
    CaseForecast
        In the order of the cases. After Ctrl-C the case under way and those after it are missing.
    """
    from sim.run import run_many

    told = _Told(progress)
    for case in cases:
        scenario = scenario_of(known_of(case))
        runs = run_many(scenario, counting.seed, counting.runs, "drawn", counting.threads, progress=told)
        if not runs.partial:
            yield counted(case, runs)
        if runs.partial or told.interrupted:
            return


class _Told:
    """Passes progress on, and remembers an interruption: one at the last runs of a case leaves that case whole."""

    def __init__(self, progress: Callable[[int], None] | None) -> None:
        self.interrupted = False
        self._progress = progress

    def __call__(self, done: int) -> None:
        if self._progress is None:
            return
        try:
            self._progress(done)
        except KeyboardInterrupt:
            self.interrupted = True
            raise


def counted(case: Case, runs: Runs) -> CaseForecast:
    """Return the forecast that runs of a case amount to."""
    number = len(runs)
    classes = {name: wilson(int((runs.outcomes == name).sum()), number) for name in CLASSES}
    targets = {name: wilson(int(answers.sum()), number) for name, answers in answers_of(runs).items()}
    return CaseForecast(case, number, classes, targets)
