"""Facts that a reason may mention are true of the record at that moment: found anew by looking through all of it."""

from __future__ import annotations

from collections.abc import Callable

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
        own, other, found = decision.leader, cast.other(decision.leader), facts.at(decision).known
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
                assert ("truce" in facts.at(decision).known) == bool(steps["truce"][decision.step])


def near(record: Trajectory, decision: Decision, column: str) -> list[float]:
    """A column at the beginning and at the end of the step in which a decision falls."""
    values = record.columns["steps"][column]
    return [float(value) for value in values[decision.step : decision.step + 2]]


def neutral(record: Trajectory) -> float:
    return float(dict(record.scenario.weights)["coercion_neutral"])


def happened(record: Trajectory, decision: Decision, *kinds: str) -> bool:
    return any(event.kind in kinds and event.day < decision.day for event in events(record))


CLAIMS: dict[str, Callable[[Trajectory, Decision, str], bool]] = {
    "time was running out": lambda r, d, _: bool(r.columns["steps"]["truce"][d.step]),
    "something to offer": lambda r, d, _: any(event.mediator and event.day == d.day for event in events(r)),
    "it was too soon to": lambda r, d, own: any(event.actor == own and event.day < d.day for event in events(r)),
    "ended badly": lambda r, d, _: happened(r, d, "blow_up"),
    "asking again": lambda r, d, _: happened(r, d, "request_declined", "request_lapsed"),
    "pride forbade another": lambda r, d, _: happened(r, d, "request_declined", "request_lapsed"),
    "had fallen": lambda r, d, own: r.columns["steps"][f"{own}.drawdown"][d.step] >= 0.03,
    "down by about": lambda r, d, own: r.columns["steps"][f"{own}.drawdown"][d.step] >= 0.03,
    " blows": lambda r, d, own: max(near(r, d, f"{own}.provocation")) > 0,
    "step that called": lambda r, d, own: max(near(r, d, f"{own}.easing")) > 0,
    "was strong": lambda r, d, own: max(near(r, d, f"{own}.coercion_works")) > neutral(r),
    "was weak": lambda r, d, own: min(near(r, d, f"{own}.coercion_works")) < neutral(r),
    "bad memories": lambda r, d, own: max(near(r, d, f"{own}.fear")) > 0,
    "to lean on": lambda r, d, own: max(near(r, d, f"{own}.outside_option")) > 0,
    "to be won": lambda r, d, own: min(near(r, d, f"{own}.outside_option")) < 1,
    "too hostile": lambda r, d, own: max(near(r, d, f"{own}.hostility")) > 0,
    "hurting": lambda r, d, own: max(near(r, d, f"{own}.pain")) > 0,
}
"""What a sentence claims of the world, and where the record has it."""


def check_claims(record: Trajectory) -> set[str]:
    cast, facts, met = Cast(record.scenario), RecordFacts(record), set()
    for decision in decisions(record):
        for clause in motive(decision, cast, facts.at(decision)).told:
            for claim in (claim for claim in CLAIMS if claim in clause.text):
                assert CLAIMS[claim](record, decision, decision.leader), (clause.text, decision.date, decision.leader)
                met.add(claim)
    return met


def test_what_sentences_claim_is_so_in_shipped_cases() -> None:
    met = {claim for name in SHIPPED for run in (4, 5) for claim in check_claims(run_one(name, run=run))}
    assert len(met) >= 10


@few
@given(scenario=scenarios(40), run=st.integers(0, 2**32 - 1))
def test_what_sentences_claim_is_so_in_any_run(scenario: Scenario, run: int) -> None:
    check_claims(run_one(scenario, 3, run))


@given(st.floats(0.03, 1), st.floats(0.03, 1))
def test_a_deeper_fall_is_never_told_as_a_smaller_one(one: float, other: float) -> None:
    order = [words for _, words in FALLS]
    low, high = sorted((one, other))
    assert order.index(spoken_fall(low)) <= order.index(spoken_fall(high))


def test_every_fact_of_a_sentence_can_be_met() -> None:
    named = {row.fact for row in FACTUAL if not row.fact.startswith("again ")}
    assert named == {"fall", "truce", "blow", "step", "refused", "rupture", "blocked", "host"}
