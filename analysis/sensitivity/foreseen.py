"""How many runs of every setting a study will need, told from a few runs before it is begun."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.estimates import MeasureError
from analysis.sensitivity.needed import Needed, needed
from analysis.sensitivity.noise import luck_and_parameters
from analysis.sensitivity.study_sensitivity import usual_names, values_of
from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS, Design


def enough_runs(rows: pd.DataFrame, design: Design, measures: list[str] | None = None) -> dict[str, Needed]:
    """For each measure, about how many runs of every setting would tell the inputs' work from that of luck.

    Parameters
    ----------
    rows : pandas.DataFrame
        Runs of some rows of a design that were tried, each as often, at least twice.
    design : Saltelli or Morris
        The design of the study.
    measures : list of str, optional
        By default all headline measures that every run answers.

    Returns
    -------
    dict of str to Needed
        Measures that never differ, or that luck cannot be told for, are left out.
    """
    found = {}
    for name in usual_names(rows) if measures is None else measures:
        try:
            matrix = _matrix(rows, name)
        except MeasureError:
            continue
        enough = needed(luck_and_parameters(matrix), design)
        if not math.isnan(enough.replications) and np.nanstd(matrix) > 0:
            found[name] = enough
    return found


def _matrix(rows: pd.DataFrame, name: str) -> np.ndarray:
    """A row per row of the design that was tried, a column per replication; NaN where a run gave no value."""
    done = rows[STATUS].eq(DONE).to_numpy(dtype=bool)
    values = np.where(done, values_of(rows, name, None), np.nan)
    frame = pd.DataFrame({"point": rows[ROW], "replication": rows[REPLICATION], "value": values})
    return frame.pivot(index="point", columns="replication", values="value").to_numpy(dtype=np.float64)


def in_words(
    found: Mapping[str, Needed], replications: int, base: int = 0, labels: Mapping[str, str] | None = None
) -> list[str]:
    """Which measures a study has too few runs of every setting for, as lines; none when there are enough for all.

    Parameters
    ----------
    found : mapping of str to Needed
        From :func:`enough_runs`.
    replications, base : int
        Of the study.
    labels : mapping of str to str, optional
        What readers call the measures.
    """
    called = labels or {}
    short = sorted((called.get(name, name), one) for name, one in found.items() if one.is_more(replications, base))
    if not short:
        return []
    wide = max(len(name) for name, _ in short)
    return [
        f"  too few for luck     {replications:,} of every row; so many would do{short[0][1].larger_base(base)}:",
        *(f"    {name:<{wide}}  {one.in_words()}" for name, one in short),
    ]
