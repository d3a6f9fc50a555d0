"""Cells say no more than is known: bounds are rounded up, and a change that is there never looks as if it were not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Estimate
from analysis.evidence.claims.paired_luck import OutcomeChange
from analysis.evidence.mechanisms.change_cells import change_cell, margin, scale, upward, within, within_cell
from analysis.evidence.mechanisms.switched_cases import is_sure

ENDS = st.tuples(*[st.floats(-300, 300)] * 3).map(sorted)


def change(value: float, low: float, high: float, outcome: str = "ask_days") -> OutcomeChange:
    return OutcomeChange(outcome, 0.0, value, Estimate(value, low, high, 9, 9, 0.95), 9)


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ((42.0, 33.2, 50.8), "+42 ±9"),
        ((-268.4, -281.0, -254.0), "-268 ±15"),
        ((3.4, 0.4, 6.4), "+3.4 ±3.0"),
        ((1.54, 0.31, 2.77), "+1.5 ±1.3"),
        ((0.2, 0.19, 0.21), "+0.2 ±0.1"),
        ((2.0, -9.0, 11.2), "within 12"),
        ((0.0, -0.31, 0.31), "within 0.4"),
        ((0.0, -0.95, 0.95), "within 1"),
        ((0.0, 0.0, 0.0), "within 0.0"),
    ],
)
def test_days(ends: tuple[float, float, float], told: str) -> None:
    assert change_cell(change(*ends)) == told


def test_shares_and_who_asks_are_told_in_a_hundred() -> None:
    assert change_cell(change(0.12, 0.071, 0.2, "ends_deal")) == "+12 ±5"
    assert change_cell(change(-0.14, -0.2, -0.08, "asks_before")) == "-14 ±6"
    assert [scale(name) for name in ("ask_days", "ends_deal", "asks_before")] == [1, 100, 100]


@given(ENDS)
def test_what_is_there_is_told_as_there_and_what_may_be_nothing_never_is(ends: list[float]) -> None:
    low, value, high = ends
    found = change(value, low, high)
    cell = change_cell(found)
    assert len(cell) <= 10
    if is_sure(found):
        number, around = (float(part) for part in re.fullmatch(r"([+-][\d.]+) ±([\d.]+)", cell).groups())  # type: ignore[union-attr]
        assert around < abs(number) or abs(number) <= 0.15
        assert number == round(number) or abs(number) < 10
        assert number == pytest.approx(value, abs=0.5)
        assert around == pytest.approx(margin(found), abs=1.51)
    else:
        assert float(cell.removeprefix("within ")) >= within(found) - 1e-6


def test_the_widest_of_several_bounds_them_all() -> None:
    assert within_cell([change(0, -0.02, 0.031, "ends_deal"), change(0, -0.05, 0.01, "ends_truce")]) == "within 5"


@given(st.floats(0, 1000), st.integers(0, 3))
def test_bounds_are_rounded_up(value: float, digits: int) -> None:
    told = float(upward(value, digits))
    assert value - 1e-6 <= told <= value + 10.0**-digits + 1e-6
