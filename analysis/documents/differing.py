"""What a change does to every measure as one picture: differences around a common zero, those of one unit together."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from analysis.documents.document import Note, Picture, Table, records
from analysis.documents.measure_names import measure_labels
from analysis.documents.wording import listed
from analysis.estimates import Kind
from analysis.estimates.catalogue import measures_of
from analysis.estimates.measure_differences import measure_differences
from analysis.figures.digits import decimals, written
from analysis.figures.figures_of_runs import Forest
from sim.scenario import Scenario

Row = Mapping[str, Any]

PERCENT = "percentage points"
MOST = 10
"""Measures of one unit that a picture shows, those that differ most surely first; the table has all."""

NAMED = 2
"""Clear differences that a title names."""

ALL_AT_ONCE = (
    "Each line is {second} minus {first} over {pairs} lucks, run under both. Thick: its 95% interval. Thin: intervals "
    "that hold all differences at once in 95% of comparisons (Bonferroni, over the measures that differ at all); a "
    "difference is clear where the thin one leaves 0 out.{left}"
)


def is_clear(row: Row) -> bool:
    """Whether a difference stands in spite of how many were looked at: its joint interval leaves 0 out."""
    return bool(row["joint_low"] > 0 or row["joint_high"] < 0)


def sureness(row: Row) -> float:
    """How many widths of its interval a difference is away from 0."""
    spread = row["high"] - row["low"]
    if not spread > 0:
        return 0.0 if row["difference"] == 0 or math.isnan(row["difference"]) else math.inf
    return float(abs(row["difference"]) / spread)


def told_numbers(row: Row) -> tuple[str, str, str, str, str]:
    """A line's values under A and B, their difference and both ends of its interval, to the digits these deserve.

    The difference is that of the two numbers as they are written, so that it is what stands beside it.
    """
    factor, unit = (100.0, "%") if is_share(row) else (1.0, "")
    places = decimals(factor * row["low"], factor * row["high"])
    first, second, low, high = (written(factor * row[name], places) for name in ("first", "second", "low", "high"))
    change = _between(first, second, places)
    return f"{first}{unit}", f"{second}{unit}", signed(change), low, high


def _between(first: str, second: str, places: int) -> str:
    if "-" in (first, second):
        return "-"
    return written(float(second.replace(",", "")) - float(first.replace(",", "")), places)


def signed(number: str) -> str:
    """A written number with a plus sign where it is above 0."""
    return number if number.startswith("-") or not number.strip("0.") else f"+{number}"


def is_share(row: Row) -> bool:
    """Whether a measure is a share, whose differences are percentage points."""
    return str(row["unit"]).startswith("share")


def forest_picture(
    found: pd.DataFrame, pair: tuple[Scenario, Scenario], names: tuple[str, str] = ("A", "B")
) -> Picture | None:
    """The differences of a comparison as a picture; None where no measure differs in any pair.

    Parameters
    ----------
    found : pandas.DataFrame
        From :func:`analysis.estimates.measure_differences.measure_differences`.
    pair : tuple of Scenario
        The two settings, for names.
    names : (str, str)
        What the two settings are called in the title.
    """
    rows = [row for row in in_words(found, pair) if row["apart"]]
    if not rows:
        return None
    labels = labels_of(pair)
    shown = list(_shown(rows))
    table = pd.DataFrame([_line(row, labels) for row in shown])
    left = len(rows) - len(shown)
    more = f" {left} more that differ less surely are in the table." if left else ""
    pairs = max(int(row["pairs"]) for row in rows)
    told = ALL_AT_ONCE.format(first=names[0], second=names[1], pairs=f"{pairs:,}", left=more)
    return Picture(Forest(table, _title(rows, labels, names)), told)


def in_words(found: pd.DataFrame, pair: tuple[Scenario, Scenario]) -> list[dict[str, Any]]:
    """The rows of a comparison, with units in the words of the case."""
    units = {
        name: measure.unit
        for scenario in pair
        for name, measure in measures_of(scenario).items()
        if measure.kind is Kind.amount
    }
    return [{**row, "unit": units.get(row["measure"], row["unit"])} for row in records(found)]


def labels_of(pair: tuple[Scenario, Scenario]) -> dict[str, str]:
    """Readers' names of the measures; whoever is in only one of two scenarios is called what that one says."""
    return measure_labels(pair[1]) | measure_labels(pair[0])


def _shown(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of each unit that differ most surely, in the order of the catalogue."""
    for group in dict.fromkeys(map(_group, rows)):
        own = [row for row in rows if _group(row) == group]
        kept = sorted(own, key=lambda row: (not is_clear(row), -sureness(row)))[:MOST]
        names = {row["measure"] for row in kept}
        yield from (row for row in own if row["measure"] in names)


def _group(row: Row) -> str:
    return PERCENT if is_share(row) else str(row["unit"])


def _line(row: Row, labels: Mapping[str, str]) -> dict[str, Any]:
    factor = 100.0 if is_share(row) else 1.0
    first, second, change, low, high = told_numbers(row)
    ends = {name: factor * row[name] for name in ("difference", "low", "high", "joint_low", "joint_high")}
    named = {"group": _group(row), "title": labels.get(row["measure"], row["title"])}
    return {**named, **ends, "first": first, "second": second, "told": f"{change} ({low} to {high})"}


def _title(rows: Sequence[Row], labels: Mapping[str, str], names: tuple[str, str]) -> str:
    """The surest differences with both values, or that none is clear."""
    clear = sorted(filter(is_clear, rows), key=lambda row: -sureness(row))
    if not clear:
        return f"No measure differs clearly between {names[0]} and {names[1]}"
    told = [f"{labels.get(row['measure'], row['title'])} ({_both(row, names)})" for row in clear[:NAMED]]
    rest = len(clear) - len(told)
    more = [f"{rest} more"] if rest > 0 else []
    return f"Clearly different: {listed([*told, *more])}"


def _both(row: Row, names: tuple[str, str]) -> str:
    first, second, *_ = told_numbers(row)
    return f"{names[0]} {first}, {names[1]} {second}"


def changed_blocks(
    first: pd.DataFrame, second: pd.DataFrame, pair: tuple[Scenario, Scenario]
) -> Iterator[Picture | Table | Note]:
    """What a change does over many lucks, for the report on a run: the picture, then every measure in a table.

    Parameters
    ----------
    first, second : pandas.DataFrame
        Tables of runs under the same lucks, as it is and changed.
    pair : tuple of Scenario
        Both settings.
    """
    horizon = float(max(scenario.horizon_days for scenario in pair))
    found = measure_differences(first, second, horizon)
    picture = forest_picture(found, pair, ("as it is", "changed"))
    if picture is None:
        yield Note(f"Over {len(first):,} lucks the change makes no difference to any measure.")
        return
    yield picture._replace(numbers=every_difference(found, pair))


def every_difference(found: pd.DataFrame, pair: tuple[Scenario, Scenario]) -> Table:
    """Every measure with both values, their difference and its interval."""
    labels, lines = labels_of(pair), []
    for row in in_words(found, pair):
        if row["pairs"]:
            first, second, change, low, high = told_numbers(row)
            unit = PERCENT if is_share(row) else str(row["unit"])
            mark = "*" if is_clear(row) else ""
            name = labels.get(row["measure"], row["title"])
            lines.append((name, unit, first, second, f"{change}{mark} ({low} to {high})"))
    heads = ("measure", "unit", "as it is", "changed", "difference (95% interval)")
    return Table(heads, tuple(lines), names=2)
