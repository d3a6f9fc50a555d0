"""How many digits a number deserves: no more than its interval leaves it.

Three rules hold on every page, in every figure and on every terminal. An estimate and both ends of its interval have
the same decimals, at most one digit finer than half the interval (finer only where the end of an interval that leaves
nothing out would else be written as nothing). A share is from 0% to 100%. And a difference that
stands beside its two numbers is that of these numbers as they are written, in the decimals of its own interval, so that
whoever subtracts them finds it.
"""

from __future__ import annotations

import math

MOST = 2
"""Decimals that are ever written."""

GRAINS = 4
"""An interval is at least so many steps of the last digit wide, so that its ends are told apart and no more."""


def decimals(low: float, high: float) -> int:
    """Return how many decimals an estimate with this interval is written with, from 0 to 2; 0 without an interval."""
    spread = high - low
    if not math.isfinite(spread) or spread <= 0:
        return 0
    return min(max(math.ceil(math.log10(GRAINS / spread)), 0), MOST)


def rounded(value: float, low: float, high: float) -> tuple[str, str, str]:
    """Return an estimate and both ends of its interval, all with the decimals that the interval leaves them."""
    places = decimals(low, high)
    return written(value, places), written(low, places), written(high, places)


def significant(value: float, low: float, high: float) -> tuple[str, str, str]:
    """Return an effect of any size and both ends of its interval, with as many decimals as the interval leaves them."""
    places = places_of_any(low, high)
    return written(value, places), written(low, places), written(high, places)


def places_of_any(low: float, high: float) -> int:
    """Return how many decimals an estimate of any size has with this interval; :data:`MOST` without an interval."""
    spread = high - low
    if not math.isfinite(spread) or spread <= 0:
        return MOST
    return max(math.ceil(math.log10(GRAINS / spread)), 0)


def percents(share: float, low: float, high: float) -> tuple[str, str, str]:
    """Return a share and its interval in per cent, as ``("41%", "38%", "44%")``; a dash for what is unknown."""
    one, two, three = rounded(*(100 * within_whole(number) for number in (share, low, high)))
    return _per_cent(one), _per_cent(two), _per_cent(three)


def within_whole(share: float) -> float:
    """Return a share that is no less than nothing and no more than the whole, as an estimate of one need not be."""
    return share if math.isnan(share) else min(max(share, 0.0), 1.0)


def written(number: float, places: int) -> str:
    """Return a number with so many decimals, halves away from zero; a dash where it is unknown, no signed zero."""
    if math.isnan(number):
        return "-"
    grain = 10.0**places
    whole = math.floor(float(f"{abs(number) * grain:.9g}") + 0.5) if math.isfinite(number) else number
    return f"{math.copysign(whole / grain, number) + 0.0:,.{places}f}"


def _per_cent(number: str) -> str:
    return number if number == "-" else f"{number}%"
