"""Does the declaration of a number carry all that errors, schema and sliders show, and is a roster closed?"""

from __future__ import annotations

import copy
import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sim.scenario.bounds import NAME_PATTERN, Identifier, Part, Roster, number


class Sample(Part):
    size: float = number(0.5, 0, 1, "share", "How large.", "tiny", "huge")


def test_a_number_keeps_its_range_and_type() -> None:
    assert Sample().size == 0.5
    assert Sample(size=1).size == 1.0
    for wrong in (-0.1, 1.1, float("nan"), float("inf"), "0.5", True):
        with pytest.raises(ValidationError):
            Sample(size=wrong)  # type: ignore[arg-type]


def test_a_roster_cannot_be_changed_but_copied_compared_and_hashed() -> None:
    roster = Roster({"a": 1, "b": 2})
    for change in ("clear", "popitem"):
        with pytest.raises(TypeError, match="frozen"):
            getattr(roster, change)()
    with pytest.raises(TypeError, match="frozen"):
        roster["c"] = 3
    with pytest.raises(TypeError, match="frozen"):
        del roster["a"]
    with pytest.raises(TypeError, match="frozen"):
        roster |= {"c": 3}
    for same in (pickle.loads(pickle.dumps(roster)), copy.deepcopy(roster), Roster({"b": 2, "a": 1})):
        assert same == roster
        assert hash(same) == hash(roster)


@given(st.text(max_size=50) | st.from_regex(r"[a-z][a-z0-9_-]{0,45}", fullmatch=True))
def test_names(text: str) -> None:
    try:
        TypeAdapter(Identifier).validate_python(text)
        valid = True
    except ValidationError:
        valid = False
    assert valid == bool(re.fullmatch(NAME_PATTERN.strip("^$"), text))
