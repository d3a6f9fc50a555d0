"""Tests for analysis.classroom.paper.data: counts as a table, the session as JSON from which it comes back."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from analysis.classroom.lessons.lesson import Question
from analysis.classroom.paper.data import counts_csv, session_json
from analysis.classroom.session.facts import Fact
from analysis.classroom.session.folding import replayed
from tests.analysis.classroom.paper.taught import FIRST, SECOND, taught
from tests.analysis.classroom.session.teaching import PREDICT, Class, lesson


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_count_is_a_row_with_what_the_worlds_say() -> None:
    first, second = _rows(counts_csv(taught().session, lesson()))
    bins = [f"from_{low}_to_{low + 20}" for low in range(0, 100, 20)]
    assert [int(first[name]) for name in bins] == FIRST
    assert [int(second[name]) for name in bins] == SECOND
    assert (first["step"], first["count"], second["count"]) == (str(PREDICT + 1), "first", "second")
    assert (second["hands"], second["class_median"]) == (str(sum(SECOND)), "0.3")
    assert (second["worlds"], second["happened"], second["share_low"]) == ("1000", "420", "0.39")


def test_too_few_hands_have_no_median() -> None:
    found = Class()
    found.act("go", step=PREDICT)
    found.act("hands", round="first", counts=[1, 1, 0, 0, 0])
    (row,) = _rows(counts_csv(found.session, lesson()))
    assert (row["hands"], row["class_median"], row["worlds"]) == ("2", "", "")


def test_a_question_is_no_formula() -> None:
    steps = list(lesson().steps)
    steps[PREDICT] = replace(steps[PREDICT], question=Question('=HYPERLINK("x")', "first_voice"))
    for row in _rows(counts_csv(taught().session, replace(lesson(), steps=tuple(steps)))):
        assert row["question"].startswith("'=")


def test_a_session_without_forecasts_is_a_table_without_rows() -> None:
    assert _rows(counts_csv(Class().session, lesson())) == []


def test_json_holds_the_log_from_which_the_session_comes_back() -> None:
    found = taught()
    content = json.loads(session_json(found.session, lesson(), found.facts))
    facts = [Fact(fact["number"], fact["at"], fact["kind"], fact["what"]) for fact in content["facts"]]
    assert replayed(facts) == found.session
    assert content["lesson"]["id"] == "made"
    assert all(world["command"].startswith("climbdown run two-leaders") for world in content["worlds"])


def test_json_holds_no_key_of_a_browser() -> None:
    found = taught()
    keyed = [fact._replace(key="abcdefgh-1234") for fact in found.facts]
    assert "abcdefgh-1234" not in session_json(found.session, lesson(), keyed)
