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

from analysis.evidence.claims.changes import settings
from analysis.evidence.claims.paired_luck import Plan, level_for, outcome_change, runs_of
from analysis.evidence.claims.table import Effect

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario import Scenario


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

    level = level_for(looks(effects))
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
    found = []
    for scenario in pair:
        if scenario is as_it_is and "as it is" not in tables:
            tables["as it is"] = runs_of(scenario, plan).table()
        found.append(tables["as it is"] if scenario is as_it_is else runs_of(scenario, plan).table())
    made = outcome_change(what[2], (found[0], found[1]), level)
    return Measured(*what, made.first, made.second, *made.estimate.numbers, made.estimate.lucks, level, "")


def key_of(pair: tuple[Scenario, Scenario], outcome: str, plan: Plan, level: float) -> str:
    """Twelve hex digits that change with whatever a line depends on: rules, settings, luck, outcome, level."""
    from sim.run import rules_digest

    told = [
        rules_digest(),
        outcome,
        plan.runs,
        plan.seed,
        plan.parameters,
        level,
        *(one.model_dump_json() for one in pair),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]
