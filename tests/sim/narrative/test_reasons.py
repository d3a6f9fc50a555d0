"""Reasons come from the record of the decision and from nothing else."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.cast import Cast
from sim.narrative.reasons import CLAUSES, LUCK, SMALLEST, because, motive, rival_of, told
from sim.results.record_rows import Decision, Option, decisions
from sim.vocabulary import components as c
from sim.vocabulary.actions import WORDS as ACTIONS
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


@given(choices())
def test_clauses_are_the_largest_differences_of_the_recorded_components(decision: Decision) -> None:
    found, rival = motive(decision, CAST), rival_of(decision)
    assert found.chosen == decision.chosen.name
    if rival is None:
        assert len(decision.options) == 1
        assert not found.told
        return
    assert rival.probability == max(o.probability for o in decision.options if o is not decision.chosen)
    differences = {name: decision.chosen.components[name] - rival.components[name] for name in c.WORDS}
    speaking = sorted((value for value in differences.values() if value >= SMALLEST), reverse=True)
    assert [clause.difference for clause in found.clauses] == speaking[:CLAUSES]
    for clause in found.clauses:
        weight = decision.option(clause.key.option).components[clause.key.component]
        assert clause.key.option == (found.chosen if clause.key.favours else found.rival)
        assert (weight > 0) == clause.key.favours
        assert abs(weight) >= clause.difference / 2
    assert {clause.key.component for clause in found.against} == {n for n, v in differences.items() if v <= -SMALLEST}


@given(choices())
def test_luck_is_told_where_the_rival_was_likelier(decision: Decision) -> None:
    found, rival = motive(decision, CAST), rival_of(decision)
    lucky = rival is not None and decision.chosen.probability < rival.probability
    assert (found.luck is not None) == lucky
    assert all(clause.key.component != LUCK for clause in found.clauses)


@given(choices())
def test_words_alone_hold_no_digits_and_both_options(decision: Decision) -> None:
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


def test_the_strongest_reason_comes_first() -> None:
    call = decisions(sample_trajectory())[1]
    found = motive(call, CAST)
    assert [clause.key for clause in found.clauses] == [
        ("markets", "request_call", True),
        ("ripeness", "request_call", True),
    ]
    assert found.clauses[0].difference == 1.2000000000000002
    assert [clause.key for clause in found.against] == [("stakes", "hold", True), ("face", "request_call", False)]


def test_an_unlikely_choice_says_so() -> None:
    hold, escalate, call = decisions(sample_trajectory())[1].options
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, (hold, escalate, call), hold)
    assert "unlikely" in because(decision, CAST)
    assert "25%" in because(decision, CAST)
    assert "unlikely" in told(motive(decision, CAST), CAST)


def test_a_no_is_weighed_against_a_yes() -> None:
    yes, no, silence = (Option(n, k, dict.fromkeys(c.WORDS, 0.0), 0.0, p) for n, k, p in NO)
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "answer", "call", 3, (yes, no, silence), no)
    assert motive(decision, CAST).rival == "accept"


NO = (("accept", "accept", 0.1), ("decline", "refuse", 0.4), ("lapse", "refuse", 0.5))
