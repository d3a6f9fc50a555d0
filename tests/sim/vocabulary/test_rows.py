"""Does a table of words keep codes in order and words apart, and has every constant the code of its row?"""

from __future__ import annotations

from types import ModuleType
from typing import NamedTuple

import pytest

from sim.vocabulary import actions, answers, components, events, levels
from sim.vocabulary.rows import add

TABLES = (actions, answers, components, events, levels)


class Word(NamedTuple):
    code: int
    word: str


def test_a_row_has_the_next_code() -> None:
    rows: list[Word] = []
    assert add(rows, Word(0, "a")) == 0
    with pytest.raises(ValueError, match="'b' has code 2; the next one is 1"):
        add(rows, Word(2, "b"))
    with pytest.raises(ValueError, match="'a' stands in the table already"):
        add(rows, Word(1, "a"))
    assert rows == [Word(0, "a")]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__.rpartition(".")[2])
def test_every_row_has_a_constant_of_its_word(table: ModuleType) -> None:
    for row in table.ROWS:
        assert getattr(table, row.word.upper() or "NONE") == row.code
        assert type(getattr(table, row.word.upper() or "NONE")) is int, "compiled code wants plain integers"
