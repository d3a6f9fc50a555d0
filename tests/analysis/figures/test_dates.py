"""Days since the start are calendar days."""

from __future__ import annotations

from analysis.figures.dates import date_after


def test_parts_of_a_day_are_cut_off() -> None:
    assert date_after("2024-02-28", 1.75) == "2024-02-29"
    assert date_after("2024-02-28", 0.0) == "2024-02-28"
