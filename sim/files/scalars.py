"""What a bare word in a scenario file means, and the words that YAML reads as something nobody meant."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

LONGEST_NUMBER = 40

WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip

SWITCH_WORDS = re.compile(r"yes|Yes|YES|on|On|ON|(no|No|NO|off|Off|OFF)")
WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+][0-9]+)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
LEADING_ZERO = re.compile(r"[-+]?0[0-9]+")
OTHER_BASE = re.compile(r"[-+]?0[xXbBoO][0-9a-fA-F_]+")
UNDERSCORED = re.compile(r"(?=.*_)[-+]?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?")
EXPONENT = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][-+]?[0-9]+")
BASE_SIXTY = re.compile(r"[-+]?[0-9]+(:[0-5]?[0-9])+(\.[0-9]*)?")
TIME_OF_DAY = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ ]+)[0-9]{1,2}:[0-9]{2}(:[0-9]{2}.*)?")


class Trap(NamedTuple):
    """A bare word that is read as something else than it looks; the message says so and what to write."""

    message: str


Scalar: TypeAlias = str | int | float | bool | dt.date | None


def read_bare(text: str) -> Scalar | Trap:
    """Return what a bare (unquoted) word stands for, or the trap that it is.

    Parameters
    ----------
    text : str
        The word as written, without quotes.

    Returns
    -------
    str, int, float, bool, datetime.date, None or Trap
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] not in "0123456789+-.yYnNoO":
        return text
    if match := SWITCH_WORDS.fullmatch(text):
        word = "false" if match[1] else "true"
        return Trap(f'`{text}` is read by YAML as {word}; write {word} for a switch, or "{text}" in quotes for a text')
    return _read_number(text)


def _read_number(text: str) -> Scalar | Trap:
    if DATE.fullmatch(text):
        return _read_date(text)
    if not (WHOLE.fullmatch(text) or DECIMAL.fullmatch(text)):
        return _number_trap(text) or text
    if len(text) > LONGEST_NUMBER:
        return Trap(f"a number of {len(text)} characters; allowed are at most {LONGEST_NUMBER}")
    value = int(text) if WHOLE.fullmatch(text) else float(text)
    return value if math.isfinite(value) else Trap(f"`{text}` is too large; write a finite number")


def _read_date(text: str) -> dt.date | Trap:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return Trap(f"`{text}` is no day of the calendar; write year-month-day, such as 2025-04-18")


def _number_trap(text: str) -> Trap | None:
    said = next((advice(text) for pattern, advice in _NUMBER_TRAPS if pattern.fullmatch(text)), None)
    return None if said is None else Trap(f"`{_cut(text)}` {said}")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_NUMBER else text[:LONGEST_NUMBER] + "..."


def _leading_zero(text: str) -> str:
    if len(text) > LONGEST_NUMBER:
        return f"has leading zeros; write the number without them, or {IN_QUOTES}"
    digits = text.lstrip("+-")
    reading = str(int(digits, 8)) if not set(digits) & {"8", "9"} else "text"
    return f"is read by YAML as {reading} (leading zero); write {int(digits)}, or {IN_QUOTES}"


def _base_sixty(text: str) -> str:
    value = 0.0
    for part in text.lstrip("+-")[:LONGEST_NUMBER].split(":"):
        value = 60 * value + float(part or 0)
    return f"{'-' if text[0] == '-' else ''}{value:.15g}"


def _spelled_out(text: str) -> str:
    mantissa, _, exponent = text.lower().partition("e")
    mantissa = mantissa if "." in mantissa else mantissa + ".0"
    scientific = f"{mantissa}e{exponent if exponent[0] in '+-' else '+' + exponent}"[: LONGEST_NUMBER + 4]
    value = float(scientific) if len(text) <= LONGEST_NUMBER else math.inf
    plain = f"{value:.10f}".rstrip("0").rstrip(".")
    return f"{plain} or {scientific}" if float(plain) == value and abs(value) < 1e9 else scientific


IN_QUOTES = "in quotes for a text"

_NUMBER_TRAPS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (NOT_FINITE, lambda _: "is not a number a scenario can use; write a finite number"),
    (LEADING_ZERO, _leading_zero),
    (OTHER_BASE, lambda _: f"is a number in another base; write it in decimal digits, or {IN_QUOTES}"),
    (
        BASE_SIXTY,
        lambda text: f"is read by YAML as {_base_sixty(text)} (base 60); write the number itself, or {IN_QUOTES}",
    ),
    (TIME_OF_DAY, lambda _: f"has a time of day; write the date alone, such as 2025-04-18, or {IN_QUOTES}"),
    (EXPONENT, lambda text: f"is read by YAML as text; write {_spelled_out(text)}, or {IN_QUOTES}"),
    (UNDERSCORED, lambda text: f"has underscores; write {_cut(text).replace('_', '')}, or {IN_QUOTES}"),
)
"""Words that look like a number and are none, in the order tried, each with what to say about them."""
