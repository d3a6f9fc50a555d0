"""Reasons stand where they say most: at firsts, at tables, and never for more events than asked."""

from __future__ import annotations

from sim.narrative.cast import Cast
from sim.narrative.motives import AT_TABLE, WHY, motives
from sim.results.record_rows import decisions, events
from tests.sim.sample import sample_decision, sample_scenario, sample_trajectory

CAST = Cast(sample_scenario())


def test_what_is_decided_at_a_table_has_reasons() -> None:
    assert set(AT_TABLE) <= set(WHY)


def test_reasons_belong_to_the_decision_of_the_event() -> None:
    record = sample_trajectory()
    log = events(record)
    found = motives(log, log, decisions(record), CAST, most=9)
    assert set(found) == {0, 10}
    assert found[10].startswith("The President asked for a call rather than wait")
    assert len(motives(log, log, decisions(record), CAST, most=1)) == 1


def test_a_truce_is_explained_by_the_answers_at_the_table() -> None:
    rows = [{**row, "about": "truce"} for row in sample_decision(0, 27.0, "us", "accept", "answer")]
    rows += [{**row, "about": "truce"} for row in sample_decision(1, 27.0, "cn", "accept", "answer")]
    record = sample_trajectory(decisions={name: [row[name] for row in rows] for name in rows[0]})
    log = events(record)
    found = motives(log, log, decisions(record), CAST, most=9)
    assert found[9].startswith("The President said yes to a truce rather than")
    assert "The Chairman said yes to a truce rather than" in found[9]
