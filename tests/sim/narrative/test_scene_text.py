"""A scene says what happened, what came of it, and how it ended."""

from __future__ import annotations

import pytest

from sim.vocabulary import events as e
from tests.sim.narrative.logs import texts
from tests.sim.sample import event, sample_log

US, CN = {"actor": "us", "target": "cn"}, {"actor": "cn", "target": "us"}
ASK = event(0, 1.0, "call_requested", level="call", **US)
YES = event(1, 3.0, "request_accepted", level="call", cause=0, request=0, **CN)


@pytest.mark.parametrize("kind", e.WORDS)
@pytest.mark.parametrize("plain", [False, True])
def test_every_kind_by_itself_is_a_clause(kind: str, plain: bool) -> None:
    (text,) = texts([event(0, 1.0, kind, actor="us", target="cn", level="summit", amount=0.5)], plain)
    assert text
    assert "{" not in text
    assert not text.endswith(".")


def test_the_sample() -> None:
    assert texts(sample_log())[2] == "The President wrote a letter to The Chairman; no answer came"
    assert texts(sample_log())[3] == (
        "envoys of both sides sat down to talks arranged by Høst, a European one, offered on 28 April, and agreed "
        "on a truce that suspended 60% of the tariffs, before the two leaders themselves had been in contact"
    )
    assert texts(sample_log())[4] == "The President asked The Chairman for a call; the answer, on 20 May, was yes"


@pytest.mark.parametrize(
    ("log", "end"),
    [
        ([ASK], "; no answer had come by the end"),
        ([ASK, YES._replace(kind="request_declined")], "; the answer, on 21 April, was no"),
        ([ASK, YES], "; the answer, on 21 April, was yes, but a call was fixed already"),
    ],
)
def test_how_a_request_ended(log: list[e.Event], end: str) -> None:
    assert texts(log)[0].endswith(end)


def test_read_aloud_a_share_is_in_words_and_an_answer_has_no_date() -> None:
    assert "more than half of the tariffs" in texts(sample_log(), plain=True)[3]
    assert texts([ASK, YES._replace(kind="request_declined")], plain=True)[0].endswith("; the answer was no")


def test_the_date_of_an_answered_letter_is_told_aloud_since_it_is_a_contact() -> None:
    letter = [ASK._replace(kind="letter_sent", level="letter"), YES._replace(level="letter")]
    assert texts(letter, plain=True)[0].endswith("; an answer came on 21 April")


def test_a_request_that_crosses_another() -> None:
    log = [
        ASK,
        event(1, 2.0, "call_requested", level="call", **CN),
        event(2, 2.0, "requests_crossed", level="call", actor="both", cause=1),
    ]
    assert "; The Chairman asked too on 20 April before there was an answer" in texts(log)[0]


def test_what_comes_of_a_meeting() -> None:
    held = event(0, 5.0, "summit_held", level="summit", actor="both")
    after = {"actor": "both", "level": "summit", "cause": 0}
    assert texts([held])[0] == "The Chairman and The President met in person; nothing was agreed"
    assert "it ended in a rupture" in texts([held, event(1, 5.0, "blow_up", **after)])[0]
    assert "parted with nothing agreed" in texts([held, event(1, 5.0, "no_deal", **after)])[0]
    assert texts([held, event(1, 5.0, "truce_renewed", **after)])[0].endswith(" and renewed the truce for another term")
    both = [held, event(1, 5.0, "ratification_failed", **after), event(2, 5.0, "summit_scheduled", **after)]
    assert texts(both)[0].endswith("met in person, fixed a summit and came to an agreement that failed at home")


def test_an_envoy_who_brings_an_agreement() -> None:
    log = [
        event(0, 1.0, "envoy_sent", envoy="first", **US),
        event(1, 4.0, "envoy_received", envoy="first", level="envoy", cause=0, request=0, **CN),
        event(2, 4.0, "truce_agreed", actor="both", amount=0.4, cause=1),
    ]
    assert texts(log) == [
        (
            "China received First Envoy; the visit brought a truce that suspended 40% of the tariffs, before the two "
            "leaders themselves had been in contact"
        )
    ]


def test_offers_of_third_parties() -> None:
    host = {"actor": "host", "mediator": "host", "level": "talks"}
    offer = event(0, 1.0, "mediation_offered", **host)
    no = {"mediator": "host", "level": "talks", "request": 0, "cause": 0}
    assert texts([offer])[0].endswith("; no answer had come by the end")
    answers = [
        event(1, 2.0, "mediation_declined", actor="us", **no),
        event(2, 2.0, "mediation_declined", actor="cn", **no),
    ]
    assert texts([offer, *answers])[0].endswith("; both refused")
    mixed = [answers[0], answers[1]._replace(kind="mediation_lapsed")]
    assert texts([offer, *mixed])[0].endswith("; The President said no; The Chairman did not answer")
    asked = event(0, 1.0, "mediator_invited", actor="us", target="host", mediator="host")
    refused = event(1, 1.0, "mediator_refused", actor="host", mediator="host", cause=0)
    assert texts([asked, refused])[0].endswith(" to bring both sides together, but in vain")
    convened = [offer, event(1, 2.0, "mediation_convened", request=0, cause=0, **host)]
    assert texts(convened)[0].endswith("the talks were still to come at the end")


def test_a_truce_is_broken_by_a_step_up() -> None:
    log = [event(0, 5.0, "escalate", amount=25.0, **US), event(1, 5.0, "truce_breached", cause=0, **US)]
    assert texts(log)[0].startswith(
        "The President broke the truce, and what had been suspended came back; the United States raised tariffs by 25"
    )
