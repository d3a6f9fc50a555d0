"""Are suggestions close, and are shown values short, single-line and harmless to a terminal?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sim.files.suggestions import LONGEST_SHOWN, did_you_mean, one_of, shown


def test_suggestions() -> None:
    assert did_you_mean("egoo", ["ego", "face_need"]) == "; did you mean 'ego'?"
    assert did_you_mean("EGO", ["ego"]) == "; did you mean 'ego'?"
    assert did_you_mean("d1", ["D1", "D13"]) == "; did you mean 'D1'?"
    assert did_you_mean("zzz", ["ego"]) == ""
    assert did_you_mean("", []) == ""


def test_lists() -> None:
    assert one_of([]) == "nothing"
    assert one_of(["a", "b"]) == "a, b"
    assert one_of(map(str, range(30)), most=2) == "0, 1, ... (30 in all)"


@given(st.text() | st.integers() | st.floats())
def test_shown_values_are_short_and_printable(value: object) -> None:
    text = shown(value)
    assert len(text) <= LONGEST_SHOWN
    assert text.isprintable()
