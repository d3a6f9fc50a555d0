"""Words of scenario files that rules know by a number: the place of the word in its list."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A list of words; subclass it and name them in the order of their codes."""

    @property
    def code(self) -> int:
        """The number that rules use: the word's place in the list."""
        return list(type(self)).index(self)
