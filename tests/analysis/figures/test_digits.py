"""A number has as many digits as its interval leaves it, and ends that differ are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.digits import decimals, percents, rounded

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
