"""A case run as it is and without each mechanism in turn, and what each does to four outcomes.

The four are eight numbers: days until one of the leaders asks, days to first contact, which of the two is the first to
ask, and the share of each of five endings. All intervals hold at once at 95%: they are corrected (Bonferroni) for every
number of every mechanism that was asked for, whether or not there was something to switch off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.estimates import Estimate, sides
from analysis.evidence.claims.paired_luck import OutcomeChange, Plan, level_for, outcome_change, runs_of
from analysis.evidence.claims.switching_off import changes_of, switched_off
from analysis.evidence.claims.table import Switch, of_rows, switches
from sim.vocabulary.outcomes import WORDS

if TYPE_CHECKING:
    import pandas as pd

    from sim.results.runs import Runs
    from sim.scenario import Scenario

ASK, CONTACT, CALLER = "ask_days", "contact_days", "asks_before"
ENDINGS = tuple(f"ends_{word}" for word in WORDS)
OUTCOMES = (ASK, CONTACT, CALLER, *ENDINGS)
"""What is looked at, by name in :data:`analysis.evidence.claims.looked_at.LOOKED_AT`."""
APART = 2.0
"""As far as who asks first can be moved: from the one leader (-1) to the other (1)."""

Progress = Callable[[int], None]


class State(StrEnum):
    """What came of switching a mechanism off."""

    measured = "measured"
    off = "off already"
    """The case is the same without it: nothing was run."""
    unmoved = "moves no run"
    """There is something to switch off, and every run is the same without it."""


class SwitchedCase(NamedTuple):
    """A case without one mechanism; ``without`` is None when it is off already."""

    switch: Switch
    without: Scenario | None
    changes: Mapping[str, Any]


class Found(NamedTuple):
    """What one mechanism does: each outcome as the case is less without it, in the order of :data:`OUTCOMES`."""

    case: SwitchedCase
    state: State
    changes: tuple[OutcomeChange, ...]

    @property
    def row(self) -> int:
        """The mechanism's row of the claims table."""
        return self.case.switch.row

    def of(self, outcome: str) -> OutcomeChange:
        """The change of one outcome."""
        return self.changes[OUTCOMES.index(outcome)]


class MechanismEffects(NamedTuple):
    """What each mechanism does in a case.

    Attributes
    ----------
    scenario : Scenario
        The case.
    plan : Plan
        Lucks, seed, parameters.
    asked : int
        Mechanisms that were asked for.
    level : float
        Confidence of each interval, so that all hold at once with 95%.
    sides : tuple of str
        The two sides; changes of who asks first are towards the first.
    found : tuple of Found
        By row; fewer than were asked for when it was stopped.
    """

    scenario: Scenario
    plan: Plan
    asked: int
    level: float
    sides: tuple[str, str]
    found: tuple[Found, ...]

    @property
    def looks(self) -> int:
        """How many intervals hold at once."""
        return looks(self.asked)

    @property
    def is_partial(self) -> bool:
        """Whether it was stopped before all mechanisms were measured."""
        return len(self.found) < self.asked


def looks(rows: int) -> int:
    """How many intervals so many mechanisms have."""
    return rows * len(OUTCOMES)


def is_sure(change: OutcomeChange) -> bool:
    """Whether a change is distinguishable from nothing: its interval leaves out 0."""
    return change.estimate.low > 0 or change.estimate.high < 0


def chosen_switches(rows: Sequence[int] | None = None) -> list[Switch]:
    """The mechanisms of some rows in the order of the table, or all.

    Raises
    ------
    RowError
        When a row is no mechanism.
    """
    return list(of_rows(switches(), rows).values())


def each_off(scenario: Scenario, chosen: Sequence[Switch]) -> list[SwitchedCase]:
    """A case without each of some mechanisms, one at a time."""
    return [SwitchedCase(switch, switched_off(scenario, switch), changes_of(scenario, switch)) for switch in chosen]


def runs_needed(cases: Sequence[SwitchedCase], plan: Plan) -> int:
    """How many runs measuring takes: those of the case as it is are made once."""
    return plan.runs * (1 + sum(case.without is not None for case in cases))


def measure_switches(
    scenario: Scenario, cases: Sequence[SwitchedCase], plan: Plan, progress: Progress | None = None
) -> MechanismEffects:
    """Run a case as it is and without each mechanism under the same luck, and compare.

    Parameters
    ----------
    scenario : Scenario
        The case as it is.
    cases : sequence of SwitchedCase
        From :func:`each_off`.
    plan : Plan
        At least 2 lucks.
    progress : callable, optional
        Called with the number of runs just finished, and with 0 between mechanisms; a KeyboardInterrupt that it raises
        ends the measurement with the mechanisms that are finished.

    Raises
    ------
    KeyboardInterrupt
        When it was stopped before the first mechanism was measured.
    """
    whole = runs_of(scenario, plan, progress)
    measurement = _Measurement(whole, whole.table(), plan, level_for(looks(len(cases))), scenario.horizon_days)
    found: list[Found] = []
    for case in cases:
        try:
            if progress is not None:
                progress(0)
            found.append(measurement.of(case, progress))
        except KeyboardInterrupt:
            if not any(one.state is not State.off for one in found):
                raise
            break
    first, second = sides(measurement.table)
    return MechanismEffects(scenario, plan, len(cases), measurement.level, (first, second), tuple(found))


class _Measurement(NamedTuple):
    """The runs of the case as it is, and how others are compared with them."""

    whole: Runs
    table: pd.DataFrame
    plan: Plan
    level: float
    horizon: float

    def of(self, case: SwitchedCase, progress: Progress | None) -> Found:
        """What one mechanism does."""
        if case.without is None:
            return Found(case, State.off, tuple(self._nothing()))
        runs = runs_of(case.without, self.plan, progress)
        table = runs.table()
        most = {ASK: self.horizon, CONTACT: self.horizon, CALLER: APART}
        changes = tuple(outcome_change(name, (table, self.table), self.level, most.get(name)) for name in OUTCOMES)
        return Found(case, State.unmoved if _are_same(runs, self.whole) else State.measured, changes)

    def _nothing(self) -> Iterator[OutcomeChange]:
        """The difference between a case and itself: none, which needs no luck to be known."""
        for name in OUTCOMES:
            same = outcome_change(name, (self.table, self.table), self.level)
            none = Estimate(0.0, 0.0, 0.0, self.plan.runs, self.plan.runs, self.level)
            yield same._replace(estimate=none)


def _are_same(runs: Runs, others: Runs) -> bool:
    """Whether all that is counted of runs is the same, to the bit."""
    ours, theirs = runs.measures, others.measures
    return set(ours) == set(theirs) and all(np.array_equal(ours[name], theirs[name], equal_nan=True) for name in ours)
