"""The outcome follows from the log of events: where it stands, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from sim.results.record_rows import Event
from tests.sim.results.consistency import first_contact, outcome_class, problems, stands_since
from tests.sim.sample import event, sample_log, sample_trajectory

CASES = [
    ("no_contact", 0, []),
    ("no_contact", 0, ["letter_sent", "request_lapsed:letter"]),
    ("no_deal", 1, ["letter_sent", "request_accepted:letter"]),
    ("no_deal", 0, ["call_held:call"]),
    ("deal", 1, ["summit_held:summit", "deal"]),
    ("truce", 0, ["truce_agreed"]),
    ("no_deal", 1, ["truce_agreed", "truce_lapsed"]),
    ("truce", 0, ["truce_agreed", "truce_renewed"]),
    ("truce", 0, ["truce_agreed", "mediation_failed"]),
    ("truce", 0, ["truce_agreed", "meeting_withdrawn:summit"]),
    ("blow_up", 2, ["truce_agreed", "meeting_withdrawn:summit", "truce_lapsed"]),
    ("blow_up", 2, ["call_held:call", "signal", "meeting_withdrawn:call", "mediation_held:talks"]),
    ("no_deal", 0, ["mediation_held:talks", "mediation_failed"]),
    ("blow_up", 1, ["truce_agreed", "truce_breached"]),
    ("blow_up", 1, ["truce_agreed", "truce_breached", "request_lapsed:call"]),
    ("no_deal", 2, ["truce_agreed", "truce_breached", "summit_held:summit", "no_deal"]),
    ("blow_up", 1, ["summit_scheduled:summit", "meeting_withdrawn:summit"]),
    ("blow_up", 1, ["call_scheduled:call", "meeting_withdrawn:call"]),
    ("no_contact", 2, ["call_scheduled:call", "meeting_withdrawn:call", "call_scheduled:call"]),
    ("truce", 4, [*["summit_scheduled", "meeting_withdrawn"] * 2, "truce_agreed"]),
    ("blow_up", 1, ["summit_held:summit", "blow_up"]),
    ("no_deal", 2, ["summit_held:summit", "blow_up", "call_held:call"]),
    ("no_deal", 0, ["summit_held:summit", "no_deal", "mediation_held:talks"]),
    ("no_deal", 0, ["ratification_failed"]),
]


def log_of(kinds: list[str]) -> list[Event]:
    parts = [kind.partition(":") for kind in kinds]
    return [event(number, float(number), kind, level=level) for number, (kind, _, level) in enumerate(parts)]


@pytest.mark.parametrize(("outcome", "since", "kinds"), CASES)
def test_what_holds_and_the_last_act_between_the_leaders_give_the_class(
    outcome: str, since: int, kinds: list[str]
) -> None:
    log = log_of(kinds)
    assert outcome_class(log, 30) == outcome
    assert stands_since(log, 30) == since


def test_talks_of_envoys_that_lie_too_far_back_are_no_touch() -> None:
    log = log_of(["signal", "mediation_held:talks"])
    found = [(outcome_class(log, day), stands_since(log, day)) for day in (91, 91.25, 200)]
    assert found == [("no_deal", 1), ("no_contact", 91), ("no_contact", 91)]


def test_contact_long_ago_is_not_never_in_contact() -> None:
    log = log_of(["call_held:call"])
    assert (outcome_class(log, 300), stands_since(log, 300)) == ("no_deal", 0)


def test_who_asked_is_read_from_the_request() -> None:
    first = first_contact(sample_log())
    assert first is not None
    assert (first.level, first.asked_by, first.day) == ("call", "us", 34.0)


def test_the_sample_holds_together() -> None:
    assert problems(sample_trajectory()) == []


@pytest.mark.parametrize(
    ("table", "column", "row", "value", "said"),
    [
        ("events", "cause", 1, 9, "cause"),
        ("events", "request", 3, 3, "request"),
        ("events", "decision", 0, 99, "no decision 99"),
        ("events", "day", 1, 0.0, "before the one above"),
        ("events", "kind", 14, "blow_up", "outcome_class"),
        ("events", "kind", 13, "signal", "first_voice"),
        ("decisions", "probability", 0, 0.3, "sum to"),
        ("decisions", "face", 1, 5.0, "components make"),
    ],
)
def test_each_contradiction_is_found(table: str, column: str, row: int, value: Any, said: str) -> None:
    sample = sample_trajectory()
    changed = {name: list(values) for name, values in sample.columns[table].items()}
    changed[column][row] = value
    found = problems(sample_trajectory(**{table: changed}, outcome=sample.outcome))
    assert any(said in problem for problem in found), found
