"""A letter means one thing, always; names, their beginnings and numbers are understood too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.human import Command
from sim.policies.letters import ANSWERS, LETTERS, MOVES, named
from sim.vocabulary import actions, answers

TURN = ("hold", "escalate", "request_call")


def test_every_move_and_answer_has_a_letter_of_its_own() -> None:
    assert set(MOVES) == set(actions.WORDS) and set(ANSWERS) == set(answers.WORDS)
    letters = [*LETTERS.values(), *(typed for command in Command for typed in command.typed)]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 and letter.isalpha() for letter in LETTERS.values())


@given(st.sampled_from(sorted(LETTERS)), st.data())
def test_a_letter_means_the_same_whatever_else_is_possible(word: str, data: st.DataObject) -> None:
    table = actions.WORDS if word in actions.WORDS else answers.WORDS
    options = data.draw(st.sets(st.sampled_from(table)))
    assert named(LETTERS[word], options) == (word if word in options else None)
    assert named(word, options | {word}) == word
    assert named(str(table.index(word) + 1), options | {word}) == word


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("2", "escalate"),
        ("hold", "hold"),
        (" Request call ", "request_call"),
        ("REQUEST-CALL", "request_call"),
        ("esc", "escalate"),
        ("C", "request_call"),
    ],
)
def test_ways_to_name_a_move(typed: str, move: str) -> None:
    assert named(typed, TURN) == move


@pytest.mark.parametrize("typed", ["", "0", "3", "14", "-1", "9" * 20, "ease", "²", "hold; rm", "y", "x"])
def test_what_is_no_move(typed: str) -> None:
    assert named(typed, TURN) is None


def test_an_ambiguous_beginning_is_no_move() -> None:
    assert named("sen", ["send_letter", "send_envoy"]) is None
