"""Asking: Enter is the default, ``back`` the question before, what will not do is asked again, an end loses nothing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.cli.asking import BACK, Answer, EndedEarly, ask_all
from analysis.cli.questions import QUESTIONS
from tests.analysis.cli.test_asked_scenario import lines_of
from tests.analysis.cli.typed_answers import Typed, answers
from tests.generate import few


class Typist:
    """Types lines, one for each prompt, and hears what is said."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines, self.heard = iter(lines), list[str]()

    def ask(self, _: str) -> str:
        try:
            return next(self.lines)
        except StopIteration:
            raise EOFError from None

    def answers(self) -> dict[str, Answer]:
        return ask_all(self.ask, self.heard.append)


def test_enter_takes_every_default_and_has_no_source() -> None:
    found = Typist([""] * len(QUESTIONS)).answers()
    assert list(found) == [question.key for question in QUESTIONS]
    assert not any(answer.given or answer.source for answer in found.values())


@few
@given(typed=answers(), places=st.sets(st.integers(0, len(QUESTIONS) - 1)))
def test_going_back_and_answering_again_changes_nothing_else(typed: dict[str, Typed], places: set[int]) -> None:
    plain = Typist(lines_of(typed)).answers()
    lines: list[str] = []
    for place, answer in enumerate(typed.values()):
        if place in places and place:  # at this question go back, and answer the one before once more
            before = list(typed.values())[place - 1]
            lines += [BACK, before.text, before.source]
        if place in places:  # at its source go back, and answer the question once more
            lines += [answer.text, BACK.upper()]
        lines += [answer.text, answer.source]
    assert Typist(lines).answers() == plain


def test_there_is_nothing_before_the_first_question() -> None:
    typist = Typist([BACK, *[""] * len(QUESTIONS)])
    typist.answers()
    assert "  This is the first question." in typist.heard


def test_what_will_not_do_is_asked_again_with_what_is_allowed() -> None:
    typist = Typist(["Nobody", "A, B; C, D", "a\x07book", "a book", *[""] * (len(QUESTIONS) - 1)])
    found = typist.answers()
    heard = " ".join(typist.heard)
    assert "That will not do. Allowed: two answers, one for each side" in heard
    assert "without an unprintable character" in heard
    assert found["who"].source == "a book"


@pytest.mark.parametrize("typed", range(0, len(QUESTIONS), 3))
def test_an_early_end_says_at_which_question(typed: int) -> None:
    with pytest.raises(EndedEarly, match=f"question {typed + 1} of 12"):
        Typist([""] * typed).answers()


def test_an_end_at_a_source_is_an_early_end_too() -> None:
    with pytest.raises(EndedEarly, match="question 1 of 12"):
        Typist(["A; B"]).answers()


def test_a_strike_is_asked_about_in_the_words_of_a_strike() -> None:
    typist = Typist(["", "labour", "a book", *[""] * (len(QUESTIONS) - 2)])
    typist.answers()
    heard = " ".join(" ".join(typist.heard).split())
    assert "How far has each side gone with industrial action" in heard
    assert "summit (meeting)" in heard
    assert "tariffs" not in heard


def test_no_line_is_wider_than_a_terminal() -> None:
    typist = Typist(["?", *[""] * len(QUESTIONS)])
    typist.answers()
    assert max(map(len, typist.heard)) <= 80
