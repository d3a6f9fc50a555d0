"""Yardsticks: read whole, inside their own intervals, each with a source, none from after the main case begins."""

from __future__ import annotations

import pytest

from analysis.estimates import wilson
from analysis.evidence.targets import read_targets


def test_every_yardstick_lies_in_its_interval_and_says_where_it_comes_from() -> None:
    for target in read_targets().values():
        assert target.low <= target.estimate <= target.high
        assert target.n > 0
        assert target.source
        assert target.how_computed


COUNTS = {
    "mediation occurs": 150,
    "agreement if mediated": 93,
    "agreement if not mediated": 70,
    "offered mediation refused": 36,
    "asked for by the United States": 11,
}


@pytest.mark.parametrize(("name", "hits"), COUNTS.items())
def test_shares_are_their_counts_with_wilsons_interval(name: str, hits: int) -> None:
    target = read_targets()[name]
    assert (target.estimate, target.low, target.high) == pytest.approx(wilson(hits, target.n).numbers, abs=1e-3)
