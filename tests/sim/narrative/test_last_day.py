"""The last line says what decided, or that nothing did, and what was still to come."""

from __future__ import annotations

import pytest

from sim.narrative.last_day import last_day
from sim.vocabulary.outcomes import OutcomeClass
from tests.sim.narrative.logs import run_of
from tests.sim.sample import event

LAPSE = event(0, 9.0, "truce_lapsed", actor="both")


def test_a_deal_is_the_last_word() -> None:
    assert last_day(run_of([])) is None


@pytest.mark.parametrize("outcome", [row for row in OutcomeClass if row != OutcomeClass.deal])
def test_nothing_decided(outcome: OutcomeClass) -> None:
    run = run_of([], outcome_class=outcome, day=0.0)
    item = last_day(run)
    assert item is not None
    assert (item.first, item.last) == (run.last_date, run.last_date)
    assert "<" not in item.text
    assert "{" not in item.text


def test_what_decided_is_named_with_its_day() -> None:
    item = last_day(run_of([LAPSE], outcome_class=OutcomeClass.no_deal, day=9.0))
    assert item is not None
    assert item.text == "nothing had taken the place of the truce that ran out on 27 April"


def test_what_was_still_to_come_is_named() -> None:
    date = event(1, 12.0, "call_scheduled", actor="both", level="call")
    item = last_day(run_of([LAPSE, date], outcome_class=OutcomeClass.no_deal, day=9.0))
    assert item is not None
    assert item.text.endswith("; a call was still to come")
