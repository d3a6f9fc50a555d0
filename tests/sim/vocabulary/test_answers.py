"""Are answers and topics in the order that luck is addressed by?"""

from __future__ import annotations

from sim.vocabulary import answers


def test_no_is_said_in_two_ways() -> None:
    assert [row.word for row in answers.ROWS if row.nest == "refuse"] == ["decline", "lapse"]


def test_topics_keep_their_numbers() -> None:
    numbers = (answers.LETTER, answers.CALL, answers.SUMMIT, answers.MEDIATION, answers.TRUCE)
    assert [answers.TOPICS[k] for k in numbers] == ["letter", "call", "summit", "mediation", "truce"]
