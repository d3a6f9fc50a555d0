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
    in_vain,
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
from sim.vocabulary import events as e
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
    lines = question(CASE, asked(about), ())
    assert "Do you" in " ".join(lines)
    assert all(len(line) <= 80 for line in lines)
    assert question(CASE, first_turn(), ()) == []


def test_who_offers_is_named() -> None:
    cast = Cast(load_scenario("us-china-2025"))
    wait = cast.scenario.latencies.answer_days
    log = [
        event(n, day, "mediation_offered", actor=who, mediator=who)
        for n, (day, who) in enumerate([(1.0, "vietnam"), (4.0, "singapore")])
    ]
    for day, name in ((1.0, "Vietnam"), (4.0, "Singapore")):
        turn = replace(asked("mediation"), day=day + wait, leader="us")
        assert f"{name} offers a room" in " ".join(question(cast, turn, log))
    assert "A host offers" in " ".join(question(cast, replace(asked("mediation"), leader="us"), ()))


def test_a_summit_that_talks_come_to_is_nobodys_proposal() -> None:
    turn = asked("summit")
    assert " ".join(question(CASE, turn, ())) == "At the table: a summit, in person. Do you agree?"
    proposed = event(3, 1.0, "summit_proposed", actor="aldmark", target="verenia", level="summit")
    refused = event(4, 2.0, "request_declined", actor="verenia", target="aldmark")._replace(request=3)
    assert question(CASE, turn, [proposed])[0].startswith("Marta Oslin proposes a summit")
    assert question(CASE, turn, [proposed, refused])[0].startswith("At the table")
    own = proposed._replace(actor="verenia", target="aldmark")
    assert question(CASE, turn, [own])[0].startswith("At the table")


def test_heading_fits() -> None:
    assert heading(CASE, "verenia", "2024-01-09", "Week 1 of 12").endswith("9 January 2024: Teodor Vask, Verenia")
    assert len(heading(CASE, "verenia", "2024-01-09", "x" * 90)) == 80


def test_standing_shows_what_changed_since() -> None:
    turn = first_turn()
    changed = {"verenia.pressure": Change(30.0, 50.0), "aldmark.drawdown": Change(0.05, 0.052)}
    known = {**turn.known, **{name: change.now for name, change in changed.items()}}
    lines = standing(CASE, replace(turn, known=known, newly_known={**turn.newly_known, **changed}))
    assert all(len(line) <= 80 for line in lines)
    assert "50 (+20)" in lines[1] and "(you)" in lines[1]
    assert "(" not in lines[2], "a change that does not show is none"


def test_news_is_told_in_words_with_its_date() -> None:
    (line,) = news(CAST, "us", [event(0, 1.0, "rally", actor="cn")])
    assert "rallies" in line


def test_ones_own_deeds_need_no_telling_but_what_comes_of_them_does() -> None:
    deeds = [event(0, 1.0, "rally", actor="us", decision=3), event(1, 2.0, "truce_breached", actor="us", decision=4)]
    (line,) = news(CAST, "us", deeds)
    assert "broken" in line
    assert len(news(CAST, "cn", deeds)) == 2


def test_what_is_done_again_and_again_is_told_once() -> None:
    again = [event(n, float(n), "rally", actor="cn") for n in range(3)]
    told = " ".join(" ".join(news(CAST, "us", again)).split())
    assert told.count("rallies") == 1 and "three times by" in told


@pytest.mark.parametrize(
    ("about", "said", "kinds", "told"),
    [
        ("truce", "accept", [], True),
        ("truce", "decline", [], False),
        ("call", "accept", [], False),
        ("summit", "accept", [], True),
        ("summit", "accept", ["summit_scheduled"], False),
        ("truce", "accept", ["truce_agreed"], False),
        ("truce", "accept", ["mediation_failed"], False),
        ("truce", "accept", ["rally"], True),
    ],
)
def test_a_yes_in_vain_is_said(about: str, said: str, kinds: list[str], told: bool) -> None:
    happened = tuple(event(n, 2.0, kind, actor="aldmark") for n, kind in enumerate(kinds))
    now = replace(first_turn(), happened=happened)
    lines = in_vain(CASE, replace(asked(about), decision=5), [(4, "hold"), (5, said)], now)
    assert bool(lines) == told
    assert not told or f"Marta Oslin did not agree to the {about}." in lines[0]


def test_old_news_gives_way() -> None:
    kinds = [row.word for row in e.ROWS if row.word.startswith(("m", "t", "e", "s", "r"))]
    heard = news(CAST, "us", [event(n, float(n), kind, actor="cn") for n, kind in enumerate(kinds)])
    assert len(kinds) > NEWS_TOLD == sum(line[:2] == "  " and line[6:7].isalpha() for line in heard)


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
