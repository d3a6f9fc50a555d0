"""What a leader is asked, and what a leader may say to it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add
from sim.vocabulary.wording import Wording, uncounted


class Answer(NamedTuple):
    """One answer to a request.

    Attributes
    ----------
    code : int
        The number that rules use.
    word : str
        The word in scripts, records, tables and JSON.
    nest : str
        The group of like answers that it is chosen within.
    meaning : str
        The answer in a few words, for whoever has to choose.
    wording : Wording
        The answer as people speak of it.
    """

    code: int
    word: str
    nest: str
    meaning: str
    wording: Wording


ROWS: list[Answer] = []
"""Every answer in the order of its code."""

# fmt: off
ACCEPT: Final = add(ROWS, Answer(0, "accept", "accept", "say yes", uncounted("saying yes", "say yes", "said yes")))
DECLINE: Final = add(ROWS, Answer(1, "decline", "refuse", "say no", uncounted("saying no", "say no", "said no")))
LAPSE: Final = add(ROWS, Answer(
    2, "lapse", "refuse", "leave it unanswered",
    uncounted("leaving it unanswered", "leave it unanswered", "left it unanswered"),
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Answer] = {row.word: row for row in ROWS}

TOPICS: Final = ("letter", "call", "summit", "mediation", "truce")
"""What an answer is about; luck is addressed by the number of the topic."""
LETTER, CALL, SUMMIT, MEDIATION, TRUCE = range(5)
