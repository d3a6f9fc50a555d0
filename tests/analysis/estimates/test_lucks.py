"""Which runs share their luck, and the factor that this puts on a variance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import EstimateError
from analysis.estimates.lucks import LuckSquares, luck_factor, luck_numbers, places_of

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


def factor(of_runs: float, influence: list[float], runs: int) -> float:
    """The factor at 95%, from the influence of each luck."""
    return float(luck_factor(of_runs, LuckSquares.of(np.array(influence)), (runs, len(influence)), 0.95))


def test_the_factor_by_hand() -> None:
    """Four runs of two lucks that agree: 8 * 2 / 1 over 4 * 4 / 3 is 3, times the square of t over z, at most 4."""
    assert factor(4.0, [2.0, -2.0], 4) == 4.0
    even = [1.0, -1.0] * 50
    few = (1.98422 / 1.959964) ** 2
    assert factor(80.0, even, 400) == pytest.approx(few * (100 * 100 / 99) / (80 * 400 / 399), rel=1e-4)


def test_a_variance_that_hangs_on_one_luck_is_known_from_few() -> None:
    """Satterthwaite: 2 / (1 - 1/20), that is 2.105 degrees of freedom, whose t lies near that of 2, which is 4.303."""
    t = 4.30265 + 0.10526 * (3.18245 - 4.30265)
    found = factor(10.0, [10.0, *[0.0] * 19], 400)
    assert found == pytest.approx((t / 1.959964) ** 2 * (100 * 20 / 19) / (10 * 400 / 399), rel=1e-4)


def test_the_factor_at_the_ends() -> None:
    assert factor(3.0, [1.0, -1.0, 1.0], 3) == 1.0
    assert factor(3.0, [3.0], 5) == 5.0
    assert factor(0.0, [0.0] * 10, 30) == 3.0
    assert factor(9.0, [0.0] * 10, 30) == 1.0
