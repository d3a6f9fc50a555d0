"""The language of conditions: what is read into which nodes, and that every other text is refused in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.discovery.condition import (
    DEEPEST,
    Among,
    Column,
    Comparison,
    Condition,
    Joined,
    Not,
    Value,
    WhereError,
    parse,
)

A, B = Column("a", "a"), Column("b", "b")


@pytest.mark.parametrize(
    ("condition", "read"),
    [
        ("a", A),
        ("((a))", A),
        ("not a", Not(A)),
        ("not not a", A),
        ("a or b and a", Joined(False, (A, Joined(True, (B, A))))),
        ("(a) < b", Comparison("<", A, B)),
        ("-1 < a<=2.5", Joined(True, (Comparison("<", Value(-1, "-1"), A), Comparison("<=", A, Value(2.5, "2.5"))))),
        ("a not in ['x',]", Comparison("not in", A, Among((Value("x", "'x'"),), "['x',]"))),
        ("a is not none", Comparison("is not", A, Value(None, "none"))),
        (r"a == 'it\'s'", Comparison("==", A, Value("it's", r"'it\'s'"))),
        ("`a``-b` == true", Comparison("==", Column("a`-b", "`a``-b`"), Value(True, "true"))),
        ("a.in.or > 1e3", Comparison(">", Column("a.in.or", "a.in.or"), Value(1000.0, "1e3"))),
    ],
)
def test_what_is_read(condition: str, read: object) -> None:
    assert parse(condition) == read


@pytest.mark.parametrize(
    ("condition", "place"),
    [("a ==", 5), ("a b", 3), ("a == 'x", 6), ("a == 1_0", 6), ("in > 1", 1), ("(a", 3), ("a in (1 2)", 9), ("``", 1)],
)
def test_where_it_cannot_be_read(condition: str, place: int) -> None:
    with pytest.raises(WhereError, match=f"cannot be read at character {place}:"):
        parse(condition)


def test_depth_has_an_end() -> None:
    parse("(" * (DEEPEST - 1) + "a" + ")" * (DEEPEST - 1))
    with pytest.raises(WhereError, match="too deeply"):
        parse("(" * DEEPEST + "a" + ")" * DEEPEST)


PIECES = "a ` 'w' 1 -2 == != < in not is and or ( ) [ ] , none true x.y \\ é"


@given(st.lists(st.sampled_from(PIECES.split(" "))))
def test_pieces_in_any_order_are_read_or_refused(pieces: list[str]) -> None:
    try:
        read = parse(" ".join(pieces))
    except WhereError:
        return
    assert isinstance(read, Condition)
