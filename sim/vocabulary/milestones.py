"""What a run may bring on the way: each milestone once, as it is asked for and spoken of.

A run remembers each in a field ``ever_...`` of the dyad; whether it happened says nothing of where things stand.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Milestone(NamedTuple):
    """One thing that may happen on the way.

    Attributes
    ----------
    word : str
        The word in records, tables and JSON.
    sentence : str
        What is so if it happened.
    phrase : str
        It in a few words.
    """

    word: str
    sentence: str
    phrase: str


ROWS: Final = (
    Milestone("call", "the leaders spoke by telephone", "a call"),
    Milestone("summit", "the leaders met", "a meeting of the leaders"),
    Milestone("talks", "authorised envoys held talks", "talks of envoys"),
    Milestone("truce", "a truce was agreed", "a truce"),
    Milestone("blow_up", "a meeting or a truce blew up", "a blow-up"),
    Milestone("withdrawal", "a scheduled meeting was called off", "a meeting called off"),
    Milestone("breach", "a truce was broken", "a truce broken"),
)
"""Every milestone, in the order in which records have them."""

EVER: tuple[str, ...] = tuple(row.word for row in ROWS)
