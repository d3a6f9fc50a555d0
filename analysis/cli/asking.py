"""Asking question by question: Enter for the default, ``back`` for the one before, again where an answer is no good."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from analysis.cli.answers import NotAllowedError, name_in
from analysis.cli.questions import QUESTIONS, Known, Question
from sim.narrative.case_words import PLAIN, CaseWords
from sim.narrative.wrapping import wrapped
from sim.vocabulary.domains import Domain

BACK = "back"
PROMPT, SOURCE_PROMPT = "> ", "  source> "
OPENING = (
    "Twelve questions make a file. Enter takes what stands behind it, `back` goes to the question before, and nothing "
    "is written before the last answer."
)
WHENCE = "Where do you know that from? (A book, a page, ...; Enter: own judgement.)"


class Answer(NamedTuple):
    """What was answered.

    Attributes
    ----------
    value : object
        As the question reads it.
    source : str
        Where it is known from; empty for one's own judgement.
    given : bool
        False where Enter took the default.
    """

    value: Any
    source: str
    given: bool


class EndedEarly(Exception):
    """There are no more answers, though not all questions were answered; says at which."""


def ask_all(
    ask: Callable[[str], str], show: Callable[[str], None], questions: Sequence[Question] = QUESTIONS
) -> dict[str, Answer]:
    """Ask all questions and return the answers by key.

    Parameters
    ----------
    ask : callable
        Given a prompt, returns the line typed; raises EOFError when there is no more input.
    show : callable
        Prints a line.
    questions : sequence of Question
        What is asked.

    Raises
    ------
    EndedEarly
        When the input ends before the last answer.
    """
    answers: dict[str, Answer] = {}
    while len(answers) < len(questions):
        known = {key: answer.value for key, answer in answers.items()}
        question = questions[len(answers)].said(words_known(known))
        for line in _lines(question, len(answers) + 1, len(questions)):
            show(line)
        try:
            answer = _answer(question, known, ask, show)
        except EOFError:
            raise EndedEarly(f"question {len(answers) + 1} of {len(questions)} ({question.key})") from None
        if answer is not None:
            answers[question.key] = answer
        elif answers:
            answers.popitem()
        else:
            show("  This is the first question.")
    return answers


def words_known(known: Known) -> CaseWords:
    """Return the words in which to ask: those of the kind of confrontation, once it is known."""
    return CaseWords(Domain(known["kind"])) if "kind" in known else PLAIN


def _lines(question: Question, number: int, of: int) -> Iterator[str]:
    yield ""
    yield from wrapped(question.text, first=f"{number} of {of}  ", rest="  ")
    yield from wrapped(question.form, first="  ")
    yield from wrapped(f"Example: {question.example}", first="  ")
    yield from wrapped(f"Enter: {question.default}", first="  ")


def _answer(question: Question, known: Known, ask: Callable[[str], str], show: Callable[[str], None]) -> Answer | None:
    """One answer with its source, or None to go back; ``back`` at the source asks the question itself again."""
    while True:
        typed = ask(PROMPT).strip()
        if typed.lower() == BACK:
            return None
        try:
            value = question.read(typed or question.default, known)
        except NotAllowedError as error:
            _refuse(error, show)
            continue
        source = _source(ask, show) if typed else ""
        if source is not None:
            return Answer(value, source, bool(typed))
        show(f"  {question.text}")


def _source(ask: Callable[[str], str], show: Callable[[str], None]) -> str | None:
    """Where an answer is known from: empty for one's own judgement, None to answer again."""
    show(f"  {WHENCE}")
    while True:
        typed = ask(SOURCE_PROMPT).strip()
        if typed.lower() == BACK:
            return None
        try:
            return name_in(typed) if typed else ""
        except NotAllowedError as error:
            _refuse(error, show)


def _refuse(error: NotAllowedError, show: Callable[[str], None]) -> None:
    for line in wrapped(f"That will not do. Allowed: {error}.", first="  "):
        show(line)
