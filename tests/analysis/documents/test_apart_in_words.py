"""Differences in words: equal to what stands beside them, ends from small to large, none of 0 where there is one."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.apart_in_words import apart_said, whole_said
from analysis.estimates import Estimate, Measure, measure
from tests.analysis.synthetic import runs_table

TABLE = runs_table()
DEAL, DAYS, MARKET = (measure(TABLE, name) for name in ("outcome_deal", "first_contact_days", "trough_us"))


def line(whole: float, difference: float, low: float, high: float) -> pd.Series:
    """A group of runs."""
    ends = {"difference": difference, "difference_low": low, "difference_high": high}
    return pd.Series({"estimate": whole + difference, **ends})


def test_a_group_has_its_amount_and_its_distance() -> None:
    deal, days = Estimate(0.43, 0.4, 0.46), Estimate(90.0, 80.2, 99.9)
    assert apart_said(DEAL, deal, line(0.43, -0.31, -0.44, -0.18)) == ("12%", "31 (18 to 44) fewer in 100 runs")
    assert apart_said(DAYS, days, line(90.0, 17.2, 4.0, 30.4)) == ("107 days", "17 days (4 to 30) more")


def test_all_runs_have_unit_and_interval() -> None:
    assert whole_said(DEAL, Estimate(0.43, 0.4, 0.46)) == "43% (40% to 46%)"
    assert whole_said(DAYS, Estimate(90.0, 80.2, 99.9)) == "90 days (80 to 100)"


@given(st.floats(0.0001, 0.2), st.floats(0.0001, 0.1), st.floats(0.0001, 0.1), st.booleans())
def test_no_end_reads_as_nothing(near: float, more: float, most: float, below: bool) -> None:
    ends = (near, near + more, near + more + most)
    low, value, high = (-end for end in reversed(ends)) if below else ends
    said = apart_said(DEAL, Estimate(0.5, 0.45, 0.55), line(0.5, value, low, high))
    found = re.fullmatch(r"([\d.]+) \(([\d.]+) to ([\d.]+)\) (more|fewer) in 100 runs", said.away)
    assert found
    assert float(found[2]) > 0 or near < 0.00005
    assert found[4] == ("fewer" if below else "more")


def test_an_end_that_reads_as_nothing_in_any_digits_costs_none() -> None:
    """Fault: 61.43% and 14.55 (0.00 to 29.11), whose digits nothing bears out."""
    said = apart_said(DEAL, Estimate(0.47, 0.35, 0.59), line(0.47, 0.1455, 0.00002, 0.2911))
    assert said == ("62%", "15 (0 to 29) more in 100 runs")


@pytest.mark.parametrize("found", [DEAL, DAYS, MARKET], ids=lambda found: found.name)
def test_every_measure_can_be_said(found: Measure) -> None:
    said = apart_said(found, Estimate(0.1, 0.09, 0.11), line(0.1, 0.02, 0.01, 0.03))
    assert said.amount
    assert "more" in said.away
