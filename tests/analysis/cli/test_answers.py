"""What can be typed is read as what it says; what will not do is told with what would."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli import answers
from analysis.cli.answers import (
    MOST_LETTERS,
    WORDS,
    Degree,
    NotAllowedError,
    date_in,
    degree_in,
    name_in,
    number_in,
    of_both,
    parts,
    whole_in,
    word_in,
)
from sim.files.slots import slots
from sim.scenario.scenario import Scenario

DAYS = slots(Scenario)["horizon_days"]


@given(st.floats(0, 1).map(repr) | st.sampled_from([*WORDS, "High", "LOW"]))
def test_a_degree_is_a_word_or_a_share(text: str) -> None:
    if "e" in text and "-" in text:
        text = "0"
    degree = degree_in(text)
    assert degree.value == (WORDS[text.lower()] if text.isalpha() else float(text))
    assert degree.word == (text.lower() if text.isalpha() else "")


def test_the_words_stand_in_their_order() -> None:
    assert degree_in("low") < degree_in("middle") < degree_in("high")
    assert degree_in("0.7") == Degree(0.7)


@pytest.mark.parametrize("text", ["", "1.01", "-0.1", "nan", "inf", "1e-3", "higher", "9" * 5000, "½", "٣"])
def test_what_is_no_degree(text: str) -> None:
    with pytest.raises(NotAllowedError, match="low, middle, high or a number from 0 to 1"):
        degree_in(text)


@given(st.integers(1, 3650))
def test_a_whole_number_within_its_range(days: int) -> None:
    assert whole_in(str(days), DAYS) == days


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0", "from 1 to 3650"),
        ("3651", "from 1 to 3650"),
        ("12.5", "a whole number"),
        ("many", "a number, such as"),
        ("", "nothing"),
        ("9" * 5000, "a number, such as"),
        ("1_0", "a number, such as"),
    ],
)
def test_what_is_no_number_of_days(text: str, said: str) -> None:
    with pytest.raises(NotAllowedError, match=said):
        whole_in(text, DAYS)


def test_a_number_is_read_as_written() -> None:
    assert number_in("12.5", DAYS) == 12.5


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_day(day: dt.date) -> None:
    assert date_in(day.isoformat()) == day


@pytest.mark.parametrize("text", ["", "2025-02-30", "1 May 2025", "2025", "2025-01-01T10:00", "20250101"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(NotAllowedError, match="year-month-day"):
        date_in(text)


def test_a_word_may_be_shortened_where_only_one_is_meant() -> None:
    words = ["success", "summit", "letter"]
    assert word_in("let", words) == "letter"
    assert word_in("Success", words) == "success"
    for text in ("su", "", "call"):
        with pytest.raises(NotAllowedError, match="one of success, summit, letter"):
            word_in(text, words)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a\x07b", "without an unprintable character"),
        ("a\u202eb", "reading direction"),
        ("a\tb", "on one line, without tabs"),
        ("a\u2028b", "on one line|without an"),
        (f"a{answers.UNREADABLE}", "bytes that are no letters"),
        ("x" * (MOST_LETTERS + 1), "at most 200 letters"),
    ],
)
def test_what_is_no_name(text: str, said: str) -> None:
    with pytest.raises(NotAllowedError, match=said):
        name_in(text)


@pytest.mark.parametrize("text", ["习近平", "no", 'O\'Brien: the "hawk"', "🙂"])
def test_a_name_may_be_anything_that_a_file_may_hold(text: str) -> None:
    assert name_in(text) == text


def test_both_sides_are_asked_for() -> None:
    assert of_both("a; b", str) == ("a", "b")
    assert parts("a; b;") == ["a", "b"]
    for text in ("a", "a; b; c", ""):
        with pytest.raises(NotAllowedError, match="one for each side"):
            of_both(text, str)


def test_what_is_told_steers_no_terminal() -> None:
    assert "\x1b" not in answers.shown("\x1b[31m")
    assert len(answers.shown("x" * 900)) < 60
