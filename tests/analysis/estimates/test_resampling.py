"""The bootstrap against a formula, and its addressed luck."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.estimates import EstimateError, bootstrap, mean
from analysis.estimates.resampling import Resampling, percentile
from sim.luck import generator


def test_bootstrap_of_a_mean_agrees_with_t() -> None:
    values = generator(3, "test/bootstrap").normal(10, 2, 400)
    found, formula = bootstrap(values, lambda rows: float(rows.mean())), mean(values)
    assert found.value == formula.value
    assert (found.low, found.high) == pytest.approx((formula.low, formula.high), abs=0.03)
    assert (found.n, found.lucks) == (400, 400)


def test_the_same_address_gives_the_same_interval_and_another_label_another() -> None:
    values = np.arange(50.0)
    one = bootstrap(values, np.median, Resampling(seed=4, label="a", resamples=200))
    two = bootstrap(values, np.median, Resampling(seed=4, label="a", resamples=200))
    three = bootstrap(values, np.median, Resampling(seed=4, label="b", resamples=200))
    assert one == two != three


def test_rows_that_belong_together_stay_together() -> None:
    pairs = np.column_stack([np.arange(30.0), np.arange(30.0) + 2])
    found = bootstrap(pairs, lambda rows: float((rows[:, 1] - rows[:, 0]).mean()), Resampling(resamples=50))
    assert found.numbers == (2.0, 2.0, 2.0)


def test_nothing_to_resample() -> None:
    assert math.isnan(bootstrap([], np.median).value)
    with pytest.raises(EstimateError, match="2 resamples"):
        bootstrap([1.0], np.median, Resampling(resamples=1))


def test_the_middle_share_of_what_resamples_gave() -> None:
    assert percentile(np.append(np.arange(101.0), np.nan), 0.9) == pytest.approx((5, 95))


def test_two_resamples_are_enough_and_one_is_not() -> None:
    assert np.isfinite(bootstrap([1.0, 2.0, 3.0], np.mean, Resampling(0, "test", 2)).low)
    with pytest.raises(EstimateError, match="at least 2"):
        bootstrap([1.0, 2.0, 3.0], np.mean, Resampling(0, "test", 1))


def test_one_run_is_resampled_as_itself() -> None:
    assert bootstrap([3.0], lambda rows: float(rows.mean())).numbers == (3.0, 3.0, 3.0)
