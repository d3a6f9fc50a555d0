"""Do indices grow less sure when all design points share few lucks, and only then?"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.estimates import mean
from analysis.sensitivity.luck_error import MOST_GROUPS, luck_error, widened
from analysis.sensitivity.responses import Responses


def means(responses: Responses) -> np.ndarray:
    """The mean of all runs, and ten times it."""
    return np.array([1.0, 10.0]) * responses.matrix.mean()


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=MOST_GROUPS), st.integers(1, 50))
def test_the_jackknife_of_a_mean_is_students_interval_over_lucks(lucks: list[int], points: int) -> None:
    """However many design points share the lucks, they stay so many lucks."""
    responses = Responses("x", np.tile(np.array(lucks, dtype=float), (points, 1)), 0)
    half = mean(lucks).width / 2
    assert luck_error(responses, means, 0.95) == pytest.approx([half, 10 * half], abs=1e-9)


def test_many_lucks_are_left_out_in_groups() -> None:
    matrix = np.arange(100.0)[None, :] % 7
    seen = []

    def noted(responses: Responses) -> np.ndarray:
        seen.append(responses.replications)
        return means(responses)

    luck_error(Responses("x", matrix, 0), noted, 0.95)
    assert seen == [95] * MOST_GROUPS


def test_one_luck_tells_nothing_and_a_gap_makes_it_unknown() -> None:
    assert luck_error(Responses("x", np.ones((4, 1)), 0), means, 0.95).tolist() == [0.0, 0.0]
    lost = luck_error(Responses("x", np.ones((4, 3)), 0), lambda _: np.array([math.nan]), 0.95)
    assert math.isnan(lost[0])


def test_ends_move_out_in_square() -> None:
    assert widened(5.0, (2.0, 9.0), 0.0) == (2.0, 9.0)
    assert widened(5.0, (2.0, 8.0), 4.0) == (0.0, 10.0)
    assert widened(5.0, (6.0, 9.0), 1.0) == pytest.approx((4.0, 5 + math.sqrt(17)))
    assert all(math.isnan(end) for end in widened(5.0, (2.0, 8.0), math.nan))
