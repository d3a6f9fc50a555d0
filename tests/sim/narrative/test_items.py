"""Ranks fall from what every story tells to what none but the longest does."""

from __future__ import annotations

from sim.narrative.items import Rank


def test_ranks_are_in_order() -> None:
    assert list(Rank) == sorted(Rank)
    assert (min(Rank), max(Rank)) == (Rank.always, Rank.gesture)
