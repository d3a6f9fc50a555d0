"""Numbers are said as readers and figures say them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents.wording import days, estimate, listed, number, percent, sentence, with_interval


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "0%"), (1.0, "100%"), (0.41, "41%"), (0.485, "49%"), (0.005, "0.5%"), (0.0004, "under 0.1%"),
        (0.9996, "over 99.9%"), (0.994, "99.4%"), (math.nan, "unknown"),
    ],
)  # fmt: skip
def test_rare_is_not_never_and_halves_go_up_as_in_the_figures(share: float, words: str) -> None:
    assert percent(share) == words


@given(st.floats(0, 1))
def test_a_percentage_is_within_half_a_point(share: float) -> None:
    words = percent(share)
    if words[0].isdigit():
        assert float(words[:-1]) == pytest.approx(100 * share, abs=0.5 + 1e-6)


@given(st.floats(-1e9, 1e9))
def test_numbers_keep_three_digits(value: float) -> None:
    assert float(number(value).replace(",", "")) == pytest.approx(value, rel=0.006, abs=1e-6)


def test_numbers_days_and_intervals() -> None:
    assert (number(0.04171), number(417.3), number(0), number(math.inf)) == ("0.0417", "417", "0", "never")
    assert (days(31.6), days(math.inf), days(math.nan)) == ("32", "more than the days watched", "unknown")
    assert with_interval("share", 0.41, 0.39, 0.43) == "41% (39% to 43%)"
    assert with_interval("days", 31.0, math.nan, math.nan) == "31"
    assert with_interval("share", 1.0, 1.0, 1.0) == "100%"
    assert estimate("amount", 4.171) == "4.17"


def test_lists_and_sentences() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b", "c"])) == ("", "a", "a, b and c")
    assert (sentence("a thing"), sentence("Why?")) == ("A thing.", "Why?")
