"""Is the distance between endings what it is called, is its interval honest, and is nothing found where nothing is?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError
from analysis.pivot.ending_distance import GROUPS, corrected_distance, ending_distance
from sim.vocabulary import outcomes

CODES = st.integers(0, len(outcomes.WORDS) - 1)
PAIRS = st.lists(st.tuples(CODES, CODES), min_size=1, max_size=60)


def plain(first: np.ndarray, second: np.ndarray) -> float:
    """Half the sum of the differences of all shares."""
    count = len(outcomes.WORDS)
    return float(
        np.abs(np.bincount(first, minlength=count) - np.bincount(second, minlength=count)).sum() / 2 / len(first)
    )


def test_every_division_of_five_endings_into_two_groups_is_there_once() -> None:
    everything = set(range(5))
    divisions = {frozenset([frozenset(group), frozenset(everything - set(group))]) for group in GROUPS}
    assert len(divisions) == len(GROUPS) == 2**4 - 1


@given(PAIRS)
def test_the_interval_holds_the_plain_distance_and_the_value(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array(pairs).T
    found = ending_distance(first, second)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low <= plain(first, second) + 1e-12
    assert plain(first, second) <= found.high + 1e-12
    assert corrected_distance(first, second) <= plain(first, second) + 0.05
    assert found == ending_distance(first, second)


@given(PAIRS)
def test_it_does_not_matter_which_branch_comes_first_or_how_endings_are_numbered(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array(pairs).T
    found = ending_distance(first, second)
    turned, renumbered = ending_distance(second, first), ending_distance(4 - first, 4 - second)
    for other in (turned, renumbered):
        assert (other.low, other.high) == pytest.approx((found.low, found.high))


@given(st.lists(CODES, min_size=1, max_size=60))
def test_endings_that_agree_luck_by_luck_are_no_distance_apart(codes: list[int]) -> None:
    found = ending_distance(codes, codes)
    assert (found.value, found.low) == (0, 0)


def test_endings_that_never_agree_are_as_far_apart_as_can_be() -> None:
    found = ending_distance([0] * 100, [3] * 100, 0.99)
    assert (found.value, found.high) == (1, 1)
    assert 0.8 < found.low < 1
    assert (found.n, found.lucks, found.level) == (100, 100, 0.99)


def drawn(shares: tuple[float, ...], luck: np.random.Generator) -> np.ndarray:
    return luck.choice(len(shares), size=400, p=shares)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((0.3, 0.3, 0.2, 0.1, 0.1), (0.3, 0.3, 0.2, 0.1, 0.1)),
        ((0.3, 0.3, 0.2, 0.1, 0.1), (0.1, 0.5, 0.2, 0.1, 0.1)),
        ((0.9, 0.1, 0.0, 0.0, 0.0), (0.85, 0.1, 0.0, 0.05, 0.0)),
    ],
)
def test_the_interval_covers_the_truth_at_least_as_often_as_it_says(
    first: tuple[float, ...], second: tuple[float, ...]
) -> None:
    """200 tables of 400 lucks at 95%: fewer than 200 * 0.05 + 4 standard errors may miss."""
    luck = np.random.default_rng(4)
    truth = sum(abs(a - b) for a, b in zip(first, second, strict=True)) / 2
    found = [ending_distance(drawn(first, luck), drawn(second, luck)) for _ in range(200)]
    missed = sum(not estimate.low <= truth <= estimate.high for estimate in found)
    assert missed <= 200 * 0.05 + 4 * np.sqrt(200 * 0.05 * 0.95)


def test_the_bias_is_smaller_than_that_of_the_plain_distance() -> None:
    luck = np.random.default_rng(5)
    shares = (0.3, 0.3, 0.2, 0.1, 0.1)
    pairs = [(drawn(shares, luck), drawn(shares, luck)) for _ in range(100)]
    assert np.mean([ending_distance(*pair).value for pair in pairs]) < 0.75 * np.mean([plain(*pair) for pair in pairs])


def test_what_are_no_pairs_is_refused_and_nothing_is_unknown() -> None:
    with pytest.raises(EstimateError, match="3 and 2 endings are no pairs"):
        ending_distance([0, 1, 2], [0, 1])
    assert np.isnan(ending_distance([], []).value)
