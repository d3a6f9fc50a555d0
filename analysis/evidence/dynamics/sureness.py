"""Which numbers of a row are off so surely that another luck would not mend them, for tests that may not cry wolf.

A number is surely out when its allowed range lies more than :data:`FAR` standard errors away. Where it truly is inside,
that happens with a chance of at most 1.1e-8 (one side of the normal), so that among the 90 numbers looked at on a push
a false alarm is rarer than one in a million; standard errors are read off the 95% intervals, which count each luck
once. What is off by less is the page's matter, not a test's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from analysis.estimates.estimate import normal_quantile
from analysis.evidence.dynamics.row import Finding, Reading, Row

FAR = 5.6
"""Standard errors; the upper tail of the normal beyond it is 1.07e-8."""


def is_surely_out(reading: Reading) -> bool:
    """Whether a number lies so far outside its allowed range; never where it has none or is unknown."""
    value, low, high = reading.estimate.numbers
    if reading.allowed is None or math.isnan(value):
        return False
    times = FAR / normal_quantile(reading.estimate.level)
    least, most = reading.allowed
    if reading.is_ratio:
        value, low, high, least, most = (_log(number) for number in (value, low, high, least, most))
    up, down = high - value, value - low
    highest = value + times * up if math.isfinite(up) else math.inf
    lowest = value - times * down if math.isfinite(down) else -math.inf
    return bool(highest < least or lowest > most)


def _log(number: float) -> float:
    return math.log(number) if number > 0 else -math.inf


def surely_missed(row: Row, finding: Finding) -> list[Reading]:
    """The numbers that say that a row does not hold.

    Parameters
    ----------
    row : Row
        Its limits say in how many of how many cases it must hold, ``in_cases`` of ``of``; all where they say nothing.
    finding : Finding
        What was measured in all cases.

    Returns
    -------
    list of Reading
        Those surely out that must hold everywhere, and the others if they are so in more cases than may fail.
    """
    out = [reading for reading in finding.readings if is_surely_out(reading)]
    firm = [reading for reading in out if reading.everywhere]
    loose = [reading for reading in out if not reading.everywhere]
    spare = row.limits.get("of", 0) - row.limits.get("in_cases", 0)
    return firm + (loose if len(cases(loose)) > spare else [])


def cases(readings: Iterable[Reading]) -> set[str]:
    """The cases that numbers are of."""
    return {reading.case for reading in readings}
