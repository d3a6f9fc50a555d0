"""How reasons add up: one row of thirteen components, each times its weight, summing to a utility."""

from __future__ import annotations

from typing import Any

from sim.rule import rule
from sim.vocabulary.names import (
    ADVISERS,
    AUDIENCE,
    COALITION,
    COERCION,
    EGO,
    FACE,
    GLORY,
    GROUNDWORK,
    MARKETS,
    N_COMPONENTS,
    PRECEDENT,
    RECIPROCITY,
    RIPENESS,
    STAKES,
)


@rule
def clear(row: Any) -> None:
    """Set every component of a row to zero."""
    for c in range(N_COMPONENTS):
        row[c] = 0.0


@rule
def finish(world: Any, row: Any) -> float:
    """Multiply every component of a row by its weight and return their sum, the utility (in widths of the ZOPA)."""
    weights = world.weights[0]
    row[STAKES] = weights.stakes * row[STAKES]
    row[COERCION] = weights.coercion * row[COERCION]
    row[MARKETS] = weights.markets * row[MARKETS]
    row[RIPENESS] = weights.ripeness * row[RIPENESS]
    row[FACE] = weights.face * row[FACE]
    row[EGO] = weights.ego * row[EGO]
    row[GLORY] = weights.glory * row[GLORY]
    row[AUDIENCE] = weights.audience * row[AUDIENCE]
    row[ADVISERS] = weights.advisers * row[ADVISERS]
    row[GROUNDWORK] = weights.groundwork * row[GROUNDWORK]
    row[PRECEDENT] = weights.precedent * row[PRECEDENT]
    row[RECIPROCITY] = weights.reciprocity * row[RECIPROCITY]
    row[COALITION] = weights.coalition * row[COALITION]
    total = 0.0
    for c in range(N_COMPONENTS):
        total = total + row[c]
    return total
