"""Three scores of a forecast, which are never mixed: against the worlds, of the crowd, and of one event.

A score is Brier's (1950): the squared distance between a forecast p and what came, 0 or 1. Over many worlds in which it
happens with share f, the mean score of p is ``(p - f)**2 + f * (1 - f)``: one's own miss, and the luck that nobody can
remove. A hand is taken to mean the middle of its bin.
"""

from __future__ import annotations

from statistics import fmean, median
from typing import NamedTuple

from analysis.classroom.session.state import BINS, Count, Counted
from analysis.figures.digits import rounded, written

FEWEST_HANDS = 3
"""Below so many hands nothing is scored: it would be about persons, not about a class."""

COIN = 0.5
"""The forecast of somebody who knows nothing."""


def percent(share: float) -> str:
    """Return a share that has no interval in whole per cent, without the sign."""
    return written(100 * share, 0)


def share_written(counted: Counted) -> dict[str, str]:
    """Return the share of worlds and its interval in per cent, with the digits of all other pages, without the sign."""
    value, low, high = rounded(*(100 * one for one in (counted.share, counted.low, counted.high)))
    return {"share": value, "low": low, "high": high}


class Against(NamedTuple):
    """The class against the worlds: its own miss, and the luck that nobody can remove (both 0 to 1)."""

    miss: float
    luck: float

    @property
    def whole(self) -> float:
        """The mean score."""
        return self.miss + self.luck


class Crowd(NamedTuple):
    """The crowd against its members.

    Attributes
    ----------
    median, mean : float
        Of the hands (0 to 1).
    miss_of_median, miss_of_mean, miss_of_median_hand : float
        Squared distance to the share of the class's median, of its mean, and of the hand in the middle when hands are
        put in order of their own miss.
    beaten : int
        Hands that miss by more than the class's mean does.
    hands : int
        All hands.
    """

    median: float
    mean: float
    miss_of_median: float
    miss_of_mean: float
    miss_of_median_hand: float
    beaten: int
    hands: int


def forecasts(count: Count) -> list[float]:
    """Return each hand's forecast (0 to 1), in order."""
    return [(place + 0.5) / BINS for place, hands in enumerate(count) for _ in range(hands)]


def enough(count: Count | None) -> bool:
    """Return whether there are hands enough to be scored."""
    return count is not None and sum(count) >= FEWEST_HANDS


def class_median(count: Count | None) -> float | None:
    """Return the class's median forecast (0 to 1); None for too few hands."""
    return median(forecasts(count)) if count is not None and enough(count) else None


def miss(forecast: float, share: float) -> float:
    """Return the squared distance of a forecast to what came, or to a share of what came."""
    return (forecast - share) ** 2


def luck(share: float) -> float:
    """Return the score of who forecasts the share itself: what nobody can remove."""
    return share * (1 - share)


def against(count: Count, share: float) -> Against:
    """Return the mean score of the hands over worlds in which it happened with that share."""
    return Against(fmean(miss(one, share) for one in forecasts(count)), luck(share))


def crowd(count: Count, share: float) -> Crowd:
    """Return the class's middle beside its members."""
    hands = forecasts(count)
    middle, mean = median(hands), fmean(hands)
    misses = [miss(one, share) for one in hands]
    beaten = sum(one > miss(mean, share) for one in misses)
    return Crowd(middle, mean, miss(middle, share), miss(mean, share), median(misses), beaten, len(hands))
