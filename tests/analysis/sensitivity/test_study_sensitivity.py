"""Sensitivity of a study's headline measures."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity import Plan, SensitivityError, sensitivity, sensitivity_table
from analysis.studies.designs import Factor, Grid, Morris, Saltelli
from tests.analysis.synthetic import runs_table

FACTORS = (Factor(("ego",), low=0.0, high=1.0), Factor(("caution",), low=0.0, high=1.0))


def rows(design: Saltelli | Morris) -> pd.DataFrame:
    values = design.values()
    table = runs_table(design.size).drop(columns="run").assign(horizon_days=180, status="done", replication=0)
    days = 300 * values["ego"].to_numpy()
    return table.assign(
        **values, first_contact_day=np.where(days <= 180, days, np.nan), peak_pressure_us=values["caution"] * 10
    )


@pytest.mark.parametrize("design", [Saltelli(FACTORS, 0, 64), Morris(FACTORS, 0, 10)])
def test_every_headline_measure_is_answered(design: Saltelli | Morris) -> None:
    found = sensitivity(rows(design), design, plan=Plan(resamples=20))
    table = sensitivity_table(found)
    assert {"outcome_deal", "contact", "first_contact_days", "trough_us"} <= set(found)
    assert len(table) == 2 * len(found)
    assert table.columns[0] == "measure"
    column = "total" if isinstance(design, Saltelli) else "mu_star"
    pressure = table[table["measure"] == "peak_pressure_us"].set_index("input")[column]
    assert abs(pressure["ego"]) < 1e-9 < pressure["caution"]
    days = table[table["measure"] == "first_contact_days"].set_index("input")[column]
    assert abs(days["caution"]) < 1e-9 < days["ego"]


def test_other_designs_and_measures_are_refused() -> None:
    with pytest.raises(SensitivityError, match="grid design"):
        sensitivity(rows(Saltelli(FACTORS, 0, 4)), Grid(FACTORS))
    design = Saltelli(FACTORS, 0, 4)
    with pytest.raises(ValueError, match="no measure 'nonsense'"):
        sensitivity(rows(design), design, ["nonsense"])
