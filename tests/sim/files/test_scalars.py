"""Is a bare word either read just as every YAML 1.1 parser reads it, or named as a trap?"""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sim.files.scalars import Trap, read_bare

BARE = re.compile(r"[A-Za-z0-9+.~_-][A-Za-z0-9+.:_~-]*")
words = st.one_of(
    st.from_regex(BARE, fullmatch=True).filter(lambda word: not word.endswith(":") and word not in ("-", "---", "...")),
    st.from_regex(r"[-+]?[0-9_]{1,6}(\.[0-9_]{0,4})?([eE][-+]?[0-9]{1,3})?", fullmatch=True),
    st.from_regex(r"[-+]?[0-9]{1,3}(:[0-9]{1,2}){1,2}(\.[0-9]*)?", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", fullmatch=True),
    st.from_regex(r"[-+]?0[xbo][0-9a-f_]{1,4}", fullmatch=True),
    st.sampled_from(
        ["yes", "Off", "NO", "y", "n", "on", "null", "~", "True", ".inf", "-.INF", ".nan", "010", "1e3", "1.5e+3"]
    ),
)


@given(words)
def test_a_word_is_read_as_by_pyyaml_or_is_a_trap(word: str) -> None:
    ours = read_bare(word)
    if isinstance(ours, Trap):
        return
    theirs = yaml.safe_load(word)
    assert (type(ours), ours) == (type(theirs), theirs)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("no", "read by YAML as false"),
        ("On", "read by YAML as true"),
        ("010", "as 8"),
        ("-010", "as 8"),
        ("089", "as text"),
        ("1e-3", "write 0.001 or 1.0e-3"),
        ("1e300", "write 1.0e+300"),
        ("12:30", "as 750"),
        ("1:00:00", "as 3600"),
        ("0x10", "another base"),
        ("1_000", "write 1000"),
        (".nan", "finite"),
        ("2025-02-29", "no day of the calendar"),
        ("2025-04-18T10:00", "time of day"),
        ("9" * 5000, "5000 characters"),
        ("1e" + "9" * 5000, "read by YAML as text"),
    ],
)
def test_traps_say_what_happens_and_what_to_write(word: str, said: str) -> None:
    trap = read_bare(word)
    assert isinstance(trap, Trap)
    assert said in trap.message
    assert len(trap.message) < 300


too_long = st.one_of(
    st.from_regex(r"[-+]?0[0-9]{40,60}", fullmatch=True),
    st.from_regex(r"[-+]?[0-9][0-9_]{40,60}(\.[0-9_]{0,60})?", fullmatch=True),
    st.from_regex(r"[-+]?[0-9]{1,60}(:[0-5][0-9]){20,40}", fullmatch=True),
    st.from_regex(r"[-+]?0[xbo][0-9a-f_]{40,60}", fullmatch=True),
    st.from_regex(r"[-+]?[0-9]{1,60}e[-+]?[0-9]{40,60}", fullmatch=True),
)


@given(too_long)
def test_a_number_too_long_to_be_meant_is_a_trap_said_in_short(word: str) -> None:
    trap = read_bare(word)
    assert isinstance(trap, Trap)
    assert len(trap.message) < 300


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_advice_for_an_exponent_means_the_number_meant(value: float) -> None:
    word = f"{value:e}".replace("e+", "e")
    trap = read_bare(word)
    if isinstance(trap, Trap):
        advised = re.search(r"write (?:\S+ or )?(\S+), or in quotes", trap.message)
        assert advised is not None
        assert read_bare(advised[1]) == float(word)
