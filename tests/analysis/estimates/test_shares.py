"""Share intervals against Newcombe's published tables, and their properties."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import IntervalError, newcombe, newcombe_paired, wilson

COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("successes", "runs", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_against_newcombe_1998_table_1(successes: int, runs: int, low: float, high: float) -> None:
    found = wilson(successes, runs)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


@pytest.mark.parametrize(
    ("second", "first", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_newcombe_against_his_table_2(second: tuple[int, int], first: tuple[int, int], low: float, high: float) -> None:
    found = newcombe(first, second)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-5)


@given(COUNTS)
def test_wilson_contains_the_share_and_mirrors(counts: tuple[int, int]) -> None:
    successes, runs = counts
    found, mirror = wilson(successes, runs), wilson(runs - successes, runs)
    assert 0 <= found.low <= found.estimate <= found.high <= 1
    assert found.low == pytest.approx(1 - mirror.high, abs=1e-12)


@given(COUNTS, COUNTS)
def test_newcombe_stays_in_range_and_turns_round(first: tuple[int, int], second: tuple[int, int]) -> None:
    forth, back = newcombe(first, second), newcombe(second, first)
    assert -1 - 1e-12 <= forth.low <= forth.estimate <= forth.high <= 1 + 1e-12
    assert forth.low == pytest.approx(-back.high, abs=1e-12)


@given(st.tuples(*[st.integers(0, 300)] * 4).filter(lambda c: sum(c) > 0))
def test_paired_contains_the_difference_and_turns_round(counts: tuple[int, int, int, int]) -> None:
    both, only_first, only_second, neither = counts
    forth = newcombe_paired(both, only_first, only_second, neither)
    back = newcombe_paired(both, only_second, only_first, neither)
    assert -1 - 1e-12 <= forth.low <= forth.estimate <= forth.high <= 1 + 1e-12
    assert forth.low == pytest.approx(-back.high, abs=1e-12)


def test_pairs_that_agree_narrow_the_interval() -> None:
    apart = newcombe((60, 200), (80, 200))
    together = newcombe_paired(60, 0, 20, 120)
    assert together.estimate == pytest.approx(apart.estimate) == pytest.approx(0.1)
    assert together.width < apart.width / 1.5


def test_paired_by_hand_where_no_pair_agrees_more_than_by_chance() -> None:
    """Independent margins: the correlation is zero, so method 10 for pairs is method 10 for two samples."""
    assert newcombe_paired(20, 20, 30, 30)[1:] == pytest.approx(newcombe((40, 100), (50, 100))[1:], abs=1e-12)


def test_paired_by_hand_where_pairs_agree() -> None:
    """Method 10 with the continuity correction: of 100 pairs 60 have it twice, 20 never, 5 and 15 once."""
    a, b = wilson(65, 100), wilson(75, 100)
    phi = (60 * 20 - 5 * 15 - 100 / 2) / math.sqrt(65 * 35 * 75 * 25)
    down, up = 0.75 - b.low, a.high - 0.65
    low = 0.1 - math.sqrt(down * down - 2 * phi * down * up + up * up)
    up, down = b.high - 0.75, 0.65 - a.low
    high = 0.1 + math.sqrt(down * down - 2 * phi * down * up + up * up)
    assert newcombe_paired(60, 5, 15, 20) == pytest.approx((0.1, low, high), abs=1e-12)


def test_a_correlation_that_the_correction_would_turn_round_counts_as_none() -> None:
    """Cross product 3 * 4 - 2 * 3 = 6 against half of 12 pairs: nothing is left of it."""
    a, b = wilson(5, 12), wilson(6, 12)
    low = 1 / 12 - math.hypot(b.estimate - b.low, a.high - a.estimate)
    assert newcombe_paired(3, 2, 3, 4).low == pytest.approx(low, abs=1e-12)


def test_a_negative_correlation_is_taken_as_it_is() -> None:
    a, b = wilson(40, 100), wilson(60, 100)
    phi = (10 * 10 - 30 * 50) / math.sqrt(40 * 60 * 60 * 40)
    down, up = 0.6 - b.low, a.high - 0.4
    low = 0.2 - math.sqrt(down * down - 2 * phi * down * up + up * up)
    assert newcombe_paired(10, 30, 50, 10).low == pytest.approx(low, abs=1e-12)


def test_no_runs_is_unknown_and_nonsense_is_refused() -> None:
    assert math.isnan(wilson(0, 0).estimate)
    with pytest.raises(IntervalError, match="5 of 3 runs"):
        wilson(5, 3)
    with pytest.raises(IntervalError, match="level"):
        wilson(1, 3, level=95)
    with pytest.raises(IntervalError, match="negative"):
        newcombe_paired(-1, 0, 0, 3)
