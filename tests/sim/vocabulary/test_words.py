"""Is a word's code its place in the list?"""

from __future__ import annotations

from sim.vocabulary.words import Word


class Size(Word):
    small = "small"
    large = "large"


def test_codes_are_places() -> None:
    assert [word.code for word in Size] == [0, 1]
    assert Size("large").code == 1
