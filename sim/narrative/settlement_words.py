"""What a settlement gives to whom, in words: "Teodor Vask prevailed mostly on Canal tolls."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sim.narrative.amounts import listed
from sim.narrative.cast import Cast, capital


class ShareBand(NamedTuple):
    """One row: where the larger share is at most `most` (0.5 to 1), a matter is settled in these words."""

    most: float
    words: str


SHARE_BANDS: tuple[ShareBand, ...] = (
    ShareBand(0.55, "split about evenly"),
    ShareBand(0.70, "by a little"),
    ShareBand(0.90, "mostly"),
    ShareBand(0.98, "almost wholly"),
    ShareBand(1.00, "wholly"),
)
"""From an even split to all of it; a share on a border has the words of the row that ends there."""

EVEN = SHARE_BANDS[0]
"""Where nobody prevailed."""

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


def settlement_words(settlement: Mapping[str, float], cast: Cast) -> str:
    """Return a settlement in words: on what each side prevailed, what went whole to it first, and what was split.

    Parameters
    ----------
    settlement : mapping of str to float
        By issue, the share (0 to 1) that goes to the first side by id (:attr:`sim.results.outcome.Outcome.settlement`).
    cast : Cast
        Names of leaders and issues.
    """
    won: dict[str, dict[ShareBand, list[str]]] = {}
    for issue, share in sorted(settlement.items(), key=lambda entry: -share_band(entry[1]).most):
        band, winner = share_band(share), cast.sides[0] if share >= 1 - share else cast.sides[1]
        won.setdefault("" if band == EVEN else winner, {}).setdefault(band, []).append(cast.issue(issue))
    even = won.pop("", {})
    return " ".join([*_prevailing(won, cast), *_split(even)])


def _prevailing(won: Mapping[str, Mapping[ShareBand, list[str]]], cast: Cast) -> Iterator[str]:
    """One sentence on who prevailed on what."""
    parts = []
    for place, (side, bands) in enumerate(won.items()):
        *first, last = [f"{band.words} on {listed(names)}" for band, names in bands.items()]
        how = f"{', '.join(first)}, and {last}" if first else last
        parts.append(f"{cast.leader(side)} {'' if place else 'prevailed '}{how}")
    if parts:
        yield f"{capital('; '.join(parts))}."


def _split(even: Mapping[ShareBand, list[str]]) -> Iterator[str]:
    yield from (f"{capital(band.words)}: {listed(names)}." for band, names in even.items())
