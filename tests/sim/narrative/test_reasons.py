"""Reasons come from the record of the decision and from nothing else."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.reasons import ACTS, DEEDS, PARTICULAR, SMALLEST, because, reasons, statement
from sim.results.record_rows import Decision, Option, decisions
from sim.vocabulary import components as c
from sim.vocabulary.actions import WORDS as ACTIONS
from sim.vocabulary.answers import WORDS as ANSWERS
from tests.sim.sample import sample_trajectory

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


def test_particular_sentences_are_about_options_and_components_that_there_are() -> None:
    assert set(ACTS) == set(DEEDS) == {*ACTIONS, *ANSWERS}
    for component, option, _ in PARTICULAR:
        assert component in c.WORDS
        assert option in ACTS


@pytest.mark.parametrize("component", c.WORDS)
def test_each_pair_of_component_and_option_has_words(component: str) -> None:
    for option, favourable, subject in product([*ACTIONS, *ANSWERS], (True, False), ("", "it")):
        text = statement(component, option, favourable, subject)
        assert text
        assert "{" not in text


@given(choices())
def test_reasons_are_differences_of_the_recorded_components(decision: Decision) -> None:
    found = reasons(decision)
    if found.rival is None:
        assert len(decision.options) == 1
        return
    assert found.rival.probability == max(o.probability for o in decision.options if o is not decision.chosen)
    told = {reason.component: reason.difference for reason in (*found.in_favour, *found.against)}
    for name in c.WORDS:
        difference = decision.chosen.components[name] - found.rival.components[name]
        if abs(difference) >= SMALLEST:
            assert told[name] == difference
        else:
            assert name not in told
    assert all(reason.difference > 0 for reason in found.in_favour)
    assert all(reason.difference < 0 for reason in found.against)


@given(choices())
def test_numbers_told_are_numbers_recorded(decision: Decision) -> None:
    found = reasons(decision)
    recorded = {f"{reason.difference:+.1f}" for reason in (*found.in_favour, *found.against)}
    assert set(re.findall(r"\(([+-]\d\.\d)\)", because(decision))) <= recorded


def test_the_strongest_reason_comes_first() -> None:
    call = decisions(sample_trajectory())[1]
    assert because(call).startswith("Why not wait: it promises the markets relief (+1.2)")
    assert "there is time to wait (-0.3)" in because(call)


def test_an_unlikely_choice_says_so() -> None:
    hold, escalate, call = decisions(sample_trajectory())[1].options
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "turn", "", -1, (hold, escalate, call), hold)
    assert "a chance of 25% came up" in because(decision)


def test_a_no_is_weighed_against_a_yes() -> None:
    yes, no, silence = (Option(n, k, dict.fromkeys(c.WORDS, 0.0), 0.0, p) for n, k, p in NO)
    decision = Decision(0, 1.0, "2025-04-19", 1, "us", "answer", "call", 3, (yes, no, silence), no)
    assert reasons(decision).rival == yes


NO = (("accept", "accept", 0.1), ("decline", "refuse", 0.4), ("lapse", "refuse", 0.5))
