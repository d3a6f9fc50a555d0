"""What explains the ending is the event that began it, or the last thing that failed."""

from __future__ import annotations

from sim.narrative.deciding import deciding_event
from sim.results.record_rows import Event
from sim.vocabulary.outcomes import OutcomeClass
from tests.sim.narrative.logs import run_of
from tests.sim.sample import event

TRUCE = event(0, 4.0, "truce_agreed", actor="both", amount=0.5)
LAPSE = event(1, 9.0, "truce_lapsed", actor="both")
TALKS = event(2, 12.0, "mediation_held", mediator="host", level="talks")
FAILED = event(3, 12.0, "mediation_failed", mediator="host", level="talks", cause=2)


def number(log: list[Event], outcome: OutcomeClass, day: float | None) -> int | None:
    run = run_of(log, outcome_class=outcome, day=day)
    found = deciding_event(run.trajectory, run.log)
    return None if found is None else found.event


def test_what_began_the_present_spell() -> None:
    assert number([TRUCE, event(1, 20.0, "truce_renewed")], OutcomeClass.truce, 4.0) == 0
    assert number([TRUCE, event(1, 9.0, "truce_breached")], OutcomeClass.blow_up, 9.0) == 1


def test_where_nothing_is_agreed_the_last_failure_explains_it() -> None:
    assert number([TRUCE, LAPSE], OutcomeClass.no_deal, 9.0) == 1
    assert number([TRUCE, LAPSE, TALKS, FAILED], OutcomeClass.no_deal, 9.0) == 3


def test_a_date_decides_only_where_something_was_broken_off() -> None:
    date = event(5, 20.0, "call_scheduled", actor="both", level="call")
    off = event(4, 15.0, "meeting_withdrawn", actor="us", level="call")
    assert number([TALKS, off, date], OutcomeClass.no_deal, 20.0) == 5
    assert number([date], OutcomeClass.no_deal, 20.0) is None


def test_only_a_letter_is_a_contact_by_its_answer() -> None:
    answer = event(1, 5.0, "request_accepted", actor="cn", level="letter", request=0)
    assert number([answer], OutcomeClass.no_deal, 5.0) == 1
    assert number([answer._replace(level="call")], OutcomeClass.no_deal, 5.0) is None


def test_where_nothing_happened_nothing_decided() -> None:
    assert number([], OutcomeClass.no_contact, 0.0) is None
    assert number([TALKS], OutcomeClass.no_contact, 102.0) == 2
    assert number([TRUCE], OutcomeClass.truce, None) is None
