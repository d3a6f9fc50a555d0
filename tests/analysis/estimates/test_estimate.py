"""The row type by its names, and quantiles against printed tables and SciPy."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.estimates import bootstrap, wilson
from analysis.estimates.estimate import Estimate, EstimateError, normal_quantile, student_quantile
from analysis.estimates.resampling import Resampling


@pytest.mark.parametrize(
    ("freedom", "printed"), [(1, 12.7062), (2, 4.30265), (4, 2.77645), (10, 2.22814), (120, 1.97993)]
)
def test_students_table(freedom: int, printed: float) -> None:
    assert student_quantile(0.95, freedom) == pytest.approx(printed, abs=2e-5)


def test_agrees_with_scipy_over_the_range() -> None:
    stats = pytest.importorskip("scipy.stats")
    for freedom in (1, 2, 3, 4, 7, 8, 30, 400, 1998, 1999, 5000):
        for level in (0.5, 0.9, 0.99):
            close = 1e-10 if freedom < 2000 else 6e-4
            assert student_quantile(level, freedom) == pytest.approx(stats.t.ppf(0.5 + level / 2, freedom), rel=close)


def test_normal() -> None:
    assert normal_quantile(0.95) == pytest.approx(1.959964, abs=1e-6)
    with pytest.raises(EstimateError):
        student_quantile(0.95, 0)


def test_an_estimate_is_read_by_name() -> None:
    found = Estimate(0.5, 0.25, 0.75, 8, 4)
    assert found.numbers == (0.5, 0.25, 0.75)
    assert found.width == 0.5
    assert found.named("share") == {"share": 0.5, "low": 0.25, "high": 0.75, "lucks": 4}


@pytest.mark.parametrize("level", [-0.5, 0.0, 1.0, 1.5, 95.0])
def test_a_confidence_outside_of_0_to_1_is_refused_whatever_there_is_to_estimate(level: float) -> None:
    for estimate in (lambda: wilson(0, 0, level), lambda: bootstrap([], np.mean, Resampling(level=level))):
        with pytest.raises(EstimateError, match="level"):
            estimate()
