"""Quantile bands against quantiles taken by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.estimates.bands import bands, side_by_side


def steps(level: float, days: int = 5) -> pd.DataFrame:
    return pd.DataFrame({"day": np.arange(days, dtype=float), "us.pressure": level})


def test_bands_are_quantiles_and_nest() -> None:
    found = bands((steps(float(level)) for level in range(101)), ["us.pressure"], [0.5, 0.9])
    inner, outer = (found[found["share"] == share] for share in (0.5, 0.9))
    assert (inner["low"] == 25).all()
    assert (inner["high"] == 75).all()
    assert (inner["median"] == 50).all()
    assert outer["low"].tolist() == pytest.approx([5] * 5)
    assert outer["high"].tolist() == pytest.approx([95] * 5)


def test_runs_that_ended_are_counted_out_of_later_days() -> None:
    found = bands([steps(1.0), steps(2.0, 3)], ["us.pressure"], [0.5], fewest=1)
    assert found["runs"].tolist() == [2, 2, 2, 1, 1]
    assert bands([steps(1.0), steps(2.0, 3)], ["us.pressure"], [0.5], fewest=2)["day"].tolist() == [0, 1, 2]
    with pytest.raises(ValueError, match="no day has 10 runs"):
        bands([steps(1.0)], ["us.pressure"])


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one run"):
        bands([], ["us.pressure"])
    with pytest.raises(ValueError, match=r"no cn\.pressure"):
        bands([steps(1.0)], ["cn.pressure"])
    with pytest.raises(ValueError, match="share"):
        bands([steps(1.0)], ["us.pressure"], [95])


def test_two_runs_side_by_side() -> None:
    found = side_by_side({"as it was": steps(1.0, 2), "what if": steps(2.0, 3)}, {"us.pressure": "US pressure"})
    assert found.columns.tolist() == ["setting", "panel", "day", "value"]
    assert found["value"].tolist() == [1, 1, 2, 2, 2]
    assert set(found["panel"]) == {"US pressure"}
