"""The days of a run go from its first to its last, in dates where the first is known."""

from __future__ import annotations

import pytest

pytest.importorskip("altair")

from analysis.figures.run_days import RunDays
from analysis.figures.style import NARROW, WIDE


def test_all_days_are_across_whatever_the_column() -> None:
    found = RunDays("2025-04-18", 90.0).across(WIDE, False, "start").to_dict()
    assert found["scale"]["domain"] == [0, 90.0]
    assert found["field"] == "start"
    assert found["axis"]["labels"] is False


def test_a_run_of_one_day_has_something_to_show() -> None:
    assert RunDays("2025-04-18", 0.0).span > 0
    assert RunDays("2025-04-18", 0.0).across(NARROW).to_dict()["scale"]["domain"][1] > 0


def test_without_a_date_days_are_numbered() -> None:
    assert RunDays("", 9.0).across(WIDE).to_dict()["axis"]["title"] == "day"
    assert RunDays("2025-04-18", 9.0).across(WIDE).to_dict()["title"] is None
