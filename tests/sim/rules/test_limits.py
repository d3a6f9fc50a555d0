"""Do numbers stay within bounds, and does fading add up over time?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.limits import clamp, grown, kept, larger, logistic, share, smaller
from tests.sim.rules import worlds

numbers = st.floats(allow_nan=False, allow_infinity=False)
days = st.floats(0, 4000)
half_lives = st.floats(0.5, 10000)


@given(numbers, numbers, numbers)
def test_clamp_moves_to_the_nearest_end(x: float, a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert clamp(x, low, high) == min(max(x, low), high)


@given(numbers, numbers)
def test_share_smaller_larger(a: float, b: float) -> None:
    assert share(a) == min(max(a, 0.0), 1.0)
    assert (smaller(a, b), larger(a, b)) == (min(a, b), max(a, b))


@given(numbers)
def test_logistic_is_a_probability_everywhere_and_symmetric(x: float) -> None:
    assert 0 <= logistic(x) <= 1
    assert logistic(x) + logistic(-x) == pytest.approx(1)


def test_logistic_worked_example() -> None:
    assert logistic(math.log(3)) == pytest.approx(0.75)


@given(days, days, half_lives)
def test_two_spells_fade_as_much_as_one_long_one(a: float, b: float, half_life: float) -> None:
    assert kept(a + b, half_life) == pytest.approx(kept(a, half_life) * kept(b, half_life))


@given(days, half_lives)
def test_fading_keeps_a_share_and_halves_at_the_half_life(a: float, half_life: float) -> None:
    assert 0 <= kept(a, half_life) <= 1
    assert kept(half_life, half_life) == pytest.approx(0.5)


@given(worlds.share, worlds.share)
def test_growing_stays_a_share_and_never_shrinks(x: float, part: float) -> None:
    assert x - worlds.SLACK <= grown(x, part) <= 1 + worlds.SLACK


@given(worlds.share, worlds.share, worlds.share)
def test_alarms_combine_in_any_order(x: float, a: float, b: float) -> None:
    assert grown(grown(x, a), b) == pytest.approx(grown(grown(x, b), a))
