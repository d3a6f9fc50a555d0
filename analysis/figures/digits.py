"""How many digits a number deserves: no more than its interval leaves it."""

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
    spread = high - low
    if not math.isfinite(spread) or spread <= 0:
        return written(value, MOST), written(low, MOST), written(high, MOST)
    places = max(math.ceil(math.log10(GRAINS / spread)), 0)
    return written(value, places), written(low, places), written(high, places)


def percents(share: float, low: float, high: float) -> tuple[str, str, str]:
    """Return a share and its interval in per cent, as ``("41%", "38%", "44%")``; a dash for what is unknown."""
    one, two, three = rounded(100 * share, 100 * low, 100 * high)
    return _per_cent(one), _per_cent(two), _per_cent(three)


def written(number: float, places: int) -> str:
    """Return a number with so many decimals, halves away from zero; a dash where it is unknown, no signed zero."""
    if math.isnan(number):
        return "-"
    grain = 10.0**places
    whole = math.floor(float(f"{abs(number) * grain:.9g}") + 0.5) if math.isfinite(number) else number
    return f"{math.copysign(whole / grain, number) + 0.0:,.{places}f}"


def _per_cent(number: str) -> str:
    return number if number == "-" else f"{number}%"
