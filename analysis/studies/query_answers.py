"""Answers to questions in SQL as plain values and as text, nothing changed on the way: what is whole stays whole."""

from __future__ import annotations

import datetime
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import singledispatch
from typing import Any, NamedTuple

WHOLE = 1e15
"""Up to here a number with a fraction's type is surely whole if it says so."""

DIGITS = 4


class Answer(NamedTuple):
    """The names of the columns, all different, and the rows, read once and as they are needed."""

    names: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns with those that occur again numbered: ``a``, ``a_1``, ``a_2``."""
    found: list[str] = []
    counts: Counter[str] = Counter()
    for name in names:
        unique = name
        while unique in found or (unique != name and unique in names):
            counts[name] += 1
            unique = f"{name}_{counts[name]}"
        found.append(unique)
    return tuple(found)


def plain(value: Any) -> Any:
    r"""A value as JSON has it: null, true, a number, a text, a list, or names with values.

    A decimal fraction is a number where no digit is lost by it and a text otherwise; bytes that are no letters are
    shown as ``\x00``, dates and times as ISO 8601 has them.
    """
    return value if value is None or isinstance(value, bool | int | float | str) else _made_plain(value)


@singledispatch
def _made_plain(value: Any) -> Any:
    """A value that is not plain yet; a date, a time and whatever else there may be become text."""
    return str(value)


@_made_plain.register(list)
@_made_plain.register(tuple)
def _(value: Iterable[Any]) -> list[Any]:
    return [plain(entry) for entry in value]


@_made_plain.register(dict)
def _(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {key if isinstance(key, str) else text(key): plain(entry) for key, entry in value.items()}


@_made_plain.register(bytes)
@_made_plain.register(bytearray)
@_made_plain.register(memoryview)
def _(value: bytes | bytearray | memoryview) -> str:
    return "".join(chr(byte) if 32 <= byte < 127 and byte != 92 else f"\\x{byte:02X}" for byte in bytes(value))


@_made_plain.register
def _(value: Decimal) -> int | float | str:
    if not value.is_finite():
        return str(value)
    if value.as_tuple().exponent == 0:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else f"{value:f}"


def text(value: Any) -> str:
    """A value as CSV has it: nothing for what is missing, every digit of a number, lists as JSON has them."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    found = plain(value)
    if found is None:
        return ""
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, list | dict):
        return json.dumps(found, ensure_ascii=False)
    return found if isinstance(found, str) else repr(found)


def short(value: Any) -> str:
    """A value as a screen has it: as :func:`text`, but numbers with a fraction rounded.

    To four digits, or as many more as the whole part has, and never so few that the number looks whole.
    """
    if isinstance(value, Decimal) and isinstance(plain(value), float):
        value = plain(value)
    if not isinstance(value, float) or not math.isfinite(value):
        return text(value)
    return _rounded(value)


def _rounded(value: float) -> str:
    if value.is_integer() and abs(value) < WHOLE:
        return f"{value:.0f}"
    whole = len(str(int(abs(value)))) + 1 if abs(value) < WHOLE else 0
    shown = f"{value:.{max(DIGITS, whole)}g}"
    misleads = math.isinf(float(shown)) or (float(shown).is_integer() and not value.is_integer())
    return repr(value) if misleads else shown


def csv_lines(answer: Answer) -> Iterator[str]:
    """An answer as the lines of a CSV file (RFC 4180), the names first.

    What is missing is an empty field, a text without letters one in quotes.
    """
    yield _line(map(_field, answer.names))
    for row in answer.rows:
        yield _line("" if value is None else _field(text(value)) for value in row)


def _line(fields: Iterable[str]) -> str:
    return ",".join(fields) + "\n"


def _field(value: str) -> str:
    if value and not any(mark in value for mark in ',"\r\n'):
        return value
    return '"' + value.replace('"', '""') + '"'


def is_number(value: Any) -> bool:
    """Whether a value is a number or a moment, no part of which may be cut off."""
    return isinstance(value, int | float | Decimal | datetime.date | datetime.time)
