"""A share with its interval as it is written beside what it measures."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.figures.digits import percents


def percents_told(shares: Iterable[float]) -> str:
    """``62% (58% to 66%)`` from a share and the ends of its interval."""
    value, low, high = percents(*shares)
    return f"{value} ({low} to {high})"


def interval_told(shares: Iterable[float]) -> str:
    """``58% to 66%`` from the same three numbers, for where the share stands already."""
    _, low, high = percents(*shares)
    return f"{low} to {high}"
