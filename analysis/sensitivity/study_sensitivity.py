"""Sensitivity of every headline measure of a study, by whichever method its design is made for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates import headline_names, measure
from analysis.sensitivity.elementary_effects import MorrisResult, morris_effects
from analysis.sensitivity.responses import USUAL, Plan, SensitivityError, collect
from analysis.sensitivity.told_apart import with_correction
from analysis.sensitivity.variance_shares import SobolResult, sobol_indices
from analysis.studies.designs import DONE, STATUS, Design, Morris, Saltelli

Result = SobolResult | MorrisResult


def sensitivity(
    rows: pd.DataFrame,
    design: Design,
    names: Sequence[str] | None = None,
    horizon: float | None = None,
    plan: Plan = USUAL,
) -> dict[str, Result]:
    """Indices of each measure.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a study in any order: ``row``, ``replication``, ``status`` and the columns of a table of runs.
    design : Morris or Saltelli
        The study's design.
    names : sequence of str, optional
        Measures, or numeric columns of the rows; by default all headline measures.
    horizon : float, optional
        Days each run was watched; by default the rows' ``horizon_days``. Days that never came count as the horizon.
    plan : Plan
        Bootstrap and what to do about gaps.

    Returns
    -------
    dict of str to SobolResult or MorrisResult
        ``told_apart`` is corrected for all inputs and measures asked for together.

    Raises
    ------
    SensitivityError
        When the design is made for neither method, or a measure cannot be had. A run in which the question does not
        arise (who asked first, without contact) counts as missing.
    """
    if not isinstance(design, Morris | Saltelli):
        raise SensitivityError(f"sensitivity needs a morris or saltelli design; this study is a {design.kind} design")
    found: dict[str, Result] = {}
    for name in usual_names(rows) if names is None else names:
        responses = collect(rows, design, values_of(rows, name, horizon), name)
        if isinstance(design, Morris):
            found[name] = morris_effects(responses, design, plan)
        else:
            found[name] = sobol_indices(responses, design, plan)
    return _corrected(found)


def _corrected(found: dict[str, Result]) -> dict[str, Result]:
    """The results with what is told apart corrected over all inputs and measures together."""
    if not found:
        return found
    tables = with_correction([table_of(result) for result in found.values()])
    return {
        name: result._replace(indices=table) if isinstance(result, SobolResult) else result._replace(effects=table)
        for (name, result), table in zip(found.items(), tables, strict=True)
    }


def table_of(result: Result) -> pd.DataFrame:
    """One row per input, whichever method it is."""
    return result.indices if isinstance(result, SobolResult) else result.effects


def sensitivity_table(results: dict[str, Result]) -> pd.DataFrame:
    """All results under one another: ``measure``, the columns of the method, and ``luck_share``."""
    tables = []
    for name, result in results.items():
        tables.append(table_of(result).assign(luck_share=result.noise.luck_share).pipe(_first, name))
    return pd.concat(tables, ignore_index=True)


def _first(table: pd.DataFrame, name: str) -> pd.DataFrame:
    table.insert(0, "measure", name)
    return table


def usual_names(rows: pd.DataFrame) -> list[str]:
    """Headline measures that every run answers: shares among runs with contact would leave gaps in most blocks."""
    done = rows[rows[STATUS] == DONE] if STATUS in rows else rows
    return [name for name in headline_names(done) if not name.startswith("asks_first")]


def values_of(rows: pd.DataFrame, name: str, horizon: float | None) -> np.ndarray:
    """A measure, or a column of numbers, one value per run; days that never came count as the horizon."""
    if name in rows and pd.api.types.is_numeric_dtype(rows[name]):
        return rows[name].to_numpy(dtype=np.float64, na_value=np.nan)
    return measure(rows, name).within(rows, horizon)
