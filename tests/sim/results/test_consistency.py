"""The outcome follows from the log of events: the rules of decisive events, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from sim.results.record_rows import Event
from tests.sim.results.consistency import first_contact, outcome_class, problems
from tests.sim.sample import event, sample_log, sample_trajectory

CASES = [
    ("no_contact", []),
    ("no_contact", ["letter_sent", "request_lapsed:letter"]),
    ("no_deal", ["letter_sent", "request_accepted:letter"]),
    ("no_deal", ["call_held:call"]),
    ("deal", ["summit_held:summit", "deal"]),
    ("truce", ["truce_agreed"]),
    ("truce", ["truce_agreed", "truce_lapsed"]),
    ("truce", ["truce_agreed", "truce_renewed"]),
    ("truce", ["truce_agreed", "mediation_failed"]),
    ("no_deal", ["truce_agreed", "truce_lapsed", "mediation_failed"]),
    ("no_deal", ["mediation_failed"]),
    ("blow_up", ["truce_agreed", "truce_breached"]),
    ("no_deal", ["truce_agreed", "truce_breached", "no_deal"]),
    ("blow_up", ["summit_scheduled:summit", "meeting_withdrawn:summit"]),
    ("no_contact", ["call_scheduled:call", "meeting_withdrawn:call"]),
    ("blow_up", ["summit_held:summit", "blow_up"]),
    ("no_deal", ["blow_up", "summit_held:summit", "ratification_failed"]),
]


def log_of(kinds: list[str]) -> list[Event]:
    parts = [kind.partition(":") for kind in kinds]
    return [event(number, float(number), kind, level=level) for number, (kind, _, level) in enumerate(parts)]


@pytest.mark.parametrize(("outcome", "kinds"), CASES)
def test_the_last_decisive_event_gives_the_class(outcome: str, kinds: list[str]) -> None:
    assert outcome_class(log_of(kinds)) == outcome


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
