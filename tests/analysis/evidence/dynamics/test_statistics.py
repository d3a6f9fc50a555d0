"""Are differences and ratios under the same lucks right, and their intervals as wide as they should be?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import Estimate, share_difference
from analysis.evidence.dynamics.statistics import (
    chance_of_sign,
    gain_difference,
    holm,
    mean_difference,
    pooled_share,
    rate_ratio,
)
from sim.luck import generator


def exponential(rate: float, days: np.ndarray, horizon: float) -> tuple[np.ndarray, np.ndarray]:
    """Events at a rate, from luck of one day each, seen up to a horizon."""
    waits = days / rate
    return waits <= horizon, np.minimum(waits, horizon)


def test_a_ratio_of_rates_is_found_again() -> None:
    luck = generator(1, "rates").exponential(size=4000)
    found = rate_ratio(exponential(0.03, luck, 60), exponential(0.01, luck, 60))
    assert found.low < 3 < found.high
    assert found.width < 0.4


def test_the_interval_of_a_ratio_holds_the_truth_as_often_as_it_says() -> None:
    held = 0
    for trial in range(300):
        first, second = (generator(trial, name).exponential(size=200) for name in ("first", "second"))
        found = rate_ratio(exponential(0.02, first, 50), exponential(0.01, second, 50))
        held += found.low <= 2 <= found.high
    assert 270 <= held <= 297, "of 300 at 95%: outside of this once in ten thousand"


def test_the_same_lucks_narrow_a_ratio() -> None:
    one, other = (generator(2, name).exponential(size=1000) for name in ("one", "other"))
    apart = rate_ratio(exponential(0.02, one, 50), exponential(0.01, other, 50))
    together = rate_ratio(exponential(0.02, one, 50), exponential(0.01, one, 50))
    assert math.log(together.high / together.low) < math.log(apart.high / apart.low)


def test_a_side_without_events_has_one_finite_end() -> None:
    came, never, days = np.ones(50, dtype=bool), np.zeros(50, dtype=bool), np.full(50, 10.0)
    up, down = rate_ratio((came, days), (never, days)), rate_ratio((never, days), (came, days))
    assert (up.value, up.high, down.value, down.low) == (math.inf, math.inf, 0, 0)
    assert up.low > 5
    assert down.high == pytest.approx(1 / up.low)
    once = np.arange(50) == 0
    assert rate_ratio((once, days), (never, days)).low < 1, "one event tells nothing"
    assert math.isnan(rate_ratio((never, days), (never, days)).value)


def test_differences_are_second_minus_first() -> None:
    no, yes = np.zeros(100, dtype=bool), np.arange(100) < 30
    assert share_difference(no, yes).value == pytest.approx(0.3)
    assert mean_difference(np.zeros(10), np.arange(10.0)).value == 4.5
    assert gain_difference((no, yes), (no, ~no)).value == pytest.approx(0.7)


def test_a_pooled_share_counts_lucks_once_and_stays_within_bounds() -> None:
    tops, lucks = np.array([1.0, 1, 1, 0]), np.array([0, 1, 0, 1])
    found = pooled_share(tops, np.ones(4), lucks)
    assert (found.value, found.lucks, found.high) == (0.75, 2, 1.0)
    assert math.isnan(pooled_share(np.zeros(2), np.zeros(2), np.arange(2)).value)


@given(st.floats(-3, 3), st.floats(0.01, 3))
def test_a_chance_of_sign_agrees_with_its_interval(value: float, half: float) -> None:
    found = Estimate(value, value - half, value + half)
    assert (chance_of_sign(found) < 0.025 - 1e-9) <= (found.low > -1e-9)
    assert (found.low > 1e-6) <= (chance_of_sign(found) < 0.025)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12), st.floats(0.001, 0.2))
def test_holm_finds_no_less_than_bonferroni_and_no_more_than_each_by_itself(chances: list[float], level: float) -> None:
    found = holm(chances, level)
    assert all(up or chance > level / len(chances) for up, chance in zip(found, chances, strict=True))
    assert all(chance <= level for up, chance in zip(found, chances, strict=True) if up)


def test_holm_by_hand() -> None:
    assert holm([0.03, 0.004, 0.02], 0.05) == [True, True, True]
    assert holm([0.03, 0.004, 0.03], 0.05) == [False, True, False]
