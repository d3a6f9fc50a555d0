"""What stands in a cell of a table, written out: numbers to the digits that count, intervals, ranges."""

from __future__ import annotations

import math
from typing import Any

from analysis.documents.document import Quantity, plain
from analysis.documents.wording import number


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
    known = quantity.low is not None and not math.isnan(quantity.low)
    ends = "" if not known else f"{written(quantity.low, form)}-{written(quantity.high, form)}"
    if quantity.value is None:
        return ends
    return f"{written(quantity.value, form)} ({ends})" if ends else written(quantity.value, form)


def written(value: float | None, form: str) -> str:
    """Return a number by a format specification; a dash where it is unknown."""
    return "-" if value is None or math.isnan(value) else f"{value:{form}}"
