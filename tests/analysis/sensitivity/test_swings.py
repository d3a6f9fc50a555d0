"""Swings against a function whose ends are known."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.sensitivity import SensitivityError, swings
from analysis.studies.designs import Factor, Sobol
from tests.analysis.synthetic import runs_table

DESIGN = Sobol((Factor(("ego",), low=0.0, high=1.0), Factor(("caution",), low=0.0, high=1.0)), 0, 1024)


def rows() -> pd.DataFrame:
    values = DESIGN.values()
    table = runs_table(DESIGN.size).assign(**values, status="done", clock="fixed", still=1.0)
    return table.assign(peak_pressure_us=100 * table["ego"] - 10 * table["caution"])


def test_the_ends_of_a_plane() -> None:
    """Means of the outer fifths of a uniform factor lie at 0.1 and 0.9."""
    found = swings(rows(), ["ego", "caution", "still"], "peak_pressure_us").set_index("input")
    assert list(found.index) == ["ego", "caution"]
    assert found.loc["ego", "at_low"] == pytest.approx(10 - 5, abs=0.3)
    assert found.loc["ego", "at_high"] == pytest.approx(90 - 5, abs=0.3)
    assert found.loc["caution", "at_high"] - found.loc["caution", "at_low"] == pytest.approx(-8, abs=1.5)
    assert found.loc["ego", "base"] == pytest.approx(45, abs=0.2)
    assert found.loc["ego", "at_low_low"] < found.loc["ego", "at_low"] < found.loc["ego", "at_low_high"]


def test_failed_rows_are_left_out() -> None:
    table = rows()
    table.loc[table["ego"] > 0.5, "status"] = "failed"
    table.loc[table["ego"] > 0.5, "peak_pressure_us"] = np.nan
    assert swings(table, ["ego"], "peak_pressure_us")["at_high"][0] == pytest.approx(45 - 5, abs=0.6)


def test_names_and_nonsense_are_refused() -> None:
    for factors, end, words in (
        (["clock"], 0.2, "made of names"),
        (["x"], 0.2, "no factor 'x'"),
        (["ego"], 0.6, "at most"),
    ):
        with pytest.raises(SensitivityError, match=words):
            swings(rows(), factors, "peak_pressure_us", end=end)
