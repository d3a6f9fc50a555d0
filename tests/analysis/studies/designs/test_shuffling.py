"""A shuffle found number by number is still a shuffle, and a fair one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.designs.shuffling import ROUNDS, shuffled
from sim.luck import generator


def keys(seed: int) -> np.ndarray:
    return generator(seed, "test/keys").integers(2**63, size=ROUNDS, dtype=np.uint64)


@given(st.integers(1, 4000), st.integers(0, 1000))
def test_one_to_one(size: int, seed: int) -> None:
    found = shuffled(np.arange(size, dtype=np.uint64), size, keys(seed))
    assert np.array_equal(np.sort(found), np.arange(size))


def test_every_place_is_equally_likely_even_when_few() -> None:
    """Six numbers over 6,000 keys: each goes to each place about 1,000 times."""
    index = np.arange(6, dtype=np.uint64)
    counts = np.zeros((6, 6))
    for seed in range(6000):
        counts[np.arange(6), shuffled(index, 6, keys(seed)).astype(int)] += 1
    chi_squared = ((counts - 1000) ** 2 / 1000).sum()
    assert chi_squared < 25 + 5 * np.sqrt(50)
