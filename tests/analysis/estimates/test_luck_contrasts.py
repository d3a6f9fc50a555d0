"""Is the difference of two groups that share lucks as sure as it is said to be, and the difference of what is shown?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError, mean, paired_difference, share, share_difference
from analysis.estimates.luck_contrasts import LuckTotals, difference, smallest_seen
from sim.luck import generator

ANSWERS = st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.0, 1.0])), min_size=2, max_size=80)
AMOUNTS = st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=2, max_size=40)


def totals(values: np.ndarray, lucks: np.ndarray | None = None) -> LuckTotals:
    places = np.arange(len(values)) if lucks is None else lucks
    return LuckTotals.of(values, places, int(places.max()) + 1)


@given(ANSWERS)
def test_pairs_of_shares_have_newcombes_interval(pairs: list[tuple[float, float]]) -> None:
    first, second = np.array(pairs).T
    made = difference(totals(first), totals(second), True)
    assert made.numbers == pytest.approx(share_difference(first, second).numbers, abs=1e-9)
    assert totals(first).estimate(True) == share(first)


@given(AMOUNTS)
def test_pairs_of_amounts_have_the_paired_t(pairs: list[tuple[float, float]]) -> None:
    first, second = np.array(pairs).T
    made, known = difference(totals(first), totals(second), False), paired_difference(first, second).difference
    assert made.numbers == pytest.approx(known.numbers, abs=1e-6)
    assert totals(first).estimate(False).numbers == pytest.approx(mean(first).numbers, abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from([0.0, 1.0, math.nan]), st.booleans()), max_size=60))
def test_any_groups_of_any_size_differ_by_what_stands_beside(runs: list[tuple[int, float, bool]]) -> None:
    lucks = np.array([luck for luck, _, _ in runs], dtype=np.int64)
    values = np.array([value for _, value, _ in runs])
    side = np.array([side for _, _, side in runs], dtype=bool)
    first, second = LuckTotals.of(values[side], lucks[side], 10), LuckTotals.of(values[~side], lucks[~side], 10)
    for is_share in (True, False):
        made = difference(first, second, is_share)
        ends = first.estimate(is_share), second.estimate(is_share)
        assert made.value == pytest.approx(ends[1].value - ends[0].value, nan_ok=True)
        assert math.isnan(made.low) or made.low <= made.value <= made.high


@pytest.mark.parametrize("is_share", [True, False])
def test_where_many_runs_share_a_luck_nothing_is_found_in_nothing(is_share: bool) -> None:
    """Fault: six runs of each of forty lucks are forty lucks; taken for 240 runs, nothing is found to differ."""
    luck, held, repeats = generator(5, "test/luck contrasts"), 0, 400
    lucks = np.repeat(np.arange(40), 6)
    for _ in range(repeats):
        of_luck = luck.normal(size=(40, 1)) * np.array([[1.0]])
        apart = [(of_luck * sign + luck.normal(size=(40, 6)) > 0).astype(float).ravel() for sign in (1, -1)]
        made = difference(totals(apart[0], lucks), totals(apart[1], lucks), is_share)
        held += made.low <= 0 <= made.high
    assert held / repeats >= 0.93


def test_sharing_lucks_makes_a_difference_surer() -> None:
    luck = generator(6, "test/luck contrasts")
    first = luck.random(300)
    second = first + 0.02 * luck.random(300)
    together = difference(totals(first), totals(second), False)
    apart = difference(totals(first), totals(luck.permutation(second)), False)
    assert together.width < apart.width / 5


def test_the_size_that_would_be_seen_is_seen_four_times_in_five() -> None:
    luck, seen, repeats = generator(7, "test/luck contrasts"), 0, 600
    size = smallest_seen(difference(totals(luck.normal(size=200)), totals(luck.normal(size=200)), False))
    for _ in range(repeats):
        made = difference(totals(luck.normal(size=200)), totals(luck.normal(size=200) + size), False)
        seen += made.low > 0
    assert seen / repeats == pytest.approx(0.8, abs=0.08)


@given(ANSWERS)
def test_what_is_not_told_apart_is_smaller_than_what_would_be_seen(pairs: list[tuple[float, float]]) -> None:
    first, second = (totals(np.array(own)) for own in zip(*pairs, strict=True))
    made = difference(first, second, True)
    if made.low <= 0 <= made.high:
        assert smallest_seen(made) >= abs(made.value)


def test_one_luck_tells_nothing_and_other_lucks_are_refused() -> None:
    one = LuckTotals(np.array([3.0]), np.array([4.0]))
    assert math.isnan(difference(one, one, False).low)
    with pytest.raises(EstimateError, match="1 lucks against 2"):
        difference(one, LuckTotals(np.zeros(2), np.zeros(2)), True)
    assert math.isnan(difference(one, LuckTotals(np.zeros(1), np.zeros(1)), True).value)
