"""Numbers as readers meet them in a report: percentages, days and amounts, each with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence

from analysis.figures.digits import percents, significant, within_whole, written

NEVER = "never"
UNKNOWN = "unknown"


def percent(share: float) -> str:
    """``41%``; with a decimal below 1% and above 99%, so that rare is not never and usual is not always."""
    if math.isnan(share):
        return UNKNOWN
    share = within_whole(share)
    if 0 < share < 0.001:
        return "under 0.1%"
    if 0.999 < share < 1:
        return "over 99.9%"
    near_end = share < 0.01 or share > 0.99
    return f"{float(written(100 * share, 1 if near_end else 0)):g}%"


def number(value: float) -> str:
    """Three digits that count: ``0.0417``, ``4.17``, ``41.7``, ``417``, ``4,170``."""
    if math.isnan(value):
        return UNKNOWN
    if math.isinf(value):
        return NEVER
    if value == 0:
        return "0"
    if value == int(value) and abs(value) < 1e6:
        return f"{value:,.0f}"
    digits = 2 - math.floor(math.log10(abs(value)))
    return f"{value:,.{min(max(digits, 0), 6)}f}"


def days(value: float) -> str:
    """Whole days; infinite is said in words."""
    if math.isnan(value):
        return UNKNOWN
    return "more than the days watched" if math.isinf(value) else f"{value:.0f}"


def estimate(kind: str, value: float) -> str:
    """A measure's estimate in the way of its kind: ``share``, ``days`` or ``amount``."""
    words = {"share": percent, "days": days, "amount": number}
    return words[kind](value)


def with_interval(kind: str, value: float, low: float, high: float) -> str:
    """``41% (39% to 43%)``; without the interval where there is none."""
    if math.isnan(low) or math.isnan(high) or low == high == value:
        return estimate(kind, value)
    value_said, *ends = _three(kind, value, low, high)
    return f"{value_said} ({' to '.join(ends)})"


def _three(kind: str, value: float, low: float, high: float) -> tuple[str, ...]:
    """All three with the digits that the interval leaves them; days are whole."""
    if kind == "days" or math.isinf(high):
        return estimate(kind, value), estimate(kind, low), estimate(kind, high)
    return percents(value, low, high) if kind == "share" else significant(value, low, high)


def listed(words: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """Words as a sentence: a capital letter first, a full stop last."""
    clean = text.strip()
    end = "" if clean.endswith((".", "?", "!")) else "."
    return f"{clean[:1].upper()}{clean[1:]}{end}"
