"""Which runs share their luck, and the factor that this puts on a variance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError
from analysis.estimates.lucks import luck_factor, luck_numbers, places_of

KNOWN = np.ones(4, dtype=bool)


def test_runs_with_one_seed_and_number_share_their_luck() -> None:
    table = pd.DataFrame({"seed": [1, 1, 2, 1], "run": [0, 1, 0, 0]})
    assert luck_numbers(table).tolist() == [0, 1, 2, 0]
    assert luck_numbers(table[["run"]]).tolist() == [0, 1, 2, 3]


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1, max_size=30))
def test_places_are_numbered_without_a_gap(lucks: list[int]) -> None:
    places = places_of(lucks, np.ones(len(lucks), dtype=bool))
    assert sorted(set(places.tolist())) == list(range(len(set(lucks))))
    same = np.equal.outer(lucks, lucks)
    assert (np.equal.outer(places, places) == same).all()


def test_places_of_known_runs_only() -> None:
    known = np.array([True, False, True, True])
    assert places_of([9, 5, 4, 9], known).tolist() == [1, 0, 1]
    assert places_of(None, known).tolist() == [0, 1, 2]
    with pytest.raises(EstimateError, match="3 lucks for 4 runs"):
        places_of([1, 2, 3], KNOWN)


def test_the_factor_by_hand() -> None:
    """Four runs of two lucks that agree: 8 * 2 / 1 over 4 * 4 / 3 is 3, times the square of t over z, at most 4."""
    few = (12.7062 / 1.959964) ** 2
    assert luck_factor(4.0, 8.0, (4, 2), 0.95) == pytest.approx(min(4.0, 3 * few))
    assert luck_factor(400.0, 500.0, (400, 100), 0.95) == pytest.approx(1.2594 * (1.98422 / 1.959964) ** 2, rel=1e-4)


def test_the_factor_at_the_ends() -> None:
    assert luck_factor([3.0, 0.0], [3.0, 0.0], (5, 5), 0.95).tolist() == [1.0, 1.0]
    assert luck_factor([3.0], [9.0], (5, 1), 0.95).tolist() == [5.0]
    assert luck_factor([0.0], [0.0], (30, 10), 0.95).tolist() == [3.0]
    assert luck_factor([9.0], [0.0], (30, 10), 0.95).tolist() == [1.0]
