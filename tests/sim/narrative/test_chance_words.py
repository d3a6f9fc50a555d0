"""Chance words cover 0 to 1 without a gap, never run backwards, and digits never tell the possible as 0%."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.chance_words import CHANCE_WORDS, chance_digits, chance_word

chances = st.floats(0, 1)
ORDER = [row.words for row in CHANCE_WORDS]


def test_the_table_begins_at_nothing_and_only_rises() -> None:
    borders = [row.least for row in CHANCE_WORDS]
    assert borders[0] == 0
    assert borders == sorted(set(borders))
    assert borders[-1] < 1
    assert len({*ORDER}) == len(ORDER)


@given(chances, chances)
def test_more_is_never_told_as_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert ORDER.index(chance_word(low)) <= ORDER.index(chance_word(high))


@given(chances)
def test_words_are_those_of_the_digits(chance: float) -> None:
    """A chance told in digits too has the word of the per cent that is told."""
    digits = chance_digits(chance).removeprefix("<").removesuffix("%")
    if "." not in digits:
        assert chance_word(chance) == chance_word(int(digits) / 100)


def test_ends_have_the_words_of_the_ends() -> None:
    assert chance_word(0.0) == "almost impossible"
    assert chance_word(1.0) == "almost certain"
    assert [chance_word(row.least) for row in CHANCE_WORDS] == ORDER


@pytest.mark.parametrize("chance", [-0.01, 1.01, float("nan")])
def test_what_is_no_chance_is_refused(chance: float) -> None:
    with pytest.raises(ValueError, match="no chance"):
        chance_word(chance)


@given(st.floats(1e-12, 1))
def test_the_possible_is_never_told_as_nothing(chance: float) -> None:
    assert chance_digits(chance) != "0%"
    assert chance_digits(chance) != "0.0%"


@given(st.floats(0, 0.9999))
def test_only_the_certain_is_told_as_all(chance: float) -> None:
    assert (chance_digits(chance) == "100%") == (chance >= 0.995) or chance < 0.995
