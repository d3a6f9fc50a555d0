"""Does every thing say what it stands for?"""

from __future__ import annotations

from sim.vocabulary.things import ROWS


def test_every_thing_is_named_once_and_explained() -> None:
    assert len({row.word for row in ROWS}) == len(ROWS)
    assert all(row.meaning and row.wording.noun for row in ROWS)
