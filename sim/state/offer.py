"""What a side puts on the table: a point on the frontier of all divisions of the issues."""

from __future__ import annotations

from typing import NamedTuple


class Offer(NamedTuple):
    """A point of the frontier that a side offers: what it keeps, what it leaves, and how issues are shared for it.

    Attributes
    ----------
    claim, left : float
        Utility of the side that offers, and of the other (0..1; -1 where the offer is impossible).
    way : int
        How the indivisible issues are given.
    tilt : float
        How the divisible ones are shared where value diminishes; 0 where it is linear.
    """

    claim: float
    left: float
    way: int
    tilt: float
