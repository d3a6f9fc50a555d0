"""Kaplan and Meier's curve against the textbook leukaemia data, and its properties."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import IntervalError, kaplan_meier

# Freireich et al. 1963, remission under 6-MP in weeks; events, then censored times.
EVENTS = [6, 6, 6, 7, 10, 13, 16, 22, 23]
CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
DAYS = [*map(float, EVENTS), *[math.nan] * len(CENSORED)]
HORIZONS = [*[99.0] * len(EVENTS), *map(float, CENSORED)]
PRINTED = {  # survival and its log-log interval as Stata and R print them
    6: (0.8571, 0.6197, 0.9516),
    7: (0.8067, 0.5631, 0.9228),
    10: (0.7529, 0.5032, 0.8894),
    13: (0.6902, 0.4316, 0.8491),
    16: (0.6275, 0.3675, 0.8049),
    22: (0.5378, 0.2678, 0.7468),
    23: (0.4482, 0.1881, 0.6801),
}


def test_freireich_1963() -> None:
    found = kaplan_meier(DAYS, HORIZONS)
    curve = found.curve.set_index("day")
    for day, printed in PRINTED.items():
        assert tuple(curve.loc[day, ["survival", "low", "high"]]) == pytest.approx(printed, abs=6e-5)
    assert found.median == (23.0, 13.0, math.inf)
    assert (found.runs, found.events) == (21, 9)


def test_runs_that_never_get_there_are_censored_not_dropped() -> None:
    found = kaplan_meier([10.0, math.nan, math.nan, 200.0], 180)
    assert found.events == 1
    assert found.curve["survival"].iloc[-1] == 0.75
    assert found.median.estimate == math.inf


def test_without_censoring_the_curve_is_the_share_left() -> None:
    found = kaplan_meier([1.0, 2.0, 3.0, 4.0], 10)
    assert found.curve["survival"].tolist() == pytest.approx([1, 0.75, 0.5, 0.25, 0])
    assert found.median.estimate == 2.0
    assert found.curve["high"].iloc[-1] == found.curve["high"].iloc[-2]


@given(
    st.lists(st.one_of(st.just(math.nan), st.integers(0, 60).map(float)), min_size=1, max_size=60),
    st.integers(1, 50),
)
def test_curve_falls_inside_its_band_and_counts_every_run(days: list[float], horizon: int) -> None:
    curve = kaplan_meier(days, horizon).curve
    assert (np.diff(curve["survival"]) <= 1e-12).all()
    assert (curve["low"] <= curve["survival"] + 1e-12).all()
    assert (curve["survival"] <= curve["high"] + 1e-12).all()
    assert curve["events"].sum() + curve["censored"].sum() == len(days)
    assert curve["day"].iloc[0] == 0
    assert curve["day"].iloc[-1] <= horizon
    assert curve["survival"].iloc[-1] == pytest.approx(np.mean([not d <= horizon for d in days]))


def test_no_runs_and_nonsense() -> None:
    assert kaplan_meier([], 10).runs == 0
    with pytest.raises(IntervalError, match="at least 0"):
        kaplan_meier([-1.0], 10)
    with pytest.raises(IntervalError, match="one to one"):
        kaplan_meier([1.0, 2.0], [3.0])
