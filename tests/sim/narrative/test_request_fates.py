"""Every request is followed to its end: answered, held, called off, still to come, overtaken, or left open."""

from __future__ import annotations

import pytest

from sim.narrative.request_fates import Fate, open_dates, threads
from sim.results.record_rows import Event
from tests.sim.sample import event, sample_log

ASK = event(0, 1.0, "call_requested", actor="us", target="cn", level="call")
YES = event(1, 3.0, "request_accepted", actor="cn", target="us", level="call", cause=0, request=0)
DATE = event(2, 3.0, "call_scheduled", actor="both", level="call", cause=1, request=0)
HELD = event(3, 5.0, "call_held", actor="both", level="call", cause=2, request=2)
OFF = event(3, 4.0, "meeting_withdrawn", actor="cn", target="us", level="call", request=2)
DEAL = event(3, 4.0, "deal", actor="both", level="talks")


@pytest.mark.parametrize(
    ("log", "fate"),
    [
        ([ASK], Fate.open),
        ([ASK, YES._replace(kind="request_declined")], Fate.refused),
        ([ASK, YES._replace(kind="request_lapsed")], Fate.unanswered),
        ([ASK, YES], Fate.overtaken),
        ([ASK, YES, DATE], Fate.to_come),
        ([ASK, YES, DATE, HELD], Fate.held),
        ([ASK, YES, DATE, OFF], Fate.withdrawn),
        ([ASK, YES, DATE, DEAL], Fate.overtaken),
    ],
)
def test_an_ask_is_followed_to_its_end(log: list[Event], fate: Fate) -> None:
    assert threads(log)[0].fate is fate


def test_a_letter_ends_with_its_answer() -> None:
    assert threads(sample_log())[2].fate is Fate.unanswered
    letter = [ASK._replace(kind="letter_sent", level="letter"), YES._replace(level="letter")]
    assert threads(letter)[0].fate is Fate.answered


def test_requests_that_cross_have_one_date() -> None:
    log = [
        ASK,
        event(1, 2.0, "call_requested", actor="cn", target="us", level="call"),
        event(2, 2.0, "requests_crossed", actor="both", level="call", cause=1),
        event(3, 2.0, "call_scheduled", actor="both", level="call", cause=2),
    ]
    found = threads(log)
    assert {number: thread.fate for number, thread in found.items()} == {0: Fate.to_come, 1: Fate.to_come}
    assert [date.event for date in open_dates(log)] == [3]
    assert open_dates([ASK, YES, DATE, HELD]) == []
