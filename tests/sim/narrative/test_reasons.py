"""Reasons come from the record of the decision and from nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.files import load_scenario, vary
from sim.narrative.cast import Cast
from sim.narrative.choosing import attention_of, given_time
from sim.narrative.decision_facts import RecordFacts
from sim.narrative.reasons import CLAUSES, HABIT, LUCK, PART, SMALLEST, Motive, because, motive, rival_of, told
from sim.results.record_rows import Decision, Option, decisions
from sim.results.trajectory import Trajectory
from sim.run import run_one
from sim.scenario import Scenario
from sim.vocabulary import components as c
from sim.vocabulary.actions import WORDS as ACTIONS
from tests.generate import few, scenarios
from tests.sim.sample import sample_scenario, sample_trajectory

CAST = Cast(sample_scenario())
parts = st.dictionaries(st.sampled_from(c.WORDS), st.floats(-2, 2).map(lambda value: round(value, 3)))


@st.composite
def choices(draw: st.DrawFn) -> Decision:
    names = draw(st.lists(st.sampled_from(list(ACTIONS)), min_size=1, max_size=6, unique=True))
    weights = draw(st.lists(st.floats(0.01, 1), min_size=len(names), max_size=len(names)))
    options = []
    for name, weight in zip(names, weights, strict=True):
        components = dict.fromkeys(c.WORDS, 0.0) | draw(parts)
        options.append(Option(name, name, components, sum(components.values()), weight / sum(weights)))
    return Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, tuple(options), draw(st.sampled_from(options)))


def check(found: Motive, decision: Decision) -> None:
    """A motive is true of the components, the utilities and the chances that the decision recorded."""
    rival = rival_of(decision)
    assert found.chosen == decision.chosen.name
    if rival is None:
        assert len(decision.options) == 1
        assert not found.told
        return
    differences = {name: decision.chosen.components[name] - rival.components[name] for name in c.WORDS}
    assert (found.luck is not None) == (decision.chosen.probability < rival.probability)
    if found.clauses and found.clauses[0].key.component == HABIT:
        assert len(found.clauses) == 1
        assert found.luck is None
        assert decision.chosen.utility <= rival.utility - SMALLEST
        return
    if found.clauses and found.luck is None:
        assert decision.chosen.utility > rival.utility - SMALLEST
    speaking = sorted((value for value in differences.values() if value >= SMALLEST), reverse=True)
    assert bool(speaking) == bool(found.clauses) or found.luck is None
    assert len(found.clauses) <= CLAUSES
    for clause in found.clauses:
        assert clause.difference == differences[clause.key.component]
        assert clause.difference >= max(SMALLEST, PART * speaking[0])
        assert clause.key.option == (found.chosen if clause.key.favours else found.rival)
        weight = decision.option(clause.key.option).components[clause.key.component]
        assert (weight > 0) == clause.key.favours
    assert not found.clauses or found.clauses[0].difference == speaking[0]
    assert {clause.key.component for clause in found.against} == {n for n, v in differences.items() if v <= -SMALLEST}


@given(choices())
def test_clauses_are_the_largest_differences_of_the_recorded_components(decision: Decision) -> None:
    check(motive(decision, CAST), decision)


@given(choices())
def test_the_rival_is_the_likeliest_of_the_others(decision: Decision) -> None:
    rival = rival_of(decision)
    others = [option.probability for option in decision.options if option is not decision.chosen]
    assert (rival is None) == (not others)
    assert rival is None or rival.probability == max(others)


@given(choices())
def test_words_alone_hold_no_digits_and_name_both_options(decision: Decision) -> None:
    found = motive(decision, CAST)
    text = told(found, CAST)
    assert not re.search(r"\d", text)
    if text:
        assert text.startswith("The President ")
        assert " rather than " in text
        assert text.endswith(".")


@given(choices(), st.data())
def test_a_spent_clause_is_left_out(decision: Decision, data: st.DataObject) -> None:
    found = motive(decision, CAST)
    if not found.told:
        return
    spent = data.draw(st.sets(st.sampled_from(found.told)))
    by_key = found.without({clause.key for clause in spent})
    by_text = found.without({clause.text for clause in spent})
    assert by_key == by_text
    text = told(by_key, CAST)
    assert all(clause.text not in text for clause in spent)
    assert all(clause.text in text for clause in by_key.told)
    assert bool(text) == (len(spent) < len(found.told))


def motives_of(record: Trajectory) -> list[tuple[Motive, Decision]]:
    cast, facts = Cast(record.scenario), RecordFacts(record)
    return [
        (motive(decision, cast, facts.at(decision)), given_time(decision, attention_of(record, decision)))
        for decision in decisions(record)
    ]


@few
@given(scenario=scenarios(30), run=st.integers(0, 2**32 - 1))
def test_motives_of_any_run_are_true_of_its_record(scenario: Scenario, run: int) -> None:
    for found, decision in motives_of(run_one(scenario, 3, run)):
        check(found, decision)


@pytest.mark.parametrize("name", ["two-leaders", "us-china-2025", "us-ukraine-2025"])
def test_motives_of_shipped_cases_are_true_of_their_records(name: str) -> None:
    for found, decision in motives_of(run_one(name, run=1)):
        check(found, decision)


def test_the_strongest_reason_comes_first() -> None:
    call = decisions(sample_trajectory())[1]
    found = motive(call, CAST)
    assert [clause.key for clause in found.clauses] == [("markets", "request_call", True)]
    assert found.clauses[0].difference == 1.2000000000000002
    assert [clause.key for clause in found.against] == [("stakes", "hold", True), ("face", "request_call", False)]


def test_an_unlikely_choice_says_so() -> None:
    hold, escalate, call = decisions(sample_trajectory())[1].options
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, (hold, escalate, call), hold)
    assert "unlikely (25%)" in because(decision, CAST)
    assert "unlikely" in told(motive(decision, CAST), CAST)
    assert motive(decision, CAST).luck is not None
    assert motive(decision, CAST).luck.key.component == LUCK  # type: ignore[union-attr]


def test_what_is_likelier_in_spite_of_its_reasons_is_told_as_habit() -> None:
    hold, _, call = decisions(sample_trajectory())[1].options
    quiet = hold._replace(probability=0.9), call._replace(probability=0.1)
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, quiet, quiet[0])
    assert told(motive(decision, CAST), CAST) == (
        "The President waited rather than ask for a call: to do nothing is always easiest."
    )


def test_a_no_is_weighed_against_a_yes() -> None:
    yes, no, silence = (Option(n, k, dict.fromkeys(c.WORDS, 0.0), 0.0, p) for n, k, p in NO)
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "answer", "call", 3, (yes, no, silence), no)
    assert motive(decision, CAST).rival == "accept"


NO = (("accept", "accept", 0.1), ("decline", "refuse", 0.4), ("lapse", "refuse", 0.5))


def test_where_nothing_else_is_ever_done_the_rival_is_the_next_best() -> None:
    record = run_one(vary(load_scenario("two-leaders"), {"choice": "argmax"}), seed=1)
    turns = [choice for choice in decisions(record) if choice.kind == "turn"]
    assert turns
    for choice in turns:
        rival = rival_of(choice)
        others = [option.utility for option in choice.options if option is not choice.chosen]
        assert rival is not None
        assert rival.utility == max(others)
