"""Can every level be spoken of?"""

from __future__ import annotations

from sim.vocabulary import levels


def test_every_level_has_words() -> None:
    assert levels.WORDS[levels.NONE] == ""
    assert all(row.request and row.accepts and row.meeting for row in levels.ROWS)
    assert all(row.contact for row in levels.ROWS if row.word)
