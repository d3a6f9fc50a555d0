"""What each mechanism does to its outcome: every declared case at both settings, under the same luck.

Each luck makes one pair and counts once. Intervals hold all at once: their level is 95% for the whole family of row and
case that is looked at (Bonferroni), so that with a hundred looks an effect that is not there is seen in one table of
twenty.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from analysis.estimates import Estimate, Kind, paired_difference, share_difference
from analysis.evidence.claims.changes import settings
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.table import Effect

if TYPE_CHECKING:
    import pandas as pd

    from analysis.estimates import Values
    from sim.scenario import Scenario

ERROR = 0.05
"""Chance that any interval of a whole table misses."""
PARAMETERS = "drawn"


class Measured(NamedTuple):
    """One row in one case: the outcome at both settings, and high minus low with its interval.

    ``key`` is short for everything that the numbers depend on: rules, scenarios, luck, level.
    """

    row: int
    case: str
    outcome: str
    at_low: float
    at_high: float
    effect: float
    low: float
    high: float
    lucks: int
    level: float
    key: str


class Plan(NamedTuple):
    """How much is measured, and under which luck.

    Attributes
    ----------
    runs : int
        Lucks of every row and case, at least 2.
    seed : int
        Of the luck.
    """

    runs: int = 1000
    seed: int = 0


def looks(effects: Mapping[int, Effect]) -> int:
    """How many pairs of row and case there are."""
    return sum(len(effect.cases) for effect in effects.values())


def measure_effects(
    effects: Mapping[int, Effect], plan: Plan, kept: Mapping[str, Measured] | None = None
) -> Iterator[Measured]:
    """Measure declared effects, case by case.

    Parameters
    ----------
    effects : mapping of int to Effect
        By row; their number widens the intervals.
    plan : Plan
        Runs and seed.
    kept : mapping of str to Measured, optional
        What was measured earlier, by key; what is there is not measured again.

    Yields
    ------
    Measured
        One for each row and case, those of a case together.

    Raises
    ------
    ChangeError, ScenarioError
        When a declared setting does not suit a case.
    """
    from sim import load_scenario

    level = 1 - ERROR / max(1, looks(effects))
    for case in dict.fromkeys(case for effect in effects.values() for case in effect.cases):
        scenario = load_scenario(case)
        tables: dict[str, pd.DataFrame] = {}
        for row, effect in effects.items():
            if case in effect.cases:
                pair = settings(scenario, effect)
                key = key_of(pair, effect.outcome, plan, level)
                found = None if kept is None else kept.get(key)
                line = found or _measured(pair, (row, case, effect.outcome), (plan, level), (scenario, tables))
                yield line._replace(row=row, case=case, key=key)


def _measured(
    pair: tuple[Scenario, Scenario],
    what: tuple[int, str, str],
    how: tuple[Plan, float],
    whole: tuple[Scenario, dict[str, pd.DataFrame]],
) -> Measured:
    """Run both settings; the runs of the case as it is are kept, since many rows want them."""
    (plan, level), (as_it_is, tables) = how, whole
    looked = LOOKED_AT[what[2]]
    values = []
    for scenario in pair:
        if scenario is as_it_is and "as it is" not in tables:
            tables["as it is"] = _runs(scenario, plan)
        values.append(looked.read(tables["as it is"] if scenario is as_it_is else _runs(scenario, plan)))
    made = difference(looked.kind, (values[0], values[1]), level)
    ends = float(values[0].mean()), float(values[1].mean())
    return Measured(*what, *ends, *made.numbers, made.lucks, level, "")


def _runs(scenario: Scenario, plan: Plan) -> pd.DataFrame:
    from sim import run_many

    found = run_many(scenario, plan.seed, plan.runs, PARAMETERS)
    if found.partial:
        raise KeyboardInterrupt
    return found.table()


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


def key_of(pair: tuple[Scenario, Scenario], outcome: str, plan: Plan, level: float) -> str:
    """Twelve hex digits that change with whatever a line depends on: rules, settings, luck, outcome, level."""
    from sim.run import rules_digest

    told = [rules_digest(), outcome, *plan, PARAMETERS, level, *(one.model_dump_json() for one in pair)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]
