"""Is the class asked what a leader will do, with a short list that gives nothing away?"""

from __future__ import annotations

import re
from typing import Any

import pytest

from analysis.classroom.messages import message
from analysis.classroom.views.decision_ahead import MOST_OPTIONS, decision_ahead, options
from sim.narrative.cast import Cast
from sim.results.record_rows import Decision, Option, decisions, events
from sim.run import run_one
from sim.scenario import Scenario
from tests.analysis.classroom.views.watched import forks
from tests.renamed_case import renamed, survivors, usual_words

RECORDS = [forks(run)[0].one for run in range(4)]
CAST = Cast(RECORDS[0].scenario)
DECISIONS = [choice for record in RECORDS for choice in decisions(record)]
OTHER = message("watch.something_else")


def about(topic: str) -> tuple[Any, Decision]:
    """The first answer about something, with the record it is from."""
    return next((one, choice) for one in RECORDS for choice in decisions(one) if choice.about == topic)


def test_the_question_does_not_depend_on_what_was_chosen() -> None:
    for choice in DECISIONS:
        for option in choice.options:
            assert options(choice._replace(chosen=option), CAST) == options(choice, CAST)


def test_the_list_is_short_and_says_nothing_twice() -> None:
    for choice in DECISIONS:
        found = options(choice, CAST)
        assert len(found) == len(set(found)) <= MOST_OPTIONS
        assert (OTHER in found) == (len(found) - (OTHER in found) < len(choice.options))


def test_the_order_says_nothing_about_chances() -> None:
    turns = [choice for choice in DECISIONS if choice.kind == "turn" and len(choice.options) > MOST_OPTIONS]
    even = [_falling(choice, some) for choice in turns for some in (choice.options, choice.options[::-1])]
    orders = [[name for name in options(choice, CAST) if name != OTHER] for choice in even]
    known = options(max(turns, key=lambda one: len(one.options)), CAST)
    for order in orders:
        places = [known.index(name) for name in order if name in known]
        assert places == sorted(places)


def _falling(choice: Decision, options: tuple[Option, ...]) -> Decision:
    """The decision with chances that fall in the order given."""
    return choice._replace(
        options=tuple(one._replace(probability=1 / (place + 2)) for place, one in enumerate(options))
    )


def test_an_answer_has_all_there_are() -> None:
    record, choice = about("summit")
    assert options(choice, CAST) == ["Agree", "Turn it down", "Leave it unanswered"]
    assert {option.name for option in choice.options} == {"accept", "decline", "lapse"}
    assert record.scenario == RECORDS[0].scenario


@pytest.mark.parametrize(
    ("topic", "question"),
    [
        ("", "What will Teodor Vask do?"),
        ("letter", "A letter from Teodor Vask lies before Marta Oslin. What will Marta Oslin do?"),
        ("call", "Teodor Vask asks Marta Oslin for a call. What will Marta Oslin do?"),
        ("truce", "At the table: a truce. What will Teodor Vask do?"),
        ("mediation", "The island of Sorrel offers to bring both sides together. What will Marta Oslin do?"),
        ("summit", "At the table: a summit of the two leaders. What will Teodor Vask do?"),
    ],
)
def test_what_lies_before_the_leader_is_said(topic: str, question: str) -> None:
    record, choice = about(topic)
    found = decision_ahead(choice, events(record), CAST)
    other = {"Teodor Vask": "Marta Oslin", "Marta Oslin": "Teodor Vask"}
    turned = "".join(other.get(part, part) for part in _parts(question))
    assert found["question"] in (question, turned)
    assert found["decision"] == choice.decision


def _parts(text: str) -> list[str]:
    """A text cut at the names of both leaders."""
    return re.split(r"(Teodor Vask|Marta Oslin)", text)


def test_a_proposal_of_the_other_and_a_renewal_are_told_apart() -> None:
    asked = [
        decision_ahead(choice, events(record), CAST)["question"]
        for record in RECORDS
        for choice in decisions(record)
        if choice.about in ("summit", "truce")
    ]
    for beginning in ("Teodor Vask proposes a summit to Marta Oslin.", "The truce is running out and may be renewed."):
        assert any(one.startswith(beginning) for one in asked), beginning


def test_every_word_is_that_of_the_case() -> None:
    case: Scenario = renamed(RECORDS[0].scenario)
    words = usual_words(case)
    for run in range(4):
        record = run_one(case, seed=5, run=run)
        for choice in decisions(record):
            found = decision_ahead(choice, events(record), Cast(case))
            assert not survivors(" / ".join([found["question"], *found["options"]]), words)
