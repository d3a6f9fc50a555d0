"""A Latin hypercube has one point in every slice of every factor."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.studies.designs import Factor, LatinHypercube


def hypercube(points: int, seed: int, names: str = "abc") -> LatinHypercube:
    return LatinHypercube(tuple(Factor((name,), low=0.0, high=1.0) for name in names), seed, points)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 3000), st.integers(0, 2**32 - 1))
def test_one_point_a_slice(points: int, seed: int) -> None:
    unit = hypercube(points, seed).coordinates(0, points)
    for column in unit.T:
        assert np.array_equal(np.sort((column * points).astype(int)), np.arange(points))


def test_adding_a_factor_moves_no_other_column() -> None:
    few, many = (hypercube(200, 3, names).values() for names in ("ab", "xab"))
    assert few[["a", "b"]].equals(many[["a", "b"]])


def test_columns_are_unrelated() -> None:
    unit = hypercube(5000, 1).coordinates(0, 5000)
    assert np.abs(np.corrcoef(unit.T) - np.eye(3)).max() < 0.05
