"""Are amounts said with unit and interval, and differences so that whoever subtracts finds them?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.amounts_said import amount_said, difference_said, places_of_all, size_said
from analysis.estimates import Estimate, measure
from tests.analysis.synthetic import runs_table

TABLE = runs_table(9)
SHARE, DAYS = measure(TABLE, "contact"), measure(TABLE, "first_contact_days")
FALL, COUNT = measure(TABLE, "trough_us"), measure(TABLE, "escalate_count_us")
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("found", "numbers", "places", "said"),
    [
        (SHARE, (0.95, 0.93, 0.97), 0, "95% (93% to 97%)"),
        (DAYS, (41.2, 38.0, 44.4), 0, "41 days (38 to 44)"),
        (FALL, (0.123, 0.11, 0.136), 1, "12.3% (11.0% to 13.6%)"),
        (COUNT, (3.21, 3.0, 3.4), 1, "3.2 times (3.0 to 3.4)"),
        (COUNT, (3.21, float("nan"), float("nan")), 1, "3.2 times"),
    ],
)
def test_amounts(found: object, numbers: tuple[float, float, float], places: int, said: str) -> None:
    assert amount_said(found, Estimate(*numbers), places) == said


def test_differences_say_which_way_they_go() -> None:
    sides = Estimate(0.954, 0.93, 0.97), Estimate(0.503, 0.44, 0.56)
    apart = Estimate(0.451, 0.39, 0.51)
    assert difference_said(SHARE, sides, apart, 0) == "45 (39 to 51) more in 100 runs"
    turned = Estimate(-0.451, -0.51, -0.39)
    assert difference_said(SHARE, sides[::-1], turned, 0) == "45 (39 to 51) fewer in 100 runs"
    assert difference_said(DAYS, (Estimate(9, 8, 10), Estimate(28, 25, 31)), Estimate(-19, -24, -14), 0) == (
        "19 days (14 to 24) less"
    )
    assert size_said(SHARE, 0.071, 0) == "7 in 100 runs"
    assert size_said(SHARE, 0.004, 0) == "0.4 in 100 runs"
    assert size_said(DAYS, 12.3, 0) == "12 days"
    assert size_said(FALL, 0.05, 0) == "5%"


@given(SHARES, SHARES, st.floats(0.001, 0.2))
def test_a_difference_is_that_of_the_numbers_beside_it(first: float, second: float, half: float) -> None:
    sides = tuple(Estimate(value, value - half, value + half) for value in (first, second))
    apart = Estimate(first - second, first - second - half, first - second + half)
    places = places_of_all(SHARE, (*sides, apart))
    shown = [float(amount_said(SHARE, side, places).partition("%")[0].replace(",", "")) for side in sides]
    size = float(re.match(r"[\d.]+", difference_said(SHARE, sides, apart, places))[0])
    assert size == pytest.approx(abs(shown[0] - shown[1]), abs=1e-9)
