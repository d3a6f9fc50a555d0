"""The decisions that a report shows led to the first contact."""

from __future__ import annotations

import pytest

from analysis.documents.decisions_shown import DECISIONS_SHOWN, decisive
from sim.results.record_rows import events
from sim.run import run_one


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_decisions_shown_lead_to_the_first_contact(seed: int) -> None:
    told = run_one("two-leaders", seed=seed)
    shown = decisive(told)
    assert 0 < len(shown) <= DECISIONS_SHOWN
    if told.outcome.first_contact is not None:
        assert all(choice.day <= told.outcome.first_contact.day for choice in shown)
        assert {choice.decision for choice in shown} <= {event.decision for event in events(told)}


def test_a_contact_that_no_event_shows_leads_to_no_decision(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_one("two-leaders", seed=3)
    assert told.outcome.first_contact is not None
    monkeypatch.setattr("analysis.documents.decisions_shown.events", lambda _: [])
    assert decisive(told) == []


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 5])
def test_the_ask_is_shown_before_the_yes(seed: int) -> None:
    told = run_one("two-leaders", seed=seed)
    first = told.outcome.first_contact
    assert first is not None and first.asked_by
    ask, *yes = decisive(told)
    assert (ask.leader, ask.about) == (first.asked_by, "")
    assert all(choice.about == first.level and choice.chosen.name == "accept" for choice in yes)
    assert yes
