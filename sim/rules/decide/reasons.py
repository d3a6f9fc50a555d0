"""How reasons add up: one row of components, each times its weight, summing to a utility."""

from __future__ import annotations

from sim.rule import rule
from sim.state.fields import Row
from sim.state.world import World
from sim.vocabulary import components as c

LEAST = -2.0
MOST = 2.0
"""Bounds of a component before its weight, wherever something could take it beyond them."""


@rule
def clear(row: Row) -> None:
    """Set every component of a row to zero."""
    for k in range(c.COUNT):
        row[k] = 0.0


@rule
def finish(world: World, row: Row) -> float:
    """Multiply every component of a row by its weight and return their sum, the utility (in widths of the ZOPA)."""
    weights = world.weights[0]
    row[c.STAKES] = weights.stakes * row[c.STAKES]
    row[c.COERCION] = weights.coercion * row[c.COERCION]
    row[c.MARKETS] = weights.markets * row[c.MARKETS]
    row[c.RIPENESS] = weights.ripeness * row[c.RIPENESS]
    row[c.FACE] = weights.face * row[c.FACE]
    row[c.EGO] = weights.ego * row[c.EGO]
    row[c.GLORY] = weights.glory * row[c.GLORY]
    row[c.AUDIENCE] = weights.audience * row[c.AUDIENCE]
    row[c.ADVISERS] = weights.advisers * row[c.ADVISERS]
    row[c.GROUNDWORK] = weights.groundwork * row[c.GROUNDWORK]
    row[c.PRECEDENT] = weights.precedent * row[c.PRECEDENT]
    row[c.RECIPROCITY] = weights.reciprocity * row[c.RECIPROCITY]
    row[c.COALITION] = weights.coalition * row[c.COALITION]
    total = 0.0
    for k in range(c.COUNT):
        total = total + row[k]
    return total
