"""Does a row name what a story may fill in?"""

from __future__ import annotations

from sim.vocabulary.entries import ENTRIES
from sim.vocabulary.event_rows import GAPS


def test_no_gap_has_the_name_of_an_entry() -> None:
    assert not set(GAPS) & set(ENTRIES)
