"""Who sits at the table learns where things stand, what is new, what is asked, and what is possible."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.files import load_scenario
from sim.narrative.briefing import (
    ANSWERED,
    CONSEQUENCES,
    NEWS_TOLD,
    QUESTIONS,
    choices,
    heading,
    news,
    question,
    standing,
)
from sim.narrative.case_words import CaseWords
from sim.narrative.cast import Cast
from sim.policies.letters import LETTERS
from sim.policies.protocol import Change, Turn
from sim.run import open_game
from sim.vocabulary import actions, answers
from sim.vocabulary.domains import Domain
from sim.vocabulary.wording import Wording
from tests.sim.sample import event, sample_scenario

CAST = Cast(sample_scenario())
CASE = Cast(load_scenario("two-leaders"))


def first_turn() -> Turn:
    turn = open_game("two-leaders", seats=("verenia",)).advance()
    assert turn is not None
    return turn


def asked(about: str) -> Turn:
    return replace(first_turn(), kind="answer", about=about, options=dict.fromkeys(answers.WORDS, 1 / 3))


def test_everything_that_may_come_has_words() -> None:
    assert set(QUESTIONS) == set(answers.TOPICS)
    assert set(CONSEQUENCES) == set(actions.WORDS)
    assert set(ANSWERED) == set(answers.WORDS)


@pytest.mark.parametrize("about", answers.TOPICS)
def test_a_request_is_put_as_a_question(about: str) -> None:
    lines = question(CASE, asked(about))
    assert "Do you" in " ".join(lines)
    assert all(len(line) <= 80 for line in lines)
    assert question(CASE, first_turn()) == []


def test_who_offers_is_named() -> None:
    offer = event(0, 1.0, "mediation_offered", actor="sorrel", mediator="sorrel")
    assert "The island of Sorrel offers" in " ".join(question(CASE, replace(asked("mediation"), happened=(offer,))))
    assert "A host offers" in " ".join(question(CASE, asked("mediation")))


def test_heading_fits() -> None:
    assert heading(CASE, "verenia", "2024-01-09", "Week 1 of 12").endswith("9 January 2024: Teodor Vask, Verenia")
    assert len(heading(CASE, "verenia", "2024-01-09", "x" * 90)) == 80


def test_standing_shows_what_changed_since() -> None:
    turn = first_turn()
    changed = {"verenia.pressure": Change(30.0, 50.0), "aldmark.drawdown": Change(0.05, 0.052)}
    lines = standing(CASE, replace(turn, newly_known={**turn.newly_known, **changed}))
    assert all(len(line) <= 80 for line in lines)
    assert "50 (+20)" in lines[1] and "(you)" in lines[1]
    assert "(" not in lines[2], "a change that does not show is none"


def test_news_is_told_in_words_with_its_date() -> None:
    (line,) = news(CAST, "us", [event(0, 1.0, "rally", actor="cn")])
    assert "rallies" in line


def test_ones_own_deeds_need_no_telling_but_their_fate_does() -> None:
    deeds = [event(0, 1.0, "rally", actor="us", decision=3), event(1, 2.0, "truce_breached", actor="us", decision=4)]
    (line,) = news(CAST, "us", deeds)
    assert "broken" in line
    assert len(news(CAST, "cn", deeds)) == 2


def test_old_news_gives_way() -> None:
    log = [event(n, float(n), "rally", actor="cn") for n in range(30)]
    heard = [line for line in news(CAST, "us", log) if "rallies" in line]
    assert len(heard) == NEWS_TOLD


def test_choices_name_the_rungs_that_they_reach() -> None:
    turn = first_turn()
    lines = choices(CASE, turn, tuple(turn.options), LETTERS)
    assert all(len(line) <= 80 for line in lines)
    assert any("by 10, to 50" in line and line.startswith("  e  raise tariffs") for line in lines)
    assert any("by 10, to 30" in line and line.startswith("  d  lower tariffs") for line in lines)
    assert choices(CASE, asked("call"), answers.WORDS, LETTERS) == ["  y  yes", "  n  no", "  k  give no answer"]


@pytest.mark.parametrize("rename", ["a very long way of saying that nothing at all is done about it by anybody"])
def test_long_words_wrap(rename: str) -> None:
    cast = Cast(load_scenario("two-leaders"))
    cast.words = CaseWords(Domain.trade, {"hold": Wording(infinitive=rename)})
    lines = choices(cast, first_turn(), ("hold", "rally"), LETTERS)
    assert all(len(line) <= 80 for line in lines)
    assert rename in " ".join(" ".join(lines).split())
