"""The log of a game: which option was taken at which decision of an open seat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Move(NamedTuple):
    """One decision taken in an open seat: its number, as in the decisions table of the record, and the option."""

    decision: int
    option: str


def read_log(log: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the moves of a log, all of them read before any is taken.

    Raises
    ------
    ValueError
        When what is given holds anything but pairs.
    """
    try:
        return [(number, option) for number, option in log]
    except (TypeError, ValueError):
        raise ValueError("a log is a list of pairs: number of the decision and option") from None
