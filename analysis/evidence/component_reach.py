"""How far each of the thirteen components reaches, and how much of a choice it makes up.

Within one decision a component matters as far as it differs between the options; its share is its variance over the
options against the sum of all thirteen variances. A component that never differs is dead; one that makes up nearly all
of the variance drowns the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from sim.vocabulary import components

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory

COMPONENTS = components.WORDS
LIMIT = 2.0
"""With every weight at 1, a component of an action stays within -2 to 2 widths of the zone of agreement."""
DEAD = 0.005
"""Below this mean share of the variance in every kind of decision a component counts as dead."""
DROWNING = 0.5
"""Above this mean share it counts as drowning the rest."""


def decisions_of(runs: Iterable[Trajectory]) -> pd.DataFrame:
    """All decision rows of several runs, each decision with a number of its own in ``which``.

    Parameters
    ----------
    runs : iterable of Trajectory
        Read once; only kind, option, utility and components are kept.

    Returns
    -------
    pandas.DataFrame
        ``case`` (the scenario's name), ``which``, ``kind``, ``option``, ``utility`` and the components.
    """
    tables = []
    past = 0
    for run in runs:
        kept = run.decisions[["decision", "kind", "option", "utility", *COMPONENTS]]
        table = kept.assign(case=run.scenario.name, which=kept["decision"] + past)
        past += int(table["decision"].max()) + 1 if len(table) else 0
        tables.append(table.drop(columns="decision"))
    return pd.concat(tables, ignore_index=True)


def shares(decisions: pd.DataFrame) -> pd.DataFrame:
    """By decision, each component's share of the variance over options.

    Returns
    -------
    pandas.DataFrame
        Index ``which``; one column per component, summing to 1. Decisions whose options do not differ are left out.
    """
    variances = decisions.groupby("which")[list(COMPONENTS)].var(ddof=0)
    total = variances.sum(axis=1)
    return variances[total > 0].div(total[total > 0], axis=0)


def turned(decisions: pd.DataFrame) -> pd.Series:
    """By component, the share of decisions whose best option would be another one without the component."""
    groups = decisions.groupby("which", sort=False)
    best = decisions.loc[groups["utility"].idxmax()].set_index("which")["option"]
    found = {}
    for component in COMPONENTS:
        without = (decisions["utility"] - decisions[component]).groupby(decisions["which"], sort=False)
        other = decisions.loc[without.idxmax()].set_index("which")["option"]
        found[component] = float((best != other.reindex(best.index)).mean())
    return pd.Series(found)


def component_table(decisions: pd.DataFrame) -> pd.DataFrame:
    """What each component does over all decisions.

    Returns
    -------
    pandas.DataFrame
        One row per component: ``low`` and ``high`` (the farthest values of any option), ``turns`` and ``answers`` (mean
        share of the variance over options in either kind of decision), ``turned`` (:func:`turned`).
    """
    by_kind = {
        name: shares(decisions[decisions["kind"] == kind]).mean()
        for name, kind in (("turns", "turn"), ("answers", "answer"))
    }
    values = decisions[list(COMPONENTS)]
    return pd.DataFrame({"low": values.min(), "high": values.max(), **by_kind, "turned": turned(decisions)})


def by_case(decisions: pd.DataFrame) -> pd.DataFrame:
    """Mean share of the variance over options by component (rows) and case (columns)."""
    cases = decisions.drop_duplicates("which").set_index("which")["case"]
    found = shares(decisions)
    return found.groupby(cases.reindex(found.index)).mean().T


def complaints(table: pd.DataFrame) -> list[str]:
    """What is wrong with a table of components: out of range, dead, or drowning the rest; empty when nothing is."""
    said = []
    for name, row in table.iterrows():
        if row["low"] < -LIMIT or row["high"] > LIMIT:
            said.append(f"{name} reaches {row['low']:.2f} to {row['high']:.2f}, beyond {LIMIT:g}")
        if max(row["turns"], row["answers"]) < DEAD:
            said.append(f"{name} is dead: under {DEAD:.1%} of the variance in turns and in answers")
        if max(row["turns"], row["answers"]) > DROWNING:
            said.append(f"{name} drowns the rest: over {DROWNING:.0%} of the variance")
    return said
