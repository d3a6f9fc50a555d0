"""Means and paired differences against worked numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.estimates import IntervalError, clustered_mean, mean_interval, paired_difference

SLEEP_FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_students_own_sleep_data() -> None:
    """Student 1908: mean difference 1.58 hours; the paired t interval is 0.70 to 2.46."""
    found = paired_difference(SLEEP_FIRST, SLEEP_SECOND)
    assert found.difference == pytest.approx((1.58, 0.7001142, 2.4598858), abs=1e-6)
    assert found.pairs == 10
    assert found.left_out == 0
    assert found.variance_ratio > 1


def test_missing_pairs_are_left_out_and_counted() -> None:
    found = paired_difference([1.0, math.nan, 3.0], [2.0, 2.0, 4.0])
    assert (found.pairs, found.left_out) == (2, 1)
    assert found.difference.estimate == 1.0
    assert math.isinf(found.variance_ratio)


def test_one_run_has_a_mean_but_no_interval() -> None:
    found = mean_interval([4.0])
    assert found.estimate == 4.0
    assert math.isnan(found.low)
    assert math.isnan(mean_interval([math.nan]).estimate)


def test_large_samples_use_the_normal() -> None:
    values = np.arange(5000.0)
    assert mean_interval(values).width == pytest.approx(2 * 1.959964 * values.std(ddof=1) / math.sqrt(5000), rel=1e-6)


def test_nonsense_is_refused() -> None:
    with pytest.raises(IntervalError, match="match"):
        paired_difference([1.0], [1.0, 2.0])
    with pytest.raises(IntervalError, match="infinite"):
        mean_interval([1.0, math.inf])
    with pytest.raises(IntervalError, match="shape"):
        mean_interval([[1.0]])


def test_runs_of_one_luck_count_once() -> None:
    """A thousand variants of two lucks tell of two lucks: the interval is that of two numbers."""
    values, lucks = np.tile([1.0, 3.0], 500), np.tile([0, 1], 500)
    assert clustered_mean(values, lucks) == pytest.approx(mean_interval([1.0, 3.0]))
    assert clustered_mean(values, np.arange(1000)) == pytest.approx(mean_interval(values))
    assert math.isnan(clustered_mean(values, np.zeros(1000)).low)
    assert math.isnan(clustered_mean([math.nan], [0]).estimate)
    with pytest.raises(IntervalError, match="2 clusters for 3 runs"):
        clustered_mean([1.0, 2.0, 3.0], [0, 1])
