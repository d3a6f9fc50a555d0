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


def test_each_series_has_its_own_bands_from_the_inner_to_the_outer() -> None:
    """By hand: of the levels 0..10 the middle half lies between 2.5 and 7.5; the market is a tenth of the pressure."""
    runs = [steps(float(level), 2).assign(**{"us.market": level / 10, "tension": 9.0}) for level in range(11)]
    found = bands(runs, ["us.pressure", "us.market"])
    assert found.columns.tolist() == ["series", "day", "share", "low", "high", "median", "runs"]
    assert found.index.tolist() == list(range(12))
    assert found["series"].tolist() == ["us.pressure"] * 6 + ["us.market"] * 6
    assert found["share"].tolist() == [0.5, 0.5, 0.8, 0.8, 0.95, 0.95] * 2
    assert found["day"].tolist() == [0.0, 1.0] * 6
    assert found["low"].tolist() == pytest.approx([2.5, 2.5, 1, 1, 0.25, 0.25, 0.25, 0.25, 0.1, 0.1, 0.025, 0.025])
    assert found["high"].tolist() == pytest.approx([7.5, 7.5, 9, 9, 9.75, 9.75, 0.75, 0.75, 0.9, 0.9, 0.975, 0.975])
    assert found["median"].tolist() == [5] * 6 + [0.5] * 6
    assert found["runs"].tolist() == [11] * 12


@pytest.mark.parametrize(("runs", "enough"), [(9, False), (10, True)])
def test_ten_runs_still_going_on_are_enough_for_a_band(runs: int, enough: bool) -> None:
    asked = [steps(float(level)) for level in range(runs)]
    if enough:
        assert bands(asked, ["us.pressure"])["runs"].unique().tolist() == [10]
    else:
        with pytest.raises(ValueError, match="no day has 10 runs"):
            bands(asked, ["us.pressure"])


@pytest.mark.parametrize("share", [0.0, 1.0, -0.5])
def test_a_band_of_no_run_or_of_every_run_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="strictly between 0 and 1"):
        bands([steps(1.0)] * 10, ["us.pressure"], [0.5, share])


def test_two_runs_in_two_panels_keep_their_settings_and_days() -> None:
    one, other = (steps(level, 2).assign(**{"us.market": -level, "tension": 9.0}) for level in (1.0, 2.0))
    found = side_by_side({"as it was": one, "what if": other}, {"us.pressure": "Pressure", "us.market": "Market"})
    assert found.to_numpy().tolist() == [
        ["as it was", "Pressure", 0.0, 1.0], ["as it was", "Pressure", 1.0, 1.0],
        ["what if", "Pressure", 0.0, 2.0], ["what if", "Pressure", 1.0, 2.0],
        ["as it was", "Market", 0.0, -1.0], ["as it was", "Market", 1.0, -1.0],
        ["what if", "Market", 0.0, -2.0], ["what if", "Market", 1.0, -2.0],
    ]  # fmt: skip
    with pytest.raises(ValueError, match="no tension"):
        side_by_side({"as it was": steps(1.0)}, {"tension": "Tension"})
