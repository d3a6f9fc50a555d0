"""What was found, as a compact table for a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator

from analysis.evidence.dynamics.row import Finding, Reading, Row

MARKS = {True: "ok", False: "NO", None: "--"}


def lines(row: Row, finding: Finding, parameters: str) -> Iterator[str]:
    """The verdict on a row, then its readings."""
    yield f"{row.name:4}{MARKS[finding.reached]}  {row.behaviour} ({parameters})"
    yield f"        {finding.told}"
    width = max((len(reading.case) for reading in finding.readings), default=0)
    for reading in finding.readings:
        yield f"    {MARKS[reading.reached]}  {reading.case:{width}}  {numbers(reading)}  {reading.what}"


def numbers(reading: Reading) -> str:
    """The estimate and its interval in a fixed width."""
    value, low, high = reading.estimate.numbers
    return f"{short(value):>7} [{short(low):>6}, {short(high):>6}]"


def short(number: float) -> str:
    """A number in few characters."""
    if math.isnan(number):
        return "?"
    if math.isinf(number):
        return "inf"
    if 0 < abs(number) < 0.0005:
        return f"{number:.0e}"
    return f"{number:.3f}" if abs(number) < 10 else f"{number:.1f}"
