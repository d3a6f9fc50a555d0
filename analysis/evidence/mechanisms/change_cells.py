"""A change in a cell of a table: what it is and how far the truth may lie from it, or within what it may be nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence

from analysis.estimates import Kind
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.paired_luck import OutcomeChange
from analysis.evidence.mechanisms.switched_cases import CALLER, is_sure

MOST_DIGITS = 3
"""Digits after the point that a change may have."""
_ROUNDING = 1e-9


def scale(outcome: str) -> float:
    """What a number is multiplied with to be told: shares are told in points."""
    return 100.0 if LOOKED_AT[outcome].kind is Kind.share or outcome == CALLER else 1.0


def margin(change: OutcomeChange) -> float:
    """How far the truth may lie from a change, either way, as it is told."""
    found = change.estimate
    return scale(change.outcome) * max(found.value - found.low, found.high - found.value)


def within(change: OutcomeChange) -> float:
    """How large a change may still be, either way, as it is told."""
    return scale(change.outcome) * max(abs(change.estimate.low), abs(change.estimate.high))


def change_cell(change: OutcomeChange) -> str:
    """``+42 ±9`` for a change that is surely there, else ``within 11``."""
    if not is_sure(change):
        return within_cell([change])
    value, around = scale(change.outcome) * change.estimate.value, margin(change)
    digits = _digits(value, around)
    return f"{value:+.{digits}f} ±{upward(around, digits)}"


def within_cell(changes: Sequence[OutcomeChange]) -> str:
    """Within what several changes may be nothing: the largest that any of them may be."""
    most = max(map(within, changes))
    return f"within {upward(most, 0 if most >= 1 else 1)}"


def upward(value: float, digits: int) -> str:
    """A bound, rounded up, so that it holds as it is told."""
    grain = 10.0**digits
    return f"{math.ceil(value * grain - _ROUNDING) / grain:.{digits}f}"


def _digits(value: float, around: float) -> int:
    """As few digits after the point as show that a change is not nothing."""
    for digits in range(MOST_DIGITS):
        if float(upward(around, digits)) < abs(round(value, digits)):
            return digits
    return MOST_DIGITS
