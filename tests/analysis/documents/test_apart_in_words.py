"""Differences in words: their direction once, their ends from small to large, none of 0 where there is one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.apart_in_words import away, with_ends
from analysis.estimates import Estimate, measure
from tests.analysis.synthetic import runs_table

TABLE = runs_table()
DEAL, DAYS, MARKET = (measure(TABLE, name) for name in ("outcome_deal", "first_contact_days", "trough_us"))


def test_a_difference_of_shares_is_in_points() -> None:
    assert away(DEAL, Estimate(-0.31, -0.44, -0.18)) == "31 points less (18 to 44)"
    assert away(DAYS, Estimate(17.2, 4.0, 30.4)) == "17 days more (4 to 30)"


def test_an_estimate_has_its_unit_and_its_interval() -> None:
    assert with_ends(DEAL, Estimate(0.43, 0.4, 0.46)) == "43% (40% to 46%)"
    assert with_ends(DAYS, Estimate(90.0, 80.2, 99.9)) == "90 days (80 days to 100 days)"
    assert with_ends(MARKET, Estimate(0.1, float("nan"), float("nan"))) == "0.100 share of the index"


@given(st.floats(0.0001, 0.5), st.floats(0.0001, 0.3), st.floats(0.0001, 0.3), st.booleans())
def test_no_end_reads_as_nothing(near: float, more: float, most: float, below: bool) -> None:
    ends = (near, near + more, near + more + most)
    low, value, high = (-end for end in reversed(ends)) if below else ends
    said = away(DEAL, Estimate(value, low, high))
    found = re.fullmatch(r"([\d.]+) points (more|less) \(([\d.e-]+) to ([\d.]+)\)", said)
    assert found
    assert 0 < float(found[3]) <= float(found[1]) + 0.5
    assert found[2] == ("less" if below else "more")


@pytest.mark.parametrize("found", [DEAL, DAYS, MARKET])
def test_every_measure_can_be_said(found: object) -> None:
    assert away(found, Estimate(0.02, 0.01, 0.03)).endswith(")")
