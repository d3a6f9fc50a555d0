"""What a settlement gives to whom, in words: "Split about evenly: Canal tolls. Mostly as Marta Oslin wanted: ..."."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sim.narrative.cast import Cast


class ShareBand(NamedTuple):
    """One row: where the larger share is at most `most` (0.5 to 1), a matter is settled in these words."""

    most: float
    words: str


SHARE_BANDS: tuple[ShareBand, ...] = (
    ShareBand(0.55, "split about evenly"),
    ShareBand(0.70, "a little more as {leader} wanted"),
    ShareBand(0.90, "mostly as {leader} wanted"),
    ShareBand(0.98, "almost wholly as {leader} wanted"),
    ShareBand(1.00, "wholly as {leader} wanted"),
)
"""From an even split to all of it; a share on a border has the words of the row that ends there."""

DECIMALS = 9
"""Shares are read to this many places, so that 1 - 0.45 is the border that 0.55 is."""


def share_band(share: float) -> ShareBand:
    """Return the band of a share (0 to 1), whichever side it goes to.

    Raises
    ------
    ValueError
        For what is no share.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"{share} is no share; a share is from 0 to 1")
    larger = round(max(share, 1 - share), DECIMALS)
    return next(band for band in SHARE_BANDS if larger <= band.most)


def share_words(share: float, cast: Cast) -> str:
    """Return how a matter is settled of which the first side (by id) gets a share (0 to 1)."""
    winner = cast.sides[0] if share >= 1 - share else cast.sides[1]
    return share_band(share).words.format(leader=cast.leader(winner))


def settlement_words(settlement: Mapping[str, float], cast: Cast) -> str:
    """Return a settlement in words, what went whole to one side first.

    Parameters
    ----------
    settlement : mapping of str to float
        By issue, the share (0 to 1) that goes to the first side by id (:attr:`sim.results.outcome.Outcome.settlement`).
    cast : Cast
        Names of leaders and issues.
    """
    groups: dict[str, list[str]] = {}
    for issue, share in sorted(settlement.items(), key=lambda entry: -share_band(entry[1]).most):
        groups.setdefault(share_words(share, cast), []).append(cast.issue(issue))
    return " ".join(f"{how[:1].upper()}{how[1:]}: {'; '.join(names)}." for how, names in groups.items())
