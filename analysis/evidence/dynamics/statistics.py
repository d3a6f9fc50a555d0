"""Differences and ratios between two variants of a case under the same lucks, each luck counted once."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import Estimate, mean, paired_difference, ratio
from analysis.estimates.estimate import LEVEL, UNKNOWN, normal_quantile

Truths = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Ints = NDArray[np.int64]


def mean_difference(first: Numbers, second: Numbers, level: float = LEVEL) -> Estimate:
    """Second mean minus first, run by run under the same luck."""
    return paired_difference(first, second, level).difference


def gain_difference(first: tuple[Truths, Truths], second: tuple[Truths, Truths]) -> Estimate:
    """How much more the second pair of variants differs than the first: a difference of differences, luck by luck."""
    gains = [after.astype(float) - before.astype(float) for before, after in (first, second)]
    return mean(gains[1] - gains[0])


def rate_ratio(first: tuple[Truths, Numbers], second: tuple[Truths, Numbers], level: float = LEVEL) -> Estimate:
    """The first rate of an event per day at risk over the second, under the same lucks.

    Parameters
    ----------
    first, second : (array of bool, array of float)
        Per run, whether the event came and for how many days it could have; the same run has the same luck in both.
    level : float
        Confidence.

    Returns
    -------
    Estimate
        The ratio, with an interval that is symmetric on the log scale, by linearisation over lucks. Where the event
        came in one of the two only, the ratio is infinite or 0 and its finite end is what half an event in the other
        would give, counted as if the two had lucks of their own. It is unknown when the event came in neither.
    """
    (came, risk), (came_too, risk_too) = first, second
    events, events_too = int(came.sum()), int(came_too.sum())
    if not events or not events_too:
        return _one_sided((events, float(risk.sum())), (events_too, float(risk_too.sum())), len(came), level)
    value = (events / risk.sum()) / (events_too / risk_too.sum())
    apart = (came / events - risk / risk.sum()) - (came_too / events_too - risk_too / risk_too.sum())
    half = normal_quantile(level) * math.sqrt(float((apart * apart).sum()) * len(came) / (len(came) - 1))
    return Estimate(float(value), float(value * math.exp(-half)), float(value * math.exp(half)), len(came), len(came))


def _one_sided(first: tuple[int, float], second: tuple[int, float], lucks: int, level: float) -> Estimate:
    """The ratio of two rates, events over days, one of which had no event at all."""
    (events, days), (events_too, days_too) = first, second
    if not events and not events_too:
        return UNKNOWN
    most, least = max(events, 0.5), max(events_too, 0.5)
    end = (most / days) / (least / days_too)
    apart = math.exp(normal_quantile(level) * math.sqrt(1 / most + 1 / least))
    if events:
        return Estimate(math.inf, end / apart, math.inf, lucks, lucks, level)
    return Estimate(0.0, 0.0, end * apart, lucks, lucks, level)


def pooled_share(tops: Numbers, bottoms: Numbers, lucks: Ints) -> Estimate:
    """Sum over sum of runs of several cases that share their lucks, within 0 and 1; unknown without any."""
    if not bottoms.sum() > 0:
        return UNKNOWN
    found = ratio(tops, bottoms, lucks)
    return found._replace(low=max(found.low, 0.0), high=min(found.high, 1.0))


def chance_of_sign(estimate: Estimate) -> float:
    """One-sided p-value: how likely an estimate so far above 0 is when there is nothing, by its interval's width."""
    half = estimate.width / 2
    if not half > 0:
        return 0.0 if estimate.value > 0 else 1.0
    z = estimate.value / (half / normal_quantile(estimate.level))
    return 0.5 * math.erfc(z / math.sqrt(2))


def holm(chances: list[float], level: float) -> list[bool]:
    """Which of several p-values are below a level after Holm's correction (1979), in their order."""
    order = sorted(range(len(chances)), key=lambda k: chances[k])
    found = [False] * len(chances)
    for rank, k in enumerate(order):
        if chances[k] > level / (len(chances) - rank):
            break
        found[k] = True
    return found
