"""Values of an answer as JSON, as CSV and on a screen: the same value everywhere."""

from __future__ import annotations

import csv
import datetime
import io
import math
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.studies.query_answers import Answer, csv_lines, distinct, is_number, plain, short, text

LONG = "0.1000000000000000000000000001"


@pytest.mark.parametrize(
    ("value", "as_json", "as_csv", "on_screen"),
    [
        (None, None, "", ""),
        (True, True, "true", "true"),
        (5000015, 5000015, "5000015", "5000015"),
        (10**38, 10**38, f"1{'0' * 38}", f"1{'0' * 38}"),
        (5000015.0, 5000015.0, "5000015.0", "5000015"),
        (0.123456, 0.123456, "0.123456", "0.1235"),
        (123456.789, 123456.789, "123456.789", "123456.8"),
        (0.99999, 0.99999, "0.99999", "0.99999"),
        (1e300, 1e300, "1e+300", "1e+300"),
        (1.23456e-7, 1.23456e-7, "1.23456e-07", "1.235e-07"),
        (Decimal(7), 7, "7", "7"),
        (Decimal("0.10"), 0.1, "0.10", "0.1"),
        (Decimal(LONG), LONG, LONG, LONG),
        ([1, None], [1, None], "[1, null]", "[1, null]"),
        ([], [], "[]", "[]"),
        ({"a": [Decimal(1)], 2: "é"}, {"a": [1], "2": "é"}, '{"a": [1], "2": "é"}', '{"a": [1], "2": "é"}'),
        (b"a\x00\\", r"a\x00\x5C", r"a\x00\x5C", r"a\x00\x5C"),
        (datetime.date(2025, 1, 2), "2025-01-02", "2025-01-02", "2025-01-02"),
        (UUID(int=1), str(UUID(int=1)), str(UUID(int=1)), str(UUID(int=1))),
        ("", "", "", ""),
    ],
)
def test_one_value_in_every_form(value: Any, as_json: Any, as_csv: str, on_screen: str) -> None:
    assert (plain(value), text(value), short(value)) == (as_json, as_csv, on_screen)
    assert type(plain(value)) is type(as_json)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_screen_rounds_and_never_makes_whole(value: float) -> None:
    shown = float(short(value))
    assert math.isclose(shown, value, rel_tol=5e-4)
    assert shown.is_integer() == value.is_integer()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_no_digit_of_a_decimal_is_lost(value: Decimal) -> None:
    assert Decimal(text(value)) == value
    assert Decimal(str(plain(value))) == value


@given(st.lists(st.tuples(st.text(max_size=5), st.none() | st.integers()), max_size=4))
def test_csv_reads_back(rows: list[tuple[str, int | None]]) -> None:
    written = "".join(csv_lines(Answer(("a,b", "c"), iter(rows))))
    heading, *read = csv.reader(io.StringIO(written, newline=""))
    assert heading == ["a,b", "c"]
    assert read == [[word, "" if number is None else str(number)] for word, number in rows]


def test_what_is_missing_differs_from_an_empty_text_in_csv() -> None:
    assert list(csv_lines(Answer(("a",), iter([(None,), ("",)])))) == ["a\n", "\n", '""\n']


@given(st.lists(st.sampled_from(["a", "a_1", "b", "a_1_1"])))
def test_names_are_all_different(names: list[str]) -> None:
    found = distinct(names)
    assert len(set(found)) == len(found) == len(names)
    assert all(new.startswith(old) for new, old in zip(found, names, strict=True))


def test_what_may_not_be_cut() -> None:
    assert all(map(is_number, (1, 1.5, Decimal(1), datetime.date(2025, 1, 1))))
    assert not any(map(is_number, ("1", None, [1], b"1")))
