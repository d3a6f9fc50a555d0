"""Every measure of a table of runs against numbers counted by hand, and each luck counted once."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.estimates import luck_numbers, measure
from analysis.estimates.measure_estimates import estimate_of, measure_estimates, restricted_estimate
from tests.analysis.synthetic import runs_table

TABLE = runs_table(500)


def test_each_headline_holds_its_estimate() -> None:
    found = measure_estimates(TABLE, 180).set_index("measure")
    finite = found[np.isfinite(found["estimate"])]
    assert (finite["low"] <= finite["estimate"]).all()
    assert (finite["estimate"] <= finite["high"]).all()
    assert (found["runs"] + found["missing"] == 500).all()
    assert found.loc["contact", "estimate"] == pytest.approx(1 - math.exp(-2), abs=0.05)
    assert found.loc["first_contact_days", "estimate"] == pytest.approx(90 * math.log(2), rel=0.15)
    assert found.loc["truce_days", "estimate"] == math.inf


def test_an_empty_side_column_does_not_invent_a_measure() -> None:
    few = TABLE.drop(columns=["truce_day"])
    assert "truce_days" not in set(measure_estimates(few, 180)["measure"])
    assert isinstance(measure_estimates(few, 180), pd.DataFrame)


@pytest.mark.parametrize("copies", [2, 64])
def test_variants_that_share_their_luck_do_not_pass_for_more_runs(copies: int) -> None:
    """Fault: 20 lucks shared by 64 cells gave a time to contact of 54.7 to 56.6, clustered 41.5 to 69.0."""
    few = TABLE.head(60)
    many = pd.concat([few] * copies, ignore_index=True)
    alone, pooled = (measure_estimates(table, 180).set_index("measure") for table in (few, many))
    assert (pooled["runs"] == copies * alone["runs"]).all()
    assert (pooled["lucks"] == alone["lucks"]).all()
    assert pooled["estimate"].to_numpy() == pytest.approx(alone["estimate"].to_numpy())
    known = alone["low"].notna()
    assert (pooled["low"][known] <= alone["low"][known] + 1e-9).all()
    assert (pooled["high"][known] >= alone["high"][known] - 1e-9).all()
    wide = (pooled["high"] - pooled["low"]) / (alone["high"] - alone["low"])
    assert wide[np.isfinite(wide)].max() < 1.7


def test_days_as_a_mean_count_the_horizon() -> None:
    found = measure(TABLE, "first_contact_days")
    made = restricted_estimate(found, TABLE, 180)
    assert made.value == pytest.approx(TABLE["first_contact_day"].fillna(180).mean())
    assert made.lucks == made.n == 500
    assert restricted_estimate(measure(TABLE, "contact"), TABLE) == estimate_of(measure(TABLE, "contact"), TABLE)
    assert estimate_of(found, TABLE, 180, luck_numbers(TABLE)) == estimate_of(found, TABLE, 180)


def test_lucks_are_those_that_are_given_or_else_those_of_the_table() -> None:
    found, twice = measure(TABLE, "contact"), pd.concat([TABLE, TABLE])
    assert estimate_of(found, twice).lucks == 500
    assert estimate_of(found, twice, lucks=np.arange(1000) // 4).lucks == 250
