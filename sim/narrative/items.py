"""What a story is made of: items, each a piece of text with its dates and the numbers of the events that it tells."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Rank(IntEnum):
    """How much an item matters: a shorter story leaves out from the end."""

    always = 0
    wait = 1
    telling = 2
    pressure = 3
    minor = 4
    errand = 5
    gesture = 6


class Item(NamedTuple):
    """One thing told.

    Attributes
    ----------
    first, last : str
        The days it tells of, ISO 8601; equal for what happened on one day.
    text : str
        A sentence or two, beginning small and without the last full stop.
    events : tuple of int
        The events that it tells, by number; empty for a passage on waiting and for what ends the story.
    rank : Rank
        How much it matters.
    why : str
        The reasons, as whole sentences; empty where none are told.
    """

    first: str
    last: str
    text: str
    events: tuple[int, ...]
    rank: Rank
    why: str = ""
