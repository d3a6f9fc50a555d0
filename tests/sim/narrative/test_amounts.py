"""Amounts in words rise with the amount; names lose their digits but for years, and stand with the right article."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.amounts import SHARES, inside, listed, share_in_words, span, spelled, times, without_digits


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_larger_share_never_has_smaller_words(one: float, other: float) -> None:
    order = [words for _, words in SHARES]
    less, more = sorted((one, other))
    assert order.index(share_in_words(less)) <= order.index(share_in_words(more))


def test_shares_are_what_they_are_called() -> None:
    assert share_in_words(0.5) == "about half"
    assert share_in_words(1 / 3) == "about a third"
    assert share_in_words(0.6) == "more than half"
    assert share_in_words(float("nan")) == "part"


@given(st.integers(0, 99))
def test_numbers_are_spelled(number: int) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)?", spelled(number))


def test_numbers_and_how_often() -> None:
    assert [spelled(number) for number in (2, 12, 13, 21, 40, 100)] == [
        "two", "twelve", "thirteen", "twenty-one", "forty", "100",
    ]  # fmt: skip
    assert [times(number) for number in (1, 2, 3)] == ["once", "twice", "three times"]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0.4, "a day"), (9, "nine days"), (21, "three weeks"), (91, "about three months"), (1000, "about three years")],
)
def test_spans_of_time(days: float, said: str) -> None:
    assert span(days) == said


def test_lists() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


@given(st.text())
def test_no_digit_is_left_in_a_name_but_those_of_years(name: str) -> None:
    left = re.sub(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", "", without_digits(name))
    assert not re.search(r"[0-9]", left)


def test_digits_are_spelled_and_years_kept() -> None:
    assert without_digits("Group 7, 2025") == "Group seven, 2025"
    assert without_digits("010") == "zero one zero"


@pytest.mark.parametrize(
    ("name", "said"),
    [("The island of Sorrel", "the island of Sorrel"), ("A European host", "a European host"), ("China", "China"),
     ("United States", "the United States"), ("Soviet Union", "the Soviet Union"), ("Theo", "Theo")],
)  # fmt: skip
def test_names_inside_a_sentence(name: str, said: str) -> None:
    assert inside(name) == said
