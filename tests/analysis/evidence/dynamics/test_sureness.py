"""Is a number called surely out only when it is, and a row missed only in more cases than it allows?"""

from __future__ import annotations

import math
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Estimate
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.sureness import FAR, is_surely_out, surely_missed

Z = 1.959963984540054


def plain(value: float, error: float) -> Estimate:
    """An estimate with a standard error."""
    return Estimate(value, value - Z * error, value + Z * error)


def test_ninety_numbers_cry_wolf_less_than_once_in_a_million() -> None:
    assert 90 * NormalDist().cdf(-FAR) < 1e-6


@given(st.floats(-5, 5), st.floats(0.01, 1), st.floats(-1, 1))
def test_a_number_is_out_from_so_many_errors_on(value: float, error: float, bound: float) -> None:
    above = is_surely_out(Reading("a", "b", plain(value, error), None, (-math.inf, bound)))
    below = is_surely_out(Reading("a", "b", plain(value, error), None, (bound, math.inf)))
    distance = (value - bound) / error
    if abs(abs(distance) - FAR) > 1e-6:
        assert (above, below) == (distance > FAR, distance < -FAR)


@given(st.floats(0.2, 5), st.floats(0.02, 0.6))
def test_a_ratio_is_out_by_its_log(value: float, error: float) -> None:
    found = Estimate(value, value * math.exp(-Z * error), value * math.exp(Z * error))
    out = is_surely_out(Reading("a", "b", found, None, (1.5, math.inf), True, True))
    distance = math.log(value / 1.5) / error
    if abs(distance + FAR) > 1e-6:
        assert out == (distance < -FAR)


@pytest.mark.parametrize("estimate", [Estimate(math.nan, math.nan, math.nan), Estimate(math.inf, 5.0, math.inf)])
def test_what_is_unknown_or_infinite_is_not_out(estimate: Estimate) -> None:
    assert not is_surely_out(Reading("a", "b", estimate, None, (1.5, math.inf), True, True))


def test_without_a_range_nothing_is_out() -> None:
    assert not is_surely_out(Reading("a", "b", plain(9.0, 0.1)))


def missed(out_in: int, everywhere: bool, limits: dict[str, float]) -> int:
    """How many numbers say that a row is missed, of nine of which so many are surely out."""
    values = [plain(-1.0 if k < out_in else 1.0, 0.1) for k in range(9)]
    readings = [Reading(f"case-{k}", "b", found, None, (0.0, 9.0), everywhere) for k, found in enumerate(values)]
    finding = Finding(readings, None, "")
    return len(surely_missed(Row("D1", "b", "w", "l", limits, lambda _: finding), finding))


def test_a_row_may_be_missed_in_as_many_cases_as_it_says() -> None:
    limits = {"in_cases": 7, "of": 9}
    assert [missed(out, False, limits) for out in (0, 2, 3)] == [0, 0, 3]
    assert missed(1, True, limits) == 1, "what must hold everywhere may fail nowhere"
    assert missed(1, False, {}) == 1, "without such a limit it must hold in all"
