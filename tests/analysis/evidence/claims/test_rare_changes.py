"""Intervals of changes that few lucks show: never narrower than Student's, wide where little was seen, and true."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import paired_difference, wilson
from analysis.evidence.claims.rare_changes import with_rare

MOST = 90.0
CHANGES = st.lists(st.floats(-MOST, MOST), min_size=2, max_size=60).map(np.array)


def student(apart: np.ndarray, level: float) -> object:
    return paired_difference(np.zeros_like(apart), apart, level).difference


@given(CHANGES, st.floats(0.6, 0.9999))
def test_it_is_as_wide_as_student_s_within_what_is_possible(apart: np.ndarray, level: float) -> None:
    plain = paired_difference(np.zeros_like(apart), apart, level).difference
    found = with_rare(plain, apart, MOST)
    assert found.value == plain.value
    assert -MOST <= found.low <= found.value + 1e-9
    assert found.value - 1e-9 <= found.high <= MOST
    assert found.low <= max(plain.low, -MOST) + 1e-9
    assert found.high >= min(plain.high, MOST) - 1e-9


@given(CHANGES, st.floats(0.6, 0.9999))
def test_turned_round_it_is_turned_round(apart: np.ndarray, level: float) -> None:
    there, back = (with_rare(student(one, level), one, MOST) for one in (apart, -apart))
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low), abs=1e-6)


def test_where_no_luck_differs_those_that_were_not_seen_count() -> None:
    found = with_rare(student(np.zeros(200), 0.99), np.zeros(200), MOST)
    assert found.high == -found.low == MOST * wilson(0, 200, 0.99).high


def test_one_luck_in_a_thousand_proves_nothing() -> None:
    apart = np.zeros(1000)
    apart[3] = 60.0
    plain, found = student(apart, 0.9998), with_rare(student(apart, 0.9998), apart, MOST)
    assert found.high - found.low > 5 * (plain.high - plain.low)


def test_many_lucks_that_differ_leave_student_s_interval() -> None:
    apart = np.random.default_rng(0).normal(3, 10, 2000)
    plain, found = student(apart, 0.99), with_rare(student(apart, 0.99), apart, MOST)
    assert (found.low, found.high) == pytest.approx((plain.low, plain.high), rel=1e-3)


def misses(chance: float, lucks: int, tries: int) -> float:
    """How often an interval at 90% misses the mean of changes of 60 days that so many lucks show, one in four back."""
    draws = np.random.default_rng([int(1e4 * chance), lucks])
    truth, found = 60.0 * chance * 0.5, 0
    for _ in range(tries):
        apart = (draws.random(lucks) < chance) * draws.choice([60.0, 60.0, 60.0, -60.0], lucks)
        interval = with_rare(student(apart, 0.9), apart, MOST)
        found += not interval.low <= truth <= interval.high
    return found / tries


@pytest.mark.parametrize("chance", [0.002, 0.02, 0.3])
def test_the_truth_is_missed_no_more_often_than_is_said(chance: float) -> None:
    """One in ten is promised; with 400 tries a fair interval shows at most one in seven, but for once in 200."""
    assert misses(chance, 200, 400) <= 1 / 7


@pytest.mark.nightly
@pytest.mark.parametrize("lucks", [100, 1000])
@pytest.mark.parametrize("chance", [0.001, 0.005, 0.02, 0.1, 0.5])
def test_so_it_is_for_every_chance(chance: float, lucks: int) -> None:
    assert misses(chance, lucks, 4000) <= 0.12
