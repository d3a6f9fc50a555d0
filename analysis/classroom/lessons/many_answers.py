"""Which of many runs answer a measure with yes: what `happened` says of one run, for a table of them (with pandas)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates import Kind, Measure, MeasureError, measures
from sim.narrative.case_words import words_of
from sim.scenario import Scenario


def known_measures(table: pd.DataFrame, worlds: Sequence[Scenario]) -> dict[str, Measure]:
    """Return the measures of a table of runs of some worlds, by name, in the words of the first.

    They are there whether or not a run met each of the worlds' hosts.
    """
    return measures(table, sorted({name for world in worlds for name in world.mediators}), words_of(worlds[0]))


def answers(table: pd.DataFrame, measure: str, world: Scenario) -> NDArray[np.bool_]:
    """Return one answer per run.

    Parameters
    ----------
    table : pandas.DataFrame
        Runs of one world.
    measure : str
        A share (a question that does not arise is answered with no), or days (whether it came before the horizon).
    world : Scenario
        What was run.

    Raises
    ------
    MeasureError
        For a measure that is neither.
    """
    found = known_measures(table, [world])[measure]
    if found.kind is Kind.amount:
        raise MeasureError(f"'{measure}' is an amount, which no run answers with yes or no")
    values = found.values(table)
    return np.isfinite(values) if found.kind is Kind.days else np.nan_to_num(values) > 0
