"""Twelve questions: each takes its own example and default, and says what is allowed of what it does not take."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.answers import Ladder, NotAllowedError
from analysis.cli.questions import LEVELS, QUESTIONS, Question, domains
from sim.narrative.case_words import PLAIN, CaseWords
from sim.scenario.scenario import Domain
from tests.architecture.source_tree import ROOT
from tests.generate import few

TWELVE = 12
BY_KEY = {question.key: question for question in QUESTIONS}
START = dt.date(2024, 1, 8)


def known(which: str) -> dict[str, Any]:
    """What was answered before: the examples, or the defaults."""
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        answers[question.key] = question.read(getattr(question, which), answers)
    return answers


@pytest.mark.parametrize("which", ["example", "default"])
def test_every_example_and_every_default_is_an_answer(which: str) -> None:
    assert len(known(which)) == TWELVE


@few
@given(st.sampled_from(QUESTIONS), st.text(max_size=30) | st.text(alphabet="ab1;:,. -", max_size=20))
def test_whatever_is_typed_is_read_or_refused(question: Question, text: str) -> None:
    with suppress(NotAllowedError):  # and nothing else
        question.read(text, known("default"))


def test_domains_are_those_of_the_format() -> None:
    assert domains() == tuple(map(str, Domain))


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("who", "Only one", "one for each side"),
        ("who", ", Aldmark; b", "empty"),
        ("kind", "war", "one of trade"),
        ("when", "2024-01-08", "a day and a number of days"),
        ("when", "1700-01-01, 5", "from 1800"),
        ("when", "2024-01-08, 0", "from 1 to 3650"),
        ("pressure", "90 of 80; 1", "90 is more than 80"),
        ("pressure", "1001; 1", "from 0 to 1000"),
        ("stakes", "fish", "NAME: NUMBER, NUMBER"),
        ("stakes", "fish: 0, 3; tolls: 0, 2", "to the first side"),
        ("stakes", "fish: 1, 3; Fish: 4, 2", "each matter once"),
        ("stakes", "; ".join(f"m{n}: 1, 1" for n in range(11)), "at most 10"),
        ("red_lines", "tolls: 0, 10", "1 Canal tolls, 2 Fishing grounds"),
        ("red_lines", "3: 0, 10", "1 Canal tolls, 2 Fishing grounds"),
        ("red_lines", "0: 0, 10", "1 Canal tolls"),
        ("red_lines", "1: 0, 10; Canal tolls: 0, 20", "each matter once"),
        ("red_lines", "1: 0, 101", "from 0 to 100"),
        ("pride", "high; low", "with a , between them"),
        ("markets", "high", "one for each side"),
        ("publics", "high; rather high", "low, middle, high"),
        ("hosts", "Sorrel", "NAME: WORD, WORD"),
        ("hosts", "; ".join(f"h{n}: low, low" for n in range(11)), "at most 10 hosts"),
        ("memories", "none; humiliation 2024-01-09 The dinner", "up to the first one"),
        ("memories", "none; humiliation 2023-10-05", "LESSON DAY NAME"),
        ("contact", "call 2024-01-08", "before the first one"),
        ("contact", "talks 2023-01-08", "one of letter, call, summit"),
        ("contact", "call", "and a day"),
    ],
)
def test_what_will_not_do(key: str, text: str, said: str) -> None:
    with pytest.raises(NotAllowedError, match=said):
        BY_KEY[key].read(text, known("example"))


def test_points_alone_have_the_usual_top_or_their_own() -> None:
    assert BY_KEY["pressure"].read("40; 145", {}) == (Ladder(40, 100), Ladder(145, 145))


def test_a_matter_is_meant_by_its_number_or_its_name() -> None:
    for typed in ("2", "fishing grounds", "Fishing Grounds"):
        (line,) = BY_KEY["red_lines"].read(f"{typed}: 0, 40", known("example"))
        assert line.name == "Fishing grounds"


def test_the_questions_are_listed_in_the_documents() -> None:
    page = (ROOT / "docs" / "how-to" / "write-a-scenario.md").read_text(encoding="utf-8")
    for number, question in enumerate(QUESTIONS, start=1):
        assert f"{number}. {question.said(PLAIN).text}" in page


@pytest.mark.parametrize("domain", list(Domain))
def test_questions_are_said_in_the_words_of_a_domain(domain: Domain) -> None:
    words = CaseWords(domain)
    said = [question.said(words) for question in QUESTIONS]
    text = " ".join(f"{one.text} {one.form}" for one in said)
    assert not set(text) & set("{}")
    for entry in ("pressure", "market", "at_home"):
        assert words[entry].noun in text
    for entry in ("issue", "host", "leader"):
        assert words[entry].plural in text
    for level in LEVELS:
        assert (f"{level} ({words[level]})" in text) == (words[level].noun != level)
