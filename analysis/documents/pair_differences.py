"""A comparison over many lucks: what differs, by how much, how surely, and where pairs part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.documents.document import Note, Table
from analysis.documents.measure_names import measure_labels
from analysis.estimates.paired_runs import Parted
from sim.scenario import Scenario

CLEAR = "*"


def pair_blocks(
    found: pd.DataFrame, medians: Mapping[str, Mapping[str, Any]], scenario: Scenario
) -> Iterator[Table | Note]:
    """Yield the differences as tables; a star marks an interval without 0."""
    labels = measure_labels(scenario)
    rows = tuple(
        _row(labels.get(str(line.measure), str(line.measure)), line) for line in found.itertuples() if line.pairs
    )
    heads = ("", "A", "B", "B - A ", " 95% interval", "times")
    yield Table(heads, rows, layout=(-31, 8, 8, 10, -16, 6))
    yield Note(READING)
    if medians:
        yield _medians(medians, labels)


READING = (
    "* the interval leaves 0 out. Shares are in per cent, falls of markets too. 'times': how many times as many runs "
    "of independent luck would be needed to know the difference as well."
)


def _row(name: str, line: Any) -> tuple[str, ...]:
    factor = 100.0 if line.unit.startswith("share") else 1.0
    numbers = [value * factor for value in (line.first, line.second, line.difference, line.low, line.high)]
    first, second, change, low, high = (_number(value) for value in numbers)
    sign = "+" if line.difference > 0 else ""
    clear = CLEAR if line.low > 0 or line.high < 0 else " "
    return name, first, second, f"{sign}{change}{clear}", f" {low} to {high}", ratio(line.variance_ratio)


def _number(value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:.1f}".replace("-0.0", "0.0") if abs(value) < 100 else f"{value:.0f}"


def ratio(value: float) -> str:
    """Return how many times the runs, or nothing where no pair differs."""
    if math.isnan(value):
        return "-"
    return "inf" if math.isinf(value) else f"{value:.1f}" if value < 1000 else ">999"


def _medians(medians: Mapping[str, Mapping[str, Any]], labels: Mapping[str, str]) -> Table:
    rows = tuple(
        (
            f"  {labels[f'{name}s'].removeprefix('Days to ')}",
            f"{found['first']:.1f}",
            f"{found['second']:.1f}",
            f"{found['estimate']:+.1f}  {found['low']:.1f} to {found['high']:.1f}",
        )
        for name, found in medians.items()
    )
    return Table((), rows, "Half of the runs have got there by day (bootstrap over pairs)", layout=(-31, 8, 8, 26))


def parting_sentence(found: Parted, step: int | None) -> str:
    """Return where pairs part, and at which step a typical one does, in words."""
    if not found.share:
        return f"In none of {found.pairs:,} lucks does the change make a difference to what happens."
    return (
        f"Of {found.pairs:,} lucks followed event by event, the two settings part in {found.share:.0%}: half of those "
        f"by day {found.day_median:.0f}, eight in ten between day {found.day_low:.0f} and day "
        f"{found.day_high:.0f}. A typical pair, run {found.typical_run}, parts at step {step}:"
    )
