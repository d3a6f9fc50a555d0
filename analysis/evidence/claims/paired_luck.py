"""Settings of a case run under the same luck, and what one does to an outcome against another.

Everything that is measured of a mechanism is measured here: the table of claims, the dynamics page, and the command
``climbdown mechanisms``. Each luck makes one pair and counts once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from analysis.estimates import Estimate, Kind, paired_difference, share_difference
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.rare_changes import with_rare

if TYPE_CHECKING:
    import pandas as pd

    from analysis.estimates import Values
    from sim.results.runs import Runs
    from sim.scenario import Scenario

ERROR = 0.05
"""Chance that any interval of a whole family misses."""


class Plan(NamedTuple):
    """How much is measured, and under which luck.

    Attributes
    ----------
    runs : int
        Lucks of every setting, at least 2.
    seed : int
        Of the luck.
    parameters : {"drawn", "central"}
        Whether uncertain numbers are drawn; all settings draw the same.
    threads : int or None
        Nothing depends on it.
    """

    runs: int = 1000
    seed: int = 0
    parameters: str = "drawn"
    threads: int | None = None


def level_for(looks: int) -> float:
    """The confidence of each interval, so that so many hold at once with 95% (Bonferroni)."""
    return 1 - ERROR / max(1, looks)


def runs_of(scenario: Scenario, plan: Plan, progress: Callable[[int], None] | None = None) -> Runs:
    """Run a setting under the luck of the plan.

    Raises
    ------
    KeyboardInterrupt
        When it was stopped before all its runs were made.
    """
    from sim import run_many

    found = run_many(scenario, plan.seed, plan.runs, plan.parameters, plan.threads, progress=progress)
    if found.partial:
        raise KeyboardInterrupt
    return found


class OutcomeChange(NamedTuple):
    """What one setting does to an outcome against another.

    Attributes
    ----------
    outcome : str
        One of :data:`analysis.evidence.claims.looked_at.LOOKED_AT`.
    first, second : float
        Its mean over the lucks at either setting.
    estimate : Estimate
        Second minus first, with its interval.
    moved : int
        In how many lucks the two settings differ in it.
    """

    outcome: str
    first: float
    second: float
    estimate: Estimate
    moved: int


def outcome_change(
    outcome: str, tables: tuple[pd.DataFrame, pd.DataFrame], level: float, most: float | None = None
) -> OutcomeChange:
    """What the second setting does to an outcome against the first.

    Parameters
    ----------
    outcome : str
        By the name that a declaration uses.
    tables : tuple of pandas.DataFrame
        Runs of both settings under the same lucks, in the same order.
    level : float
        Confidence of this one interval.
    most : float, optional
        How far two runs can lie apart; given, an interval of days or an amount also counts with what few lucks, or none
        of these, have shown (:func:`analysis.evidence.claims.rare_changes.with_rare`). Shares count with it anyway.
    """
    looked = LOOKED_AT[outcome]
    first, second = (looked.read(table) for table in tables)
    made = difference(looked.kind, (first, second), level)
    if most is not None and looked.kind is not Kind.share:
        made = with_rare(made, second - first, most)
    return OutcomeChange(outcome, float(first.mean()), float(second.mean()), made, int((first != second).sum()))


def difference(kind: Kind, values: tuple[Values, Values], level: float) -> Estimate:
    """Second minus first, run r of both under the same luck.

    Parameters
    ----------
    kind : Kind
        Shares carry Newcombe's paired interval, all else the paired t.
    values : tuple of array
        One number per run, in the order of runs.
    level : float
        Confidence of this one interval.
    """
    first, second = values
    if kind is not Kind.share:
        return paired_difference(first, second, level).difference
    return share_difference(first > 0, second > 0, level)
