"""A reason beside its line names the other choice and what decided, and not the deed again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_word
from sim.narrative.option_words import option_words
from sim.narrative.reasons import HABIT, LUCK, Clause, Key, Motive
from sim.narrative.short_reasons import ALTERNATIVES, Beside, short_reason, worth_telling
from tests.sim.sample import sample_scenario

CAST = Cast(sample_scenario())
PRIDE = Clause(Key("ego", "escalate", True), "pride wanted an answer", 0.3)
HABITUAL = Clause(Key(HABIT, "escalate", True), "reasons alone would have favoured waiting", -0.1)


def why(*clauses: Clause, luck: float | None = None, chosen: str = "escalate") -> Motive:
    lucky = None if luck is None else Clause(Key(LUCK, chosen, True), f"that was {chance_word(luck)}", 0.0)
    return Motive("us", "", chosen, "hold", clauses, (), lucky, 0.3)


@given(st.sampled_from(Beside), st.integers(0, 9), st.booleans())
def test_every_reason_is_one_sentence_with_what_decided(beside: Beside, turn: int, lucky: bool) -> None:
    text = short_reason(why(PRIDE, luck=0.2 if lucky else None), beside, turn, CAST)
    assert text.endswith(".")
    assert text.count(".") == 1
    assert text.count("pride wanted an answer") == 1
    assert ("unlikely" in text) == lucky
    assert ("wait" in text) == (beside is not Beside.other_too)
    assert (option_words("escalate", "", CAST).past in text) == (beside is Beside.other)


def test_the_other_choice_is_named_in_other_words_from_time_to_time() -> None:
    told = [short_reason(why(PRIDE), Beside.deed, turn, CAST) for turn in range(len(ALTERNATIVES))]
    assert told[0] == "The alternative was to wait, but pride wanted an answer."
    assert len(set(told)) == len(ALTERNATIVES)


def test_luck_and_habit_alone_are_no_reasons() -> None:
    for motive in (why(), why(luck=0.2), why(HABITUAL), why(HABITUAL, luck=0.2)):
        assert short_reason(worth_telling(motive), Beside.other, 0, CAST) == ""
    waited = why(HABITUAL, chosen="hold")
    assert worth_telling(waited) == waited


@pytest.mark.parametrize(("chance", "told"), [(0.005, True), (0.2, True), (0.4, False)])
def test_luck_is_told_where_it_went_against_clear_odds(chance: float, told: bool) -> None:
    assert (worth_telling(why(PRIDE, luck=chance)).luck is not None) == told
