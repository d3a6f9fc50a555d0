"""A change in a cell of a table: what it is and how far the truth may lie from it, or within what it may be nothing."""

from __future__ import annotations

import math
from collections.abc import Sequence

from analysis.estimates import Kind
from analysis.evidence.claims.looked_at import LOOKED_AT
from analysis.evidence.claims.paired_luck import OutcomeChange
from analysis.evidence.mechanisms.switched_cases import CALLER, is_sure

FEW = 9.95
"""Only a change below it is told with a decimal."""
LEAST_WHOLE = 0.9
"""A bound above it is told in whole numbers."""
_ROUNDING = 1e-9


def scale(outcome: str) -> float:
    """What a number is multiplied with to be told: shares are told as so many in a hundred."""
    return 100.0 if LOOKED_AT[outcome].kind is Kind.share or outcome == CALLER else 1.0


def margin(change: OutcomeChange) -> float:
    """How far the interval of a change that is surely there reaches towards nothing, as it is told."""
    found = change.estimate
    return scale(change.outcome) * (found.value - found.low if found.value > 0 else found.high - found.value)


def within(change: OutcomeChange) -> float:
    """How large a change may still be, either way, as it is told."""
    return scale(change.outcome) * max(abs(change.estimate.low), abs(change.estimate.high))


def change_cell(change: OutcomeChange) -> str:
    """``+42 ±9`` for a change that is surely there, else ``within 11``; with a decimal where whole numbers hide it."""
    if not is_sure(change):
        return within_cell([change])
    value, around = scale(change.outcome) * change.estimate.value, margin(change)
    hidden = float(upward(around, 0)) >= abs(round(value))
    digits = 1 if hidden and abs(value) < FEW else 0
    grain = 10.0**-digits
    below = max(abs(round(value, digits)) - grain, grain)
    return f"{value:+.{digits}f} ±{min(float(upward(around, digits)), below):.{digits}f}"


def within_cell(changes: Sequence[OutcomeChange]) -> str:
    """Within what several changes may be nothing: the largest that any of them may be."""
    most = max(map(within, changes))
    return f"within {upward(most, 0 if most > LEAST_WHOLE else 1)}"


def upward(value: float, digits: int) -> str:
    """A bound, rounded up, so that it holds as it is told."""
    grain = 10.0**digits
    return f"{math.ceil(value * grain - _ROUNDING) / grain:.{digits}f}"
