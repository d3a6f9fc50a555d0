"""A shuffled order of the numbers below a size, each found on its own, without holding the shuffle.

A Feistel network is a permutation of a power of four; walking on until the number falls below the size makes it one of
the size (Black & Rogaway 2002).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROUNDS = 8
"""Keys that a shuffle takes."""

Whole = NDArray[np.uint64]

_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def shuffled(index: Whole, size: int, keys: Whole) -> NDArray[np.float64]:
    """Where each index goes in the shuffled order.

    Parameters
    ----------
    index : array of uint64
        Numbers below ``size``.
    size : int
        1 to 2**53.
    keys : array of uint64
        ``ROUNDS`` keys that choose the order.

    Returns
    -------
    array of float
        Whole numbers below ``size``, one to one.
    """
    half = max(1, ((size - 1).bit_length() + 1) // 2)
    found = _network(index, half, keys)
    outside = found >= size
    while outside.any():
        found[outside] = _network(found[outside], half, keys)
        outside = found >= size
    return found.astype(np.float64)


def _network(numbers: Whole, half: int, keys: Whole) -> Whole:
    shift, mask = np.uint64(half), np.uint64((1 << half) - 1)
    left, right = numbers >> shift, numbers & mask
    for key in keys:
        left, right = right, left ^ (_mix(right ^ key) & mask)
    return (left << shift) | right


def _mix(numbers: Whole) -> Whole:
    """Steele, Lea and Flood's finaliser (2014): every bit of the answer depends on every bit of the number."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _FIRST
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _SECOND
    mixed: Whole = numbers ^ (numbers >> np.uint64(31))
    return mixed
