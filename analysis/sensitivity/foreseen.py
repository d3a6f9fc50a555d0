"""How many runs of every row a study will need, told from a few runs before it is begun."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.estimates import MeasureError
from analysis.sensitivity.noise import luck_and_parameters
from analysis.sensitivity.study_sensitivity import usual_names, values_of
from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS


def enough_runs(rows: pd.DataFrame, measures: list[str] | None = None) -> dict[str, float]:
    """For each measure, about how many runs of every row would tell the inputs' work from that of luck.

    Parameters
    ----------
    rows : pandas.DataFrame
        Runs of some rows of a design that were tried, each as often, at least twice.
    measures : list of str, optional
        By default all headline measures that every run answers.

    Returns
    -------
    dict of str to float
        A count of runs; infinite where the inputs' work does not show in the runs tried. Measures that never differ,
        or that luck cannot be told for, are left out.
    """
    found = {}
    for name in usual_names(rows) if measures is None else measures:
        try:
            enough = luck_and_parameters(_matrix(rows, name)).enough
        except MeasureError:
            continue
        if not np.isnan(enough):
            found[name] = enough
    return found


def _matrix(rows: pd.DataFrame, name: str) -> np.ndarray:
    """A row per row of the design that was tried, a column per replication; NaN where a run gave no value."""
    done = rows[STATUS].eq(DONE).to_numpy(dtype=bool)
    values = np.where(done, values_of(rows, name, None), np.nan)
    frame = pd.DataFrame({"point": rows[ROW], "replication": rows[REPLICATION], "value": values})
    return frame.pivot(index="point", columns="replication", values="value").to_numpy(dtype=np.float64)


def in_words(found: dict[str, float], replications: int) -> list[str]:
    """Which measures a study has too few runs of every row for, as lines; none when there are enough for all."""
    short = sorted((name, runs) for name, runs in found.items() if runs > replications)
    if not short:
        return []
    told = [f"{name} {'many more' if np.isinf(runs) else f'about {runs:,.0f}'}" for name, runs in short]
    return [
        f"  too few for luck     {replications:,} of every row; so many would do:",
        *(f"                         {line}" for line in told),
    ]
