"""Days since the start are calendar days."""

from __future__ import annotations

from analysis.figures.dates import date_after, day_below, day_of_six


def test_parts_of_a_day_are_cut_off() -> None:
    assert date_after("2024-02-28", 1.75) == "2024-02-29"
    assert date_after("2024-02-28", 0.0) == "2024-02-28"


def test_below_figures_days_are_dates_where_a_date_is_known() -> None:
    assert (day_of_six("2024-02-28", 8), day_of_six("", 8)) == (" 7 Mar", "     8")
    assert (day_below("2024-02-28", 8), day_below("", 8)) == ("7 Mar", "day 8")
