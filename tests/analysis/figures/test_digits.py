"""A number has as many digits as its interval leaves it, and ends that differ are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.digits import decimals, percents, rounded, significant

NAN = float("nan")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((0.515, 0.446, 0.583), ("52%", "45%", "58%")),
        ((0.03, 0.021, 0.0425), ("3.0%", "2.1%", "4.3%")),
        ((0.0, 0.0, 0.0188), ("0.0%", "0.0%", "1.9%")),
        ((0.32111, 0.3205, 0.3219), ("32.11%", "32.05%", "32.19%")),
        ((1.0, 1.0, 1.0), ("100%", "100%", "100%")),
        ((NAN, NAN, NAN), ("-", "-", "-")),
    ],
)
def test_shares(given: tuple[float, float, float], told: tuple[str, str, str]) -> None:
    assert percents(*given) == told


def test_effects_of_any_size_have_the_digits_that_their_interval_leaves() -> None:
    assert significant(0.0706, 0.0483, 0.093) == ("0.07", "0.05", "0.09")
    assert significant(0.0209, 2.52e-06, 0.0425) == ("0.02", "0.00", "0.04")
    assert significant(34.7, 26.5, 43.0) == ("35", "27", "43")
    assert significant(0.00124, 0.00101, 0.00147) == ("0.0012", "0.0010", "0.0015")
    assert significant(2.0, NAN, NAN) == ("2.00", "-", "-")


def test_no_zero_has_a_sign() -> None:
    assert rounded(-0.2, -9.0, 0.3) == ("0", "-9", "0")


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6))
def test_the_last_digit_is_no_finer_than_a_fortieth_of_the_interval(low: float, spread: float) -> None:
    places = decimals(low, low + spread)
    step = 10.0**-places
    assert places == 0 or step >= spread / 40 * (1 - 1e-6)
    assert places == 2 or step <= spread / 4 * (1 + 1e-6) or (places == 0 and spread < 4)
    if spread >= 0.1:
        _, one, other = rounded(low, low, low + spread)
        assert one != other
