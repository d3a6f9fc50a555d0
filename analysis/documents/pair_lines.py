"""A comparison over many lucks told on a terminal: what differs, by how much, how surely, and where pairs part."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from analysis.documents.measure_names import measure_labels
from analysis.estimates.paired_runs import Parted
from sim.narrative.wrapping import wrapped
from sim.scenario import Scenario

CLEAR = "*"


def told(found: pd.DataFrame, medians: Mapping[str, Mapping[str, Any]], scenario: Scenario) -> Iterator[str]:
    """Yield the differences as lines of at most 80 columns; a star marks an interval without 0."""
    labels = measure_labels(scenario)
    yield f"{'':<31}{'A':>8}{'B':>8}{'B - A':>9}  {'95% interval':<15}{'times':>6}"
    for line in found.itertuples():
        if line.pairs:
            yield _line(labels.get(str(line.measure), str(line.measure)), line)
    yield ""
    yield from wrapped(
        "* the interval leaves 0 out. Shares are in per cent, falls of markets too. 'times': how many times as many "
        "runs of independent luck would be needed to know the difference as well."
    )
    if medians:
        yield ""
        yield from _medians(medians, labels)


def _line(name: str, line: Any) -> str:
    factor = 100.0 if line.unit.startswith("share") else 1.0
    numbers = [value * factor for value in (line.first, line.second, line.difference, line.low, line.high)]
    first, second, change, low, high = (_number(value) for value in numbers)
    sign = "+" if line.difference > 0 else ""
    clear = CLEAR if line.low > 0 or line.high < 0 else " "
    ends = f"{low} to {high}"
    return f"{name:<31.31}{first:>8}{second:>8}{sign + change:>9}{clear} {ends:<15}{ratio(line.variance_ratio):>6}"


def _number(value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:.1f}".replace("-0.0", "0.0") if abs(value) < 100 else f"{value:.0f}"


def ratio(value: float) -> str:
    """Return how many times the runs, or nothing where no pair differs."""
    if math.isnan(value):
        return "-"
    return "inf" if math.isinf(value) else f"{value:.1f}" if value < 1000 else ">999"


def _medians(medians: Mapping[str, Mapping[str, Any]], labels: Mapping[str, str]) -> Iterator[str]:
    yield "Half of the runs have got there by day (bootstrap over pairs)"
    for name, found in medians.items():
        change = f"{found['estimate']:+.1f}  {found['low']:.1f} to {found['high']:.1f}"
        what = labels[f"{name}s"].removeprefix("Days to ")
        yield f"  {what:<29}{found['first']:>8.1f}{found['second']:>8.1f}{change:>26}"


def parting_sentence(found: Parted, step: int | None) -> str:
    """Return where pairs part, and at which step a typical one does, in words."""
    if not found.share:
        return f"In none of {found.pairs:,} lucks does the change make a difference to what happens."
    return (
        f"Of {found.pairs:,} lucks followed event by event, the two settings part in {found.share:.0%}: half of those "
        f"by day {found.day_median:.0f}, eight in ten between day {found.day_low:.0f} and day "
        f"{found.day_high:.0f}. A typical pair, run {found.typical_run}, parts at step {step}:"
    )
