"""The ending says how it ended, who came first, on what terms, and that it is a model's world."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sim.narrative.told_ending import DISCLAIMER, ending
from sim.narrative.told_run import ToldRun
from sim.results.record_rows import Event
from sim.vocabulary.outcomes import OutcomeClass
from tests.sim.sample import event, sample_log, sample_trajectory


def told(plain: bool = False, log: list[Event] | None = None, **changes: Any) -> list[str]:
    table = {name: [getattr(entry, name) for entry in log or sample_log()] for name in Event._fields}
    return ending(
        ToldRun(sample_trajectory(events=table, outcome=replace(sample_trajectory().outcome, **changes)), plain)
    )


@pytest.mark.parametrize("outcome", list(OutcomeClass))
def test_the_class_comes_first_and_the_disclaimer_last(outcome: OutcomeClass) -> None:
    lines = told(outcome_class=outcome)
    assert lines[0].startswith("Where it stands")
    assert lines[1] == "What happened on the way: a call; talks of envoys; a truce agreed."
    assert ToldRun(sample_trajectory()).cast.fill(outcome.ending) in lines[0]
    assert lines[-1] == DISCLAIMER


def test_silence_is_said() -> None:
    for plain in (False, True):
        lines = " ".join(told(plain, first_contact=None, first_voice=None, mediator=None, settlement=None))
        assert "never answered one another" in lines
        assert "prevailed" not in lines
        assert "to hold talks" not in lines


def test_the_settlement_says_who_got_what_they_wanted() -> None:
    for plain in (False, True):
        assert "The President prevailed by a little on Tariffs." in " ".join(told(plain))


def test_the_host_of_the_agreement_is_named_not_the_first_host() -> None:
    log = sample_log()
    first = log[8]._replace(mediator="singapore", actor="singapore")
    log = [*log[:8], first, *log[9:14], log[14]._replace(mediator="host", level="talks")]
    lines = " ".join(told(log=log, mediator="singapore"))
    assert "The deal was brokered by Høst, a European one." in lines
    assert "First to hold talks" not in lines


def test_an_ending_without_such_a_host_names_the_first_and_the_others() -> None:
    talks = event(15, 40.0, "mediation_held", actor="singapore", mediator="singapore", level="talks", origin="due")
    assert "First to hold talks: Høst, a European one, later Singapore." in told(log=[*sample_log(), talks])


def test_read_aloud_says_who_sought_the_first_contact() -> None:
    assert "The first contact came on 22 May 2025; the President had sought it." in told(plain=True)[0]
    before = event(0, 0.0, "earlier_contact", actor="both", level="call", amount=9.0, origin="scheduled")
    log = [before, *(entry._replace(event=entry.event + 1) for entry in sample_log())]
    assert "The first new contact came on" in told(plain=True, log=log)[0]
