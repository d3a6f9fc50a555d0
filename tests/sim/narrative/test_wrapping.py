"""Nothing is wider than it may be, and no word is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.wrapping import columns, wrapped

words = st.lists(st.text("abcdefg", min_size=1, max_size=30), max_size=60)


@given(words, st.sampled_from(["", "  ", "12 May  "]), st.integers(38, 100))
def test_every_word_is_there_and_every_line_fits(text: list[str], first: str, width: int) -> None:
    lines = wrapped(" ".join(text), first=first, width=width)
    assert all(len(line) <= width for line in lines)
    assert "".join(" ".join(lines).split()).endswith("".join(text))


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert all(len(line) <= 80 for line in wrapped("x" * 300))


@given(st.lists(st.text("abc ", max_size=60), max_size=9), st.lists(st.text("abc ", max_size=60), max_size=9))
def test_columns_stand_side_by_side(left: list[str], right: list[str]) -> None:
    lines = columns(left, right)
    assert len(lines) == max(len(left), len(right))
    assert all(len(line) <= 80 for line in lines)
    assert all(line[39:40] in ("|", "") for line in lines)
