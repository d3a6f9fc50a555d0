"""What a leader is asked, and what a leader may say to it."""

from __future__ import annotations

from typing import Final, NamedTuple

from sim.vocabulary.rows import add


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
    noun, verb : str
        The answer as the subject of a sentence, and as something to do.
    """

    code: int
    word: str
    nest: str
    meaning: str
    noun: str
    verb: str


ROWS: list[Answer] = []
"""Every answer in the order of its code."""

# fmt: off
ACCEPT: Final = add(ROWS, Answer(0, "accept", "accept", "say yes", "saying yes", "say yes"))
DECLINE: Final = add(ROWS, Answer(1, "decline", "refuse", "say no", "saying no", "say no"))
LAPSE: Final = add(ROWS, Answer(
    2, "lapse", "refuse", "leave it unanswered", "leaving it unanswered", "leave it unanswered",
))
# fmt: on

COUNT: Final = len(ROWS)
WORDS: tuple[str, ...] = tuple(row.word for row in ROWS)
BY_WORD: dict[str, Answer] = {row.word: row for row in ROWS}

TOPICS: Final = ("letter", "call", "summit", "mediation", "truce")
"""What an answer is about; luck is addressed by the number of the topic."""
LETTER, CALL, SUMMIT, MEDIATION, TRUCE = range(5)
