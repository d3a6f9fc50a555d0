"""Conditions on runs: what they mean, and that nothing in them can be executed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.discovery import WhereError, matches

TABLE = pd.DataFrame(
    {
        "outcome": ["deal", "no_contact", "truce", None],
        "leaders.us.ego": [0.1, 0.5, 0.9, np.nan],
        "ever_call": [True, False, True, False],
        "runs": [1, 2, 3, 4],
    }
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("outcome == 'no_contact'", [0, 1, 0, 0]),
        ("outcome != 'deal'", [0, 1, 1, 0]),
        ("leaders.us.ego > 0.3 and runs <= 2", [0, 1, 0, 0]),
        ("0.05 < leaders.us.ego < 0.6", [1, 1, 0, 0]),
        ("outcome in ('deal', 'truce')", [1, 0, 1, 0]),
        ("outcome not in ['deal', 'truce']", [0, 1, 0, 0]),
        ("not (runs > 1 or ever_call)", [0, 0, 0, 0]),
        ("ever_call", [1, 0, 1, 0]),
        ("ever_call == false", [0, 1, 0, 1]),
        ("outcome == none", [0, 0, 0, 1]),
        ("leaders.us.ego != none", [1, 1, 1, 0]),
        ("runs > -1", [1, 1, 1, 1]),
        ("  runs == 1  ", [1, 0, 0, 0]),
    ],
)
def test_conditions_mean_what_they_say(condition: str, expected: list[int]) -> None:
    assert matches(TABLE, condition).tolist() == [bool(answer) for answer in expected]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("__import__('os').system('true')", "cannot be read at character 11"),
        ("runs.__class__ == 1", "no column 'runs.__class__'"),
        ("(lambda: 1)() == runs", "cannot be read"),
        ("[x for x in runs] == 1", "cannot be read"),
        ("runs ** 99 > 1", "cannot be read at character 6"),
        ("f'{runs}' == 'a'", "cannot be read"),
        ("(y := 1) == runs", "cannot be read"),
        ("outcom == 'deal'", "did you mean outcome"),
        ("outcome == deal", "put words in quotes"),
        ("outcome =", "cannot be read at character"),
        ("", "cannot be read"),
        ("outcome > 3", "compares words with numbers"),
        ("runs", "not a yes-or-no column"),
        ("1 == 1", "compares no column"),
        ("runs is 1", "write =="),
        ("runs > none", "orders none"),
        ("outcome in runs", r"column in \('a', 'b'\)"),
        ("outcome in ('a', runs)", "lists a column"),
        ("runs == 1" + " or runs == 1" * 400, "at most 2000"),
        ("(" * 900 + "runs == 1" + ")" * 900, "cannot be read|too deeply"),
        ("runs == 1\0", "cannot be read"),
    ],
)
def test_anything_else_is_refused_in_words(condition: str, words: str) -> None:
    with pytest.raises(WhereError, match=words):
        matches(TABLE, condition)


@given(st.text(max_size=60))
def test_no_text_makes_it_fail_otherwise(condition: str) -> None:
    try:
        found = matches(TABLE, condition)
    except WhereError:
        return
    assert found.shape == (4,)
