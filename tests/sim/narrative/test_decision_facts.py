"""Facts that a reason may mention are true of the record at that moment: found anew by looking through all of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.cast import Cast
from sim.narrative.clause_table import FACTUAL
from sim.narrative.decision_facts import DEED_OF, FALLS, JUST, REFUSAL_REMEMBERED, TOO_SOON, RecordFacts, spoken_fall
from sim.narrative.reasons import motive
from sim.results.record_rows import Decision, Event, decisions, events
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario
from sim.vocabulary import actions
from tests.generate import few, scenarios

SHIPPED = ["two-leaders", "us-china-2025", "us-dprk-2018", "us-ukraine-2025"]


def earlier(record: Trajectory, decision: Decision, actor: str, kinds: tuple[str, ...], days: float) -> list[Event]:
    """Events of a kind by somebody before a decision, not longer ago than so many days."""
    found = (event for event in events(record) if event.kind in kinds and event.actor == actor)
    return [event for event in found if decision.day - days <= event.day < decision.day]


def check(record: Trajectory) -> int:
    cast, facts, steps = Cast(record.scenario), RecordFacts(record), record.columns["steps"]
    told = 0
    for decision in decisions(record):
        own, other, found = decision.leader, cast.other(decision.leader), facts.at(decision)
        fall = steps[f"{own}.drawdown"][decision.step]
        assert ("fall" in found) == (fall >= 0.03)
        if "fall" in found:
            nearest = min(abs(share - fall) for share, _ in FALLS)
            assert {words: share for share, words in FALLS}[found["fall"]["fall"]] == pytest.approx(
                fall, abs=nearest + 1e-12
            )
        for name, kinds in (("blow", ("escalate", "rally", "meeting_withdrawn")), ("step", ("ease", "signal"))):
            seen = earlier(record, decision, other, kinds, JUST)
            assert (name in found) == bool(seen)
            if seen:
                assert found[name]["deed"] == DEED_OF[max(seen, key=lambda event: event.event).kind]
        seen = earlier(record, decision, other, ("request_declined", "request_lapsed"), REFUSAL_REMEMBERED)
        assert ("refused" in found) == bool(seen)
        for deed in actions.WORDS:
            again = earlier(
                record, decision, own, tuple(kind for kind, act in DEED_OF.items() if act == deed), TOO_SOON
            )
            assert (f"again {deed}" in found) == bool(again)
        if "host" in found:
            offer = events(record)[decision.request]
            assert found["host"]["host_name"] in {cast.mediator(offer.mediator), cast.mediator(offer.actor)}
        told += len(found)
    return told


@few
@given(scenario=scenarios(40), run=st.integers(0, 2**32 - 1))
def test_facts_of_any_run_are_in_its_record(scenario: Scenario, run: int) -> None:
    check(run_one(scenario, 3, run))


@pytest.mark.parametrize("name", SHIPPED)
def test_facts_of_shipped_cases_are_in_their_records(name: str) -> None:
    assert check(run_one(name, run=2)) > 0


TRUCE_MOVES = {"truce_agreed", "truce_breached", "truce_lapsed", "deal"}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_truce_is_a_fact_when_the_steps_say_so(name: str) -> None:
    for run in range(3):
        record = run_one(name, run=run)
        facts, steps = RecordFacts(record), record.columns["steps"]
        moved = {event.step for event in events(record) if event.kind in TRUCE_MOVES}
        for decision in decisions(record):
            if decision.step not in moved:
                assert ("truce" in facts.at(decision)) == bool(steps["truce"][decision.step])


def clauses_told(name: str, run: int) -> Iterator[tuple[Trajectory, Decision, str]]:
    record = run_one(name, run=run)
    cast, facts = Cast(record.scenario), RecordFacts(record)
    for decision in decisions(record):
        for clause in motive(decision, cast, facts.at(decision)).told:
            yield record, decision, clause.text


@pytest.mark.parametrize("name", SHIPPED)
def test_what_sentences_claim_beyond_the_component_is_so(name: str) -> None:
    """Sentences of the particular table that state something of the world: checked against the steps and the log."""
    for record, decision, text in clauses_told(name, 4):
        steps, own = record.columns["steps"], decision.leader
        if "time was running out" in text:
            assert steps["truce"][decision.step]
        if "something to offer" in text:
            assert any(event.mediator and event.day == decision.day for event in events(record))
        if "it was too soon to" in text:
            assert any(event.actor == own and event.day < decision.day for event in events(record))
        if "ended badly" in text:
            assert any(event.kind == "blow_up" and event.day < decision.day for event in events(record))
        if "had fallen" in text or "down by" in text:
            assert steps[f"{own}.drawdown"][decision.step] >= 0.03


@given(st.floats(0.03, 1), st.floats(0.03, 1))
def test_a_deeper_fall_is_never_told_as_a_smaller_one(one: float, other: float) -> None:
    order = [words for _, words in FALLS]
    low, high = sorted((one, other))
    assert order.index(spoken_fall(low)) <= order.index(spoken_fall(high))


def test_every_fact_of_a_sentence_can_be_met() -> None:
    named = {row.fact for row in FACTUAL if not row.fact.startswith("again ")}
    assert named == {"fall", "truce", "blow", "step", "refused", "rupture", "blocked", "host"}
