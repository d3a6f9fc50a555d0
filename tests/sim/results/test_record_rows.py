"""Rows of a record as named things: the same values, and exactly one option chosen in each decision."""

from __future__ import annotations

import pytest

from sim.results.record_rows import decisions, events
from tests.sim.sample import sample_decision, sample_log, sample_trajectory


def test_events_are_the_rows_in_order() -> None:
    found = events(sample_trajectory())
    assert [event.kind for event in found] == [event.kind for event in sample_log()]
    assert found[13].request == 12


def test_decisions_hold_their_options() -> None:
    first, second, third = decisions(sample_trajectory())
    assert (first.chosen.name, second.chosen.name, third.chosen.name) == ("escalate", "request_call", "accept")
    assert second.option("hold").components["markets"] == -0.4
    assert second.likeliest.name == "request_call"
    with pytest.raises(KeyError):
        second.option("ease")


def test_a_decision_without_a_choice_is_refused() -> None:
    rows = sample_decision(0, 1.0, "us", "nothing")
    record = sample_trajectory(decisions={name: [row[name] for row in rows] for name in rows[0]})
    with pytest.raises(ValueError, match="0 chosen options"):
        decisions(record)
