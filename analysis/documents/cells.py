"""What stands in a cell of a table, written out: numbers to the digits that their intervals leave, ranges, names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from analysis.documents.document import Quantity, Table, plain
from analysis.documents.wording import number
from analysis.figures.digits import percents, places_of_any, significant
from analysis.figures.digits import written as in_places

SHARES = ("share", "reached", "density", "coverage")
"""Heads of columns that hold shares of runs."""

HEADS = {
    "at_risk": "runs still watched",
    "reached": "share by that day",
    "mu_star": "size of effect",
    "mu": "mean effect",
    "sigma": "spread of effects",
    "lucks": "lucks",
}
"""What readers call columns of the tables behind figures; others are called by their own words."""


def heads_of(table: Table) -> list[str]:
    """What readers call the columns of a table."""
    return [HEADS.get(head, head.replace("_", " ")) for head in table.heads]


def row_cells(table: Table, row: Sequence[Any], is_page: bool = False) -> list[str]:
    """Return a row as it stands in a table: an estimate and both ends of its interval have the digits these leave."""
    texts = [cell(value, is_page) for value in row]
    for place in _estimates(table.heads):
        texts[place : place + 3] = _together(table.heads[place], row[place : place + 3], texts[place : place + 3])
    return texts


def _together(head: str, three: Sequence[Any], texts: list[str]) -> list[str]:
    """An estimate and both ends of its interval, where all of them are numbers; else as they stand."""
    numbers = [plain(value) for value in three]
    if not all(isinstance(value, float) for value in numbers):
        return texts
    write = percents if head in SHARES else significant
    return ["" if text == "-" else text for text in write(*numbers)]


def _estimates(heads: Sequence[str]) -> Iterator[int]:
    """Yield the places of columns that the two ends of an interval follow; a fan's bands are no intervals."""
    if "median" in heads:
        return
    for place, (head, low, high) in enumerate(zip(heads, heads[1:], heads[2:], strict=False)):
        if (low, high) in (("low", "high"), (f"{head}_low", f"{head}_high")):
            yield place


def cell(value: Any, is_page: bool = False) -> str:
    """Return a value as it stands in a table; pages have room for more digits than a line of a terminal."""
    value = plain(value)
    if isinstance(value, Quantity):
        return _quantity(value, value.form.long if is_page else value.form.short)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _decimal(value)
    return value if isinstance(value, str) else "" if value is None else str(value)


def _decimal(value: float) -> str:
    if math.isnan(value):
        return ""
    return f"{value:,.0f}" if value.is_integer() else number(value)


def _quantity(quantity: Quantity, form: str) -> str:
    """``15.5% (15.0%-16.1%)``, ``15.5%`` without an interval, ``9.5%-23.6%`` for a range."""
    low, high = quantity.low, quantity.high
    if low is None or high is None or math.isnan(low):
        return "" if quantity.value is None else written(quantity.value, form)
    if quantity.value is None:
        return f"{written(low, form)}-{written(high, form)}"
    form = _within(form, low, high)
    return f"{written(quantity.value, form)} ({written(low, form)}-{written(high, form)})"


def _within(form: str, low: float, high: float) -> str:
    """A format with no more decimals than an interval leaves."""
    kind = form[-1]
    scale = 100.0 if kind == "%" else 1.0
    return f".{min(_places(form), places_of_any(scale * low, scale * high))}{kind}"


def written(value: float | None, form: str) -> str:
    """Return a number by a format specification; a dash where it is unknown."""
    if value is None or math.isnan(value):
        return "-"
    is_percent = form.endswith("%")
    return f"{in_places(100.0 * value if is_percent else value, _places(form))}{'%' if is_percent else ''}"


def _places(form: str) -> int:
    return int(form[1:-1])
