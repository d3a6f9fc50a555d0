"""How a table of words is made: rows are added in the order of their codes, and no word stands twice."""

from __future__ import annotations

from typing import Protocol, TypeVar


class Row(Protocol):
    """What every row of a table of words has."""

    @property
    def code(self) -> int:
        """The number that rules use."""

    @property
    def word(self) -> str:
        """The word in records, tables and JSON."""


R = TypeVar("R", bound=Row)


def add(rows: list[R], row: R) -> int:
    """Append a row to its table and return its code.

    Raises
    ------
    ValueError
        When the code is not the next one, or the word stands there already.
    """
    if row.code != len(rows):
        raise ValueError(f"{row.word!r} has code {row.code}; the next one is {len(rows)}")
    if any(row.word == other.word for other in rows):
        raise ValueError(f"{row.word!r} stands in the table already")
    rows.append(row)
    return row.code
