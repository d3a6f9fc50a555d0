"""A hundred is shared out whole, each part within 1 of its share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates.hundreds import apportioned


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9).filter(any), st.sampled_from([100, 37, 1, 0]))
def test_parts_sum_and_are_within_1(counts: list[int], whole: int) -> None:
    found = apportioned(counts, whole)
    assert sum(found) == whole
    exact = [whole * count / sum(counts) for count in counts]
    assert all(abs(one - other) < 1 for one, other in zip(found, exact, strict=True))
    assert all(part == 0 for part, count in zip(found, counts, strict=True) if count == 0)


def test_known_parts() -> None:
    assert apportioned([0.335, 0.335, 0.33]) == [34, 33, 33]
    assert apportioned([0.56, 0.29, 0.15]) == [56, 29, 15]
    assert apportioned([1.0, 1.0, 1.0]) == [34, 33, 33]
    assert apportioned([]) == []
    assert apportioned([0.0, 0.0]) == [0, 0]


@pytest.mark.parametrize("share", [0.07, 0.29, 0.57, 0.58])
def test_whole_parts_stay_what_they_are(share: float) -> None:
    assert apportioned([share, 1 - share])[0] == round(100 * share)
