"""A chance in words: one table for stories, the game and `explain`, so that the same words always mean the same.

The borders are those of everyday use, chosen wide enough that nobody reads a precision into them that a model lacks.
"""

from __future__ import annotations

from typing import NamedTuple


class ChanceWord(NamedTuple):
    """One row: chances from `least` (0 to 1) up to the next row's are called `words`, as in "it was likely"."""

    least: float
    words: str


CHANCE_WORDS: tuple[ChanceWord, ...] = (
    ChanceWord(0.0, "almost impossible"),
    ChanceWord(0.01, "a long shot"),
    ChanceWord(0.10, "unlikely"),
    ChanceWord(0.35, "about even"),
    ChanceWord(0.65, "likely"),
    ChanceWord(0.95, "almost certain"),
)
"""From the smallest chance to the largest; a chance is read in whole per cent, and on a border has the words of the row
that begins there."""

FINEST = 0.01
"""Percentages below this keep one decimal."""


def chance_word(chance: float) -> str:
    """Return a chance (0 to 1) in words.

    Raises
    ------
    ValueError
        For what is no chance.
    """
    if not 0 <= chance <= 1:
        raise ValueError(f"{chance} is no chance; a chance is from 0 to 1")
    whole = round(chance, 2)
    return next(row.words for row in reversed(CHANCE_WORDS) if whole >= row.least)


def chance_digits(chance: float) -> str:
    """Return a chance as a percentage, no finer than it deserves; what is possible is never told as 0%."""
    if chance <= 0 or chance >= FINEST:
        return f"{100 * chance:.0f}%"
    return f"{100 * chance:.1f}%" if chance >= FINEST / 10 else "<0.1%"
