"""A share is written with its interval, with the digits that this leaves it."""

from __future__ import annotations

from analysis.figures.told_shares import interval_told, percents_told


def test_a_share_and_its_interval() -> None:
    assert percents_told((0.62, 0.58, 0.66)) == "62% (58% to 66%)"
    assert percents_told(iter((0.953, 0.951, 0.955))) == "95.3% (95.1% to 95.5%)"
    assert interval_told((0.62, 0.58, 0.66)) == "58% to 66%"
