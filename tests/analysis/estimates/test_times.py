"""Kaplan and Meier's curve against the textbook leukaemia data, and its properties."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError, kaplan_meier
from analysis.estimates.shares import wilson
from sim.luck import generator

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
    assert found.median.numbers == (23.0, 13.0, math.inf)
    assert (found.runs, found.events) == (21, 9)


def test_runs_that_never_get_there_are_censored_not_dropped() -> None:
    found = kaplan_meier([10.0, math.nan, math.nan, 200.0], 180)
    assert found.events == 1
    assert found.curve["survival"].iloc[-1] == 0.75
    assert found.median.value == math.inf


def test_without_censoring_the_curve_is_the_share_left() -> None:
    found = kaplan_meier([1.0, 2.0, 3.0, 4.0], 10)
    assert found.curve["survival"].tolist() == pytest.approx([1, 0.75, 0.5, 0.25, 0])
    assert found.median.value == 2.0
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
    with pytest.raises(EstimateError, match="at least 0"):
        kaplan_meier([-1.0], 10)
    with pytest.raises(EstimateError, match="one to one"):
        kaplan_meier([1.0, 2.0], [3.0])
    with pytest.raises(EstimateError, match="not both"):
        kaplan_meier([1.0], 10, counts=[2], lucks=[0])
    with pytest.raises(EstimateError, match="2 lucks for 1 runs"):
        kaplan_meier([1.0], 10, lucks=[0, 1])


def test_a_small_curve_by_hand() -> None:
    """Six runs: an event on day 0, two on day 4, one on the last day; two are watched until day 4 and until day 6."""
    found = kaplan_meier([0.0, 4.0, 4.0, math.nan, math.nan, 9.0], [9.0, 9.0, 4.0, 4.0, 6.0, 9.0])
    curve = found.curve
    assert curve["day"].tolist() == [0, 4, 6, 9]
    assert curve["at_risk"].tolist() == [6, 5, 2, 1]
    assert curve["events"].tolist() == [1, 2, 0, 1]
    assert curve["censored"].tolist() == [0, 1, 1, 0]
    assert curve["survival"].tolist() == pytest.approx([5 / 6, 1 / 2, 1 / 2, 0])
    error = 1.959963985 * math.sqrt(1 / (6 * 5) + 2 / (5 * 3)) / math.log(2)
    assert curve.loc[1, ["low", "high"]].tolist() == pytest.approx([0.5 ** math.exp(error), 0.5 ** math.exp(-error)])
    assert curve.loc[3, ["low", "high"]].tolist() == [0.0, curve["high"][2]], "once nobody is left it stays"
    assert found.median.value == 4.0, "half is enough"
    assert (found.runs, found.events, found.median.n, found.median.lucks) == (6, 4, 6, 6)


@given(st.integers(1, 400), st.integers(0, 20), st.integers(1, 5))
def test_all_on_one_day_are_as_sure_as_their_share(lucks: int, gone_before: int, copies: int) -> None:
    """Fault: where all met on day 1, the share met by day 15 was said to be 100%, give or take 0 to 100."""
    days = np.tile([5.0] * lucks + [math.nan] * gone_before, copies)
    ends = np.tile([9.0] * lucks + [2.0] * gone_before, copies)
    found = kaplan_meier(days, ends, lucks=np.tile(np.arange(lucks + gone_before), copies))
    low, high = found.curve[["low", "high"]].iloc[-1]
    share = wilson(0, lucks)
    assert (low, high) == (0.0, pytest.approx(share.high))
    assert found.median.numbers == (5.0, 5.0, 5.0 if share.high <= 0.5 else math.inf)


def test_a_curve_begins_on_day_0_with_everybody() -> None:
    curve = kaplan_meier([3.0, math.nan], 5).curve
    assert curve.loc[0].tolist() == [0, 2, 0, 0, 1, 1, 1]
    nobody = kaplan_meier([], 10)
    assert nobody.curve.to_numpy().tolist() == [[0, 0, 0, 0, 1, 1, 1]]
    assert (nobody.median.value, nobody.median.n, nobody.median.lucks) == (math.inf, 0, 0)


def test_runs_counted_by_day_are_runs() -> None:
    days, counts = [2.0, 5.0, math.nan, 7.0], [3, 2, 4, 0]
    whole = kaplan_meier(np.repeat(days, counts), 10)
    counted = kaplan_meier(days, 10, counts=counts)
    assert counted.curve.equals(whole.curve)
    assert (counted.runs, counted.events, counted.median) == (9, 5, whole.median)


@pytest.mark.parametrize(("days", "horizon"), [([-0.5], 10), ([1.0], -1.0), ([1.0], math.nan), ([[1.0]], 10)])
def test_days_before_the_start_and_unknown_horizons_are_refused(days: list[float], horizon: float) -> None:
    with pytest.raises(EstimateError):
        kaplan_meier(days, horizon)


TIMES = st.lists(st.one_of(st.just(math.nan), st.integers(0, 60).map(float)), min_size=2, max_size=40)


@given(TIMES, st.integers(1, 50))
def test_lucks_that_occur_once_leave_greenwoods_band_to_the_bit(days: list[float], horizon: int) -> None:
    plain, alone = kaplan_meier(days, horizon), kaplan_meier(days, horizon, lucks=range(len(days)))
    assert alone.curve.equals(plain.curve)
    assert alone.median == plain.median


@given(TIMES, st.integers(2, 30))
def test_copies_of_a_run_never_narrow_the_curve(days: list[float], copies: int) -> None:
    """Fault: the band of 20 lucks under 64 variants was that of 1,280 runs that know nothing of each other."""
    plain = kaplan_meier(days, 50)
    many = kaplan_meier(np.tile(days, copies), 50, lucks=np.tile(np.arange(len(days)), copies))
    assert many.curve["survival"].to_numpy() == pytest.approx(plain.curve["survival"].to_numpy())
    assert many.curve[["low", "high"]].to_numpy() == pytest.approx(plain.curve[["low", "high"]].to_numpy(), abs=1e-7)
    assert (many.median.n, many.median.lucks) == (copies * len(days), len(days))


def variants(lucks: int, cells: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Days, horizons and lucks of a study: half of the log of a run's day is its luck, and some are lost from sight."""
    luck = generator(seed, "test/times")
    shared = luck.normal(0, 1, lucks)
    days = np.exp(3.5 + (np.tile(shared, cells) + luck.normal(0, 1, lucks * cells)) / math.sqrt(2))
    return days, luck.uniform(40, 120, lucks * cells), np.tile(np.arange(lucks), cells)


def resampled(study: tuple[np.ndarray, np.ndarray, np.ndarray], day: float, times: int) -> np.ndarray:
    """Survival on a day in studies made of lucks drawn with replacement, each with all its runs."""
    days, ends, lucks = study
    luck, number = generator(1, "test/resampled"), int(lucks.max()) + 1
    found = []
    for _ in range(times):
        chosen = luck.integers(number, size=number)
        rows = np.concatenate([np.flatnonzero(lucks == place) for place in chosen])
        curve = kaplan_meier(days[rows], ends[rows]).curve
        found.append(float(curve["survival"][curve["day"] <= day].iloc[-1]))
    return np.array(found)


@pytest.mark.parametrize("times", [150, pytest.param(3000, marks=pytest.mark.nightly)])
def test_the_band_is_as_wide_as_a_bootstrap_over_lucks(times: int) -> None:
    study = variants(60, 8, 3)
    days, ends, lucks = study
    curve = kaplan_meier(days, ends, lucks=lucks).curve
    row = curve[curve["day"] <= 35].iloc[-1]
    low, high = np.quantile(resampled(study, 35, times), [0.025, 0.975])
    assert row["high"] - row["low"] == pytest.approx(high - low, rel=0.3 if times < 1000 else 0.12)
    plain = kaplan_meier(days, ends).curve
    narrow = plain[plain["day"] <= 35].iloc[-1]
    assert narrow["high"] - narrow["low"] < 0.7 * (row["high"] - row["low"])


@pytest.mark.parametrize("studies", [60, pytest.param(1500, marks=pytest.mark.nightly)])
def test_band_and_median_hold_the_truth_as_often_as_they_say(studies: int) -> None:
    held = median = 0
    for seed in range(studies):
        days, ends, lucks = variants(20, 8, seed)
        found = kaplan_meier(days, ends, lucks=lucks)
        row = found.curve[found.curve["day"] <= math.exp(3.5)].iloc[-1]
        held += row["low"] <= 0.5 <= row["high"]
        median += found.median.low <= math.exp(3.5) <= found.median.high
    assert held / studies >= 0.9
    assert median / studies >= 0.9
