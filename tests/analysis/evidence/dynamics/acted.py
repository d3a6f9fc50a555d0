"""A stage for tests of rows: what happens in the runs of a case under some changes is said by the test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from analysis.evidence.dynamics.row import Finding
from analysis.evidence.dynamics.stage import Stage, silent
from sim import load_scenario
from sim.results.runs import Runs
from sim.scenario import Scenario
from sim.state.summary_columns import HEAD, PER_SIDE, SIDE_KINDS, Kind, summary_columns
from sim.vocabulary.outcomes import OutcomeClass

LUCKS = 200
read = cache(load_scenario)
NEVER = {name for name, kind in HEAD if kind in (Kind.day, Kind.maybe, Kind.asker, Kind.level, Kind.mediator)}
NEVER |= {"ask_after_rupture", "first_break_day", "ask_after_break"}

Play = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""From a case and its changes to the measures that are not as on an empty day, one number or one for each run."""


def nothing(case: str, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """Nothing ever happens."""
    return {}


def made(scenario: Scenario, runs: int = LUCKS, told: Mapping[str, Any] = nothing("", {})) -> Runs:
    """Runs of a scenario in which nothing happens but what is told; they end at the horizon without a contact."""
    never = NEVER | {f"{name}_{side}" for name in PER_SIDE if SIDE_KINDS[name] is Kind.day for side in scenario.leaders}
    measures = {}
    for column in summary_columns(sorted(scenario.leaders), list(scenario.issues)):
        usual = -1.0 if column in never or column.startswith("settlement_") else 0.0
        measures[column] = np.full(runs, usual)
    usual = {"outcome": OutcomeClass.no_contact.code, "end_day": float(scenario.horizon_days)}
    for column, values in (usual | dict(told)).items():
        assert column in measures, f"no measure {column}"
        measures[column] = np.broadcast_to(np.asarray(values, dtype=float), runs).copy()
    number = np.arange(runs, dtype=np.int64)
    return Runs([scenario], 0, "central", 0 * number, number, measures, {}, partial=False, tell=None)  # type: ignore[arg-type]


class Acted(Stage):
    """A stage on which runs are made by the test, not by the model."""

    def __init__(self, play: Play, cases: Sequence[str] = ("two-leaders",), lucks: int = LUCKS) -> None:
        self.lucks, self.parameters, self.seed, self.tell, self.finer = lucks, "central", 0, silent, 1
        self.cases = {name: read(name) for name in cases}
        self.play = play

    @classmethod
    def always(cls, told: Mapping[str, Any], cases: Sequence[str] = ("two-leaders",)) -> Acted:
        """A stage on which the same is told whatever the case and the changes."""
        return cls(lambda *_: told, cases)

    def runs(self, case: str, changes: Mapping[str, Any] = nothing("", {}), times: int = 1) -> Runs:  # noqa: ARG002
        """What the test says of the case under the changes."""
        return made(read(case), self.lucks, self.play(case, changes))


def value(finding: Finding, what: str, case: str = "two-leaders") -> float:
    """The value of the reading of a case whose wording begins so."""
    return next(r.estimate.value for r in finding.readings if r.case == case and r.what.startswith(what))


def verdict(finding: Finding, what: str, case: str = "two-leaders") -> bool | None:
    """Its verdict."""
    return next(r.reached for r in finding.readings if r.case == case and r.what.startswith(what))


def half(runs: int = LUCKS) -> np.ndarray[Any, Any]:
    """True in every second run."""
    return np.arange(runs) % 2 == 0
