"""Means and paired differences against worked numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError, bootstrap, mean, paired_difference, ratio
from sim.luck import generator

SLEEP_FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_students_own_sleep_data() -> None:
    """Student 1908: mean difference 1.58 hours; the paired t interval is 0.70 to 2.46."""
    found = paired_difference(SLEEP_FIRST, SLEEP_SECOND)
    assert found.difference.numbers == pytest.approx((1.58, 0.7001142, 2.4598858), abs=1e-6)
    assert found.pairs == 10
    assert found.left_out == 0
    assert found.variance_ratio > 1


def test_missing_pairs_are_left_out_and_counted() -> None:
    found = paired_difference([1.0, math.nan, 3.0], [2.0, 2.0, 4.0])
    assert (found.pairs, found.left_out) == (2, 1)
    assert found.difference.value == 1.0
    assert math.isinf(found.variance_ratio)


def test_one_run_has_a_mean_but_no_interval() -> None:
    found = mean([4.0])
    assert found.value == 4.0
    assert math.isnan(found.low)
    assert math.isnan(mean([math.nan]).value)


def test_large_samples_use_the_normal() -> None:
    values = np.arange(5000.0)
    assert mean(values).width == pytest.approx(2 * 1.959964 * values.std(ddof=1) / math.sqrt(5000), rel=1e-6)


def test_nonsense_is_refused() -> None:
    with pytest.raises(EstimateError, match="match"):
        paired_difference([1.0], [1.0, 2.0])
    with pytest.raises(EstimateError, match="infinite"):
        mean([1.0, math.inf])
    with pytest.raises(EstimateError, match="shape"):
        mean([[1.0]])


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=40), st.integers(2, 6))
def test_copies_of_a_run_under_one_luck_change_nothing(values: list[int], copies: int) -> None:
    alone = mean(values)
    many = mean(np.tile(values, copies), np.tile(np.arange(len(values)), copies))
    assert many.numbers == pytest.approx(alone.numbers, rel=1e-9, abs=1e-9)
    assert (many.n, many.lucks) == (copies * len(values), len(values))


def test_lucks_that_occur_once_leave_students_interval_to_the_bit() -> None:
    values = [0.1, 0.7, math.nan, 2.5]
    assert mean(values, [7, 3, 3, 11]) == mean(values)


def test_one_luck_has_a_mean_but_no_interval() -> None:
    found = mean([1.0, 3.0], [5, 5])
    assert (found.value, found.n, found.lucks) == (2.0, 2, 1)
    assert math.isnan(found.low)
    assert math.isnan(mean([math.nan], [0]).value)
    with pytest.raises(EstimateError, match="2 lucks for 3 runs"):
        mean([1.0, 2.0, 3.0], [0, 1])


def test_uneven_lucks_by_hand() -> None:
    """Lucks of 1 and 3 runs: mean 2; they pull by -1 and by 1; error sqrt(2 (1 + 1)) / 4 = 0.5, times t of 12.7062."""
    found = mean([1.0, 2.0, 2.0, 3.0], [0, 1, 1, 1])
    assert found.numbers == pytest.approx((2.0, 2 - 6.3531, 2 + 6.3531), abs=1e-4)


def test_a_ratio_by_hand() -> None:
    """Cochran 1977, ratio of totals: 6 / 4 = 1.5, residuals 1 - 1.5 and 5 - 4.5; error sqrt(2 * 0.5) / 4 = 0.25."""
    found = ratio([1.0, 2.0, 3.0], [1.0, 1.0, 2.0], [0, 1, 1])
    assert found.numbers == pytest.approx((1.5, 1.5 - 12.7062 * 0.25, 1.5 + 12.7062 * 0.25), abs=1e-4)
    assert (found.n, found.lucks) == (3, 2)
    assert math.isnan(ratio([1.0], [0.0]).value)
    with pytest.raises(EstimateError, match="known"):
        ratio([1.0, math.nan], [1.0, 1.0])


def test_a_ratio_moves_as_a_bootstrap_over_lucks_does() -> None:
    luck = generator(5, "test/ratio")
    shared, lucks = luck.normal(0, 1, 200), np.repeat(np.arange(200), 5)
    below = luck.uniform(1, 3, 1000)
    above = below * (2 + np.repeat(shared, 5)) + luck.normal(0, 1, 1000)
    found = ratio(above, below, lucks)
    sums = np.column_stack([np.bincount(lucks, above), np.bincount(lucks, below)])
    resampled = bootstrap(sums, lambda rows: float(rows[:, 0].sum() / rows[:, 1].sum()))
    assert found.value == pytest.approx(resampled.value)
    assert found.width == pytest.approx(resampled.width, rel=0.1)
    assert ratio(above, below).width < 0.6 * found.width
