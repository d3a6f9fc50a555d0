"""Particulars of an act: each is of its kind and in its range, or refused with what is allowed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classroom.session import asked
from analysis.classroom.session.facts import Refused

ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.lists(st.integers())


@given(value=ANYTHING)
def test_what_is_let_through_is_what_it_must_be(value: object) -> None:
    what = {"it": value}
    readers: list[tuple[Callable[[], Any], Callable[[Any], bool]]] = [
        (lambda: asked.truth(what, "it"), lambda found: found is value and isinstance(found, bool)),
        (lambda: asked.whole(what, "it", 0, 9), lambda found: found in range(10) and type(found) is int),
        (lambda: asked.number(what, "it", -1, 2), lambda found: -1 <= found <= 2 and type(found) is float),
        (lambda: asked.word(what, "it", ("a", "b")), lambda found: found in ("a", "b")),
        (lambda: asked.counts(what, "it", 2, 5), lambda found: len(found) == 2 and set(found) <= set(range(6))),
        (lambda: asked.text(what, "it", 3), lambda found: 0 < len(found) <= 3 and found.isprintable()),
    ]
    for read, right in readers:
        try:
            found = read()
        except Refused as refused:
            found, seen = None, refused
            assert seen.status == 422
        else:
            assert right(found)


def test_particulars_that_an_act_does_not_have_are_refused() -> None:
    asked.only({"a": 1}, "a", "b")
    with pytest.raises(Refused) as refused:
        asked.only({"c": 1}, "a", "b")
    assert refused.value.values == {"name": "c", "allowed": "a, b"}


def test_a_default_stands_for_what_is_not_said() -> None:
    assert asked.word({}, "it", ("a", "b"), "b") == "b"
