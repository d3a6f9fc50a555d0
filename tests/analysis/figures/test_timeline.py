"""A lane an actor, an arrow an event."""

from __future__ import annotations

import pandas as pd
import pytest

pytest.importorskip("altair")

from analysis.figures import FigureError, who_calls_whom
from analysis.figures.timeline import group_of
from sim.vocabulary.events import WORDS as EVENT_KINDS
from tests.analysis.figures.drawn import values, words

EVENTS = pd.DataFrame(
    [
        (2, "escalate", "us", "cn"),
        (3, "rally", "cn", ""),
        (5, "mediation_offered", "singapore", "both"),
        (9, "call_held", "both", "both"),
        (9, "market_shock", "", "us"),
        (9, "market_shock", "", ""),
    ],
    columns=["day", "kind", "actor", "target"],
)


def test_arrows_run_from_who_acts_to_whom_it_is_meant_for() -> None:
    chart = who_calls_whom(EVENTS, "Who?", {"us": "United States"})
    arrows = [(row["from"], row["to"], row["group"]) for row in values(chart)[0]]
    assert arrows == [
        ("United States", "cn", "pressure"),
        ("cn", "cn", "pressure"),
        ("singapore", "United States", "reaching out"),
        ("singapore", "cn", "reaching out"),
        ("United States", "cn", "yes and meeting"),
        ("cn", "United States", "yes and meeting"),
        ("United States", "United States", "else"),
    ]
    text = words(chart)
    assert all(word in text for word in ("United States", "cn", "singapore", "pressure", "reaching out"))


def test_few_kinds_of_event_are_drawn_as_something_else() -> None:
    assert {kind for kind in EVENT_KINDS if group_of(kind) == "else"} == {"court_partners", "market_shock", "value_set"}
    assert group_of("call_held") == "yes and meeting"
    assert group_of("no such thing") == "else"


def test_nothing_to_draw_says_so() -> None:
    with pytest.raises(FigureError, match="no event"):
        who_calls_whom(EVENTS.tail(1), "Who?")
