"""Shares as whole numbers out of a hundred, so that they can be shown one by one and add up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def apportioned(shares: Sequence[float], whole: int = 100) -> list[int]:
    """Share a whole number out by the method of the largest remainder (Hamilton's): each within 1 of its exact part.

    Parameters
    ----------
    shares : sequence of float
        At least 0; their sum is the whole. Of equal remainders the earlier is rounded up.
    whole : int
        What is shared out; the numbers sum to it.
    """
    parts = np.asarray(shares, dtype=np.float64)
    if parts.size == 0 or parts.sum() <= 0:
        return [0] * parts.size
    exact = whole * parts / parts.sum()
    # Sums that are whole but for rounding count as whole.
    found = np.floor(exact + 1e-9).astype(np.int64)
    rest = np.argsort(-(exact - found), kind="stable")[: whole - int(found.sum())]
    found[rest] += 1
    return [int(number) for number in found]
