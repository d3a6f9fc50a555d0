"""Do components times weights sum to the utility?"""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.rules.decide.reasons import clear, finish
from sim.vocabulary import components as c
from tests.sim.rules.worlds import put, world_of

rows = st.lists(st.floats(-2, 2), min_size=c.COUNT, max_size=c.COUNT)
weights = st.lists(st.floats(0, 4), min_size=c.COUNT, max_size=c.COUNT)


@given(rows, weights)
def test_a_utility_is_the_sum_of_weighted_components(row: list[float], sizes: list[float]) -> None:
    world = world_of()
    for name, size in zip(c.WORDS, sizes, strict=True):
        put(world, f"weights.0.{name}", size)
    expected = [size * value for size, value in zip(sizes, row, strict=True)]
    total = finish(world, row)
    assert row == expected
    assert total == pytest.approx(math.fsum(expected), abs=1e-9)


def test_a_cleared_row_is_zero() -> None:
    row = [1.0] * c.COUNT
    clear(row)
    assert row == [0.0] * c.COUNT
