"""From runs to the tables that figures are drawn from: groups of settings, fans, two runs of one luck, one decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.documents.factor_names import FactorNames
from analysis.documents.readers_names import THEMSELVES
from analysis.documents.run_figures import kept_steps
from analysis.estimates.bands import bands
from analysis.estimates.time_curves import time_curves
from analysis.studies.designs import DONE, STATUS, Factor
from sim.narrative.cast import Cast, capital
from sim.vocabulary import actions, answers, components

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.results.trajectory import Trajectory

MOST_GROUPS = 4
"""Curves in one figure; more cannot be followed."""

MOST_DAYS = 110
"""Days that a fan shows; a longer course is thinned evenly."""

THIRDS = ("lowest third", "middle third", "highest third")


def done(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows whose run came to its end."""
    return rows[rows[STATUS] == DONE] if STATUS in rows else rows


def grouped(rows: pd.DataFrame, factor: Factor, names: FactorNames = THEMSELVES.factors) -> pd.Series:
    """Each row's group by one factor, in words: its levels when they are few, else the thirds of its range."""
    column, called = rows[factor.name], names.of(factor.name)
    values = sorted(column.unique().tolist())
    if len(values) <= MOST_GROUPS or not factor.is_numeric or not pd.api.types.is_numeric_dtype(column):
        said = {value: _level(factor, value, names) for value in values}
        return column.map(said)
    ends = np.quantile(column, [1 / 3, 2 / 3])
    place = np.searchsorted(ends, column.to_numpy(dtype=np.float64))
    return pd.Series([f"{called}: {THIRDS[int(third)]}" for third in place], index=column.index)


def _level(factor: Factor, value: Any, names: FactorNames) -> str:
    return f"{names.of(factor.name)} = {value:g}" if isinstance(value, float) else names.setting(factor.name, value)


def curves_by(
    rows: pd.DataFrame,
    factor: Factor,
    column: str,
    horizon: float | None = None,
    names: FactorNames = THEMSELVES.factors,
) -> pd.DataFrame:
    """Time curves of a study, one a group of a factor, from its low end to its high end.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a study.
    factor : Factor
        What tells the groups apart; with more than ``MOST_GROUPS`` names only the most frequent are kept.
    column : str
        A column of days, such as ``first_contact_day``.
    horizon : float, optional
        Days each run was watched; by default the rows' own.
    names : FactorNames
        What readers call the factor and its settings.
    """
    whole = done(rows)
    groups = grouped(whole, factor, names)
    order = whole[factor.name].groupby(groups).min().sort_values(kind="stable").index[:MOST_GROUPS]
    curves = time_curves(whole.assign(group=groups)[groups.isin(order)], column, horizon, by="group")
    place = {name: number for number, name in enumerate(order)}
    return curves.sort_values("group", key=lambda names: names.map(place), kind="stable", ignore_index=True)


def fan_table(runs: Runs, series: Sequence[str], factor: float = 1.0) -> pd.DataFrame:
    """Bands of the courses of many runs, for a fan chart; a run that has ended stays in at its last value.

    Parameters
    ----------
    runs : Runs
        Made with ``pictures=True``.
    series : sequence of str
        Such as ``us.pressure``.
    factor : float
        What the record's numbers are multiplied by.
    """
    return bands(_courses(runs, series, factor), series)


def _courses(runs: Runs, series: Sequence[str], factor: float) -> Iterator[pd.DataFrame]:
    scenario = runs.scenarios[0]
    points = runs.pictures[series[0]].shape[1]
    days = np.minimum(np.arange(points) * scenario.clock.step_days, scenario.horizon_days)
    kept = np.unique(np.linspace(0, points - 1, min(points, MOST_DAYS)).astype(int))
    for entry in range(len(runs)):
        course = pd.DataFrame({name: factor * _to_the_end(runs.pictures[name][entry])[kept] for name in series})
        course.insert(0, "day", days[kept])
        yield course


def _to_the_end(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """A course whose last value is held once the run has ended."""
    there = np.flatnonzero(~np.isnan(values))
    return np.where(np.isnan(values), values[there[-1]], values) if there.size else values


def thinned_steps(trajectory: Trajectory) -> pd.DataFrame:
    """The steps of a run, as many as a figure of a report shows, evenly spread from the first to the last."""
    return trajectory.steps.iloc[kept_steps(trajectory)].reset_index(drop=True)


def pair_panels(trajectory: Trajectory) -> dict[str, str]:
    """What the chart of two runs shows: both pressures and both markets, with the names of their panels."""
    cast = Cast(trajectory.scenario)
    return {
        f"{side}.pressure": capital(cast.fill("{pressure} by {who}, {points.plural}", who=cast.country(side)))
        for side in cast.sides
    } | {
        f"{side}.drawdown": cast.fill("Fall of the {market} of {who}, share", who=cast.country(side))
        for side in cast.sides
    }


def decision_rows(trajectory: Trajectory, decision: int) -> pd.DataFrame:
    """One decision with all its options, as the figure of its reasons takes it."""
    table = trajectory.decisions
    return table[table["decision"] == decision].reset_index(drop=True)


def said_of_options(cast: Cast) -> dict[str, str]:
    """What readers call each option of a decision and each component."""
    acts = (*actions.WORDS, *answers.WORDS)
    return {act: cast.words[act].infinitive for act in acts} | {
        name: cast.words[name].noun for name in components.WORDS
    }


def told_options(rows: pd.DataFrame, cast: Cast) -> pd.DataFrame:
    """The options of a decision as a reader meets them: in words of the case, without the record's numbers of it."""
    said = said_of_options(cast)
    kept = rows.drop(columns=["decision", "day", "step", "leader", "request", "nest"], errors="ignore")
    options = [said.get(option, option) for option in kept["option"]]
    return kept.assign(option=options).rename(columns=said)
