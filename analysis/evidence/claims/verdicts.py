"""Whether a mechanism does enough: case by case, and by row in one word."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from analysis.evidence.claims.measuring import Measured
from analysis.evidence.claims.table import Effect

FEWEST = 2
"""Cases in which an effect must be reached for its row to work."""


class Verdict(StrEnum):
    """What came of a declared effect."""

    works = "works"
    """At least as large as declared, surely not nothing, and of the declared sign."""
    weak = "weak"
    """There, and too small; of a row: reached in too few cases."""
    nothing = "not told apart from nothing"
    """The interval holds zero; of a row: in every case."""
    other = "the other way"
    """Surely there, with the sign that was not declared; of a row: in most of the cases in which it is there."""
    unmeasured = "not measured"
    """Some case has no line yet."""


def in_case(effect: Effect, line: Measured) -> Verdict:
    """What came of an effect in one case."""
    if line.low <= 0 <= line.high:
        return Verdict.nothing
    if effect.sign * line.effect < 0:
        return Verdict.other
    return Verdict.works if abs(line.effect) >= effect.least else Verdict.weak


def of_row(effect: Effect, lines: Sequence[Measured]) -> Verdict:
    """What came of an effect over its cases.

    A row works when it is reached in at least two cases and in no fewer than half, and in none goes surely the other
    way. Everything else is weak in the sense of the page; the word says in which manner.
    """
    if {line.case for line in lines} != set(effect.cases):
        return Verdict.unmeasured
    found = [in_case(effect, line) for line in lines]
    reached, other = found.count(Verdict.works), found.count(Verdict.other)
    if reached >= FEWEST and 2 * reached >= len(found) and not other:
        return Verdict.works
    if found.count(Verdict.nothing) == len(found):
        return Verdict.nothing
    return Verdict.other if other > reached + found.count(Verdict.weak) else Verdict.weak


def within(line: Measured) -> float:
    """How large an effect that is not told apart from nothing may still be, either way."""
    return max(abs(line.low), abs(line.high))
