"""Full records: the slope is the one put in, only days of one side's raising count, hosts' days are found."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.evidence.told import first_day, raised, read_told, slope
from sim import run_one


def test_only_days_on_which_one_side_alone_raised_count() -> None:
    pressure = {"us.pressure": [0, 10, 10, 20], "cn.pressure": [0, 0, 5, 15]}
    steps = pd.DataFrame({**pressure, "us.index": [0, -0.01, -0.02, -0.05]})
    assert raised(steps, "us") == pytest.approx(np.array([[10, 100 * math.expm1(-0.01)]]))


def test_the_slope_goes_through_the_origin() -> None:
    found = slope([np.array([[10.0, -2.0], [20.0, -4.0]]), np.array([[5.0, -1.0]])])
    assert found.value == pytest.approx(-0.2)
    assert (found.low, found.high) == pytest.approx((-0.2, -0.2))


def test_the_first_day_of_a_kind() -> None:
    events = pd.DataFrame({"kind": ["ease", "deal", "deal"], "day": [1.0, 2.5, 4.0]})
    assert first_day(events, "deal") == 2.5
    assert math.isnan(first_day(events, "truce_agreed"))


def test_markets_fall_when_pressure_is_raised() -> None:
    found = read_told((run_one("us-china-2025", run=run) for run in range(6)), "us")
    assert found.runs == 6
    assert found.slope.high < 0
    assert 0 <= found.refused.value <= 1


def test_a_run_told_twice_under_one_luck_counts_once() -> None:
    """Fault: days and answers of one run were drawn as if each had a luck of its own."""
    luck = np.random.default_rng(1)
    moves = [np.column_stack([luck.uniform(1, 9, 6), luck.normal(-1, 1) + luck.normal(0, 0.1, 6)]) for _ in range(30)]
    found, twice = slope(moves), slope([np.concatenate([own, own]) for own in moves])
    assert twice.numbers == pytest.approx(found.numbers)
    assert (found.lucks, found.n) == (30, 180)
