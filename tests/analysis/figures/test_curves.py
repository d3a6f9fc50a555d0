"""Curves show the table, with a legend only where there is something to tell apart."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.estimates.time_curves import time_curves
from analysis.figures import time_to_contact
from tests.analysis.figures.drawn import values, words
from tests.analysis.synthetic import runs_table

TABLE = runs_table(300).assign(case=["with", "without", "neither"] * 100)


def test_a_curve_a_group_and_its_name() -> None:
    curves = time_curves(TABLE, "first_contact_day", 180, by="case")
    chart = time_to_contact(curves, "How soon?")
    assert len(values(chart)[0]) == len(curves)
    text = words(chart)
    assert all(name in text for name in ("with", "without", "neither", "share of runs in contact", "100%"))


def test_one_curve_needs_no_legend() -> None:
    assert "all runs" not in words(time_to_contact(time_curves(TABLE, "first_contact_day", 180), "How soon?"))
