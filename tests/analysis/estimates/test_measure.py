"""What one measure says of a run."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Estimate, MeasureError, horizons, measure
from tests.analysis.synthetic import runs_table


def test_days_that_never_came_count_as_the_horizon_only_within_it() -> None:
    table = runs_table(3).assign(first_contact_day=[10.0, np.nan, 200.0])
    found = measure(table, "first_contact_days")
    assert np.isnan(found.values(table)[1])
    assert found.within(table, 180).tolist() == [10.0, 180.0, 180.0]
    assert found.within(table.assign(horizon_days=[5, 90, 365])).tolist() == [5.0, 90.0, 200.0]


def test_a_missing_horizon_or_column_is_named() -> None:
    table = runs_table(3)
    with pytest.raises(MeasureError, match="horizon_days"):
        horizons(table)
    with pytest.raises(MeasureError, match="truce_day"):
        measure(table, "truce_days").values(table.drop(columns="truce_day"))


def test_blanks_in_shares_count_as_not_so() -> None:
    table = runs_table(2).assign(outcome=pd.Series(["deal", None], dtype="string"))
    assert measure(table, "outcome_deal").values(table).tolist() == [1.0, 0.0]


def test_a_label_is_the_short_name_and_the_title_where_there_is_none() -> None:
    found = measure(runs_table(3), "trough_us")
    assert found._replace(short="Trough: {who}").label({"us": "America"}) == "Trough: America"
    assert found._replace(short="Trough: {who}").label({}) == "Trough: us"
    assert found._replace(short="").label({"us": "America"}) == found.title


def test_a_measure_is_said_as_a_clause_with_its_amount_and_names() -> None:
    table = runs_table(3)
    assert measure(table, "ever_summit").said("95% (93% to 97%)", {}) == (
        "the leaders met in person in 95% (93% to 97%) of runs"
    )
    assert (
        measure(table, "asks_first_us").said("60%", {"us": "America"})
        == "America asked first in 60% of runs with contact"
    )
    assert measure(table, "first_contact_days").said("41 days", {}) == "first contact came after 41 days on average"


@given(st.floats(0.0, 1.0), st.floats(0.0, 3.0))
def test_no_interval_leaves_what_a_run_can_be(value: float, half: float) -> None:
    wide = Estimate(value, value - half, value + half, 9, 9)
    table = runs_table(3)
    part = measure(table, "trough_us").bounded(wide)
    assert 0.0 <= part.low <= value <= part.high <= 1.0
    assert (part.low, part.high) == (max(wide.low, 0.0), min(wide.high, 1.0))
    acts = measure(table, "peak_pressure_us").bounded(wide)
    assert (acts.low, acts.high) == (part.low, wide.high), "points have no upper end"
    days = measure(table, "first_contact_days").bounded(Estimate(364.0, 360.0, 368.0), 365.0)
    assert days.numbers == (364.0, 360.0, 365.0)
    assert measure(table, "outcome_deal").bounded(wide) == wide, "a share has an interval of its own"


def test_an_unknown_interval_stays_unknown() -> None:
    found = measure(runs_table(3), "trough_us").bounded(Estimate(0.5, np.nan, np.nan, 1, 1))
    assert found.value == 0.5
    assert np.isnan(found.low)
    assert np.isnan(found.high)
