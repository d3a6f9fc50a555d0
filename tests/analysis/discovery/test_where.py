"""Conditions on runs: what they mean, and that nothing in them can be executed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.discovery import WhereError, matches
from analysis.discovery.where import written

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
        ("__import__('os').system('true')", "cannot be read at character 17"),
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


NAMES = st.one_of(
    st.sampled_from(["leaders.in.ego", "class", "us-face", "not", "true", "none", "in", "2nd", "a b", "`", "x y"]),
    st.text(min_size=1, max_size=12),
)


@given(NAMES, st.integers(0, 3))
def test_every_column_can_be_named(name: str, least: int) -> None:
    table = pd.DataFrame({name: [0, 1, 2, 3], f"{name}'": [9, 9, 9, 9]})
    expected = [value > least for value in range(4)]
    assert matches(table, f"{written(name)} > {least}").tolist() == expected
    assert matches(table, f"not ({written(name)} in (9, {least})) and {least} < {written(name)}").tolist() == expected


@pytest.mark.parametrize("name", ["leaders.in.ego", "class", "lambda", "face.is.not"])
def test_words_of_other_languages_are_plain_names(name: str) -> None:
    assert written(name) == name


def test_a_name_that_is_no_plain_word_is_shown_as_it_must_be_written() -> None:
    with pytest.raises(WhereError, match="did you mean `us-face`"):
        matches(pd.DataFrame({"us-face": [1.0]}), "us_face > 1")
    with pytest.raises(WhereError, match="stands in backticks, as in `us-face`"):
        matches(pd.DataFrame({"us-face": [1.0]}), "us-face > 1")


@given(st.integers(19, 1500), st.sampled_from(["", "-"]), st.sampled_from(["runs", "leaders.us.ego"]))
def test_numbers_of_any_length_are_compared(digits: int, sign: str, column: str) -> None:
    number = f"{sign}{'9' * digits}"
    known = TABLE[column].notna().tolist()
    assert matches(TABLE, f"{column} {'>' if sign else '<'} {number}").tolist() == known
    assert not matches(TABLE, f"{column} == {number}").any()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("ever_call == 'true'", "yes or no with words.*write ever_call == true"),
        ("'yes' != ever_call", "words with yes or no.*write ever_call == true"),
        ("leaders.us.ego == 'high'", "numbers with words.*leaders.us.ego holds numbers"),
        ("outcome in (1, 'deal')", "outcome holds 'deal', 'no_contact', 'truce'"),
        ("outcome == ever_call", "words with yes or no"),
        ("outcome == 'no_contacts'", "no run is a case: no row has 'no_contacts' in outcome; there are: 'deal', 'no_c"),
        ("runs > 0 or outcome == 'no_contacts'", "every run is a case: no row has 'no_contacts'"),
    ],
)
def test_a_clash_of_kinds_and_an_unknown_word_are_named(condition: str, words: str) -> None:
    with pytest.raises(WhereError, match=words):
        matches(TABLE, condition)


def test_a_word_that_is_not_there_may_stand_where_others_tell_the_rows_apart() -> None:
    assert matches(TABLE, "outcome in ('deal', 'blow_up')").tolist() == [True, False, False, False]


@given(st.text(max_size=60))
def test_no_text_makes_it_fail_otherwise(condition: str) -> None:
    try:
        found = matches(TABLE, condition)
    except WhereError:
        return
    assert found.shape == (4,)
