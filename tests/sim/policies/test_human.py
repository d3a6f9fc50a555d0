"""A line typed is a move, a command, or nothing that is possible; a command never stands in a move's way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.policies.human import Command, Typed, read_typed
from sim.vocabulary import actions, answers

OPTIONS = ("hold", "escalate", "request_call")


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("q\n", "leave"),
        (" quit ", "leave"),
        ("Q", "leave"),
        ("?", "help"),
        ("help", "help"),
        ("w", "why"),
        ("undo", "undo"),
        ("m", "more"),
        ("s", "save"),
        ("B", "aim"),
        ("g", "situation"),
    ],
)
def test_commands(line: str, command: str) -> None:
    assert read_typed(line, OPTIONS) == Typed(command=Command(command))


def test_save_takes_a_place_with_its_own_letters() -> None:
    assert read_typed("save My Game.zip\n", OPTIONS) == Typed(command=Command.save, rest="My Game.zip")
    assert read_typed("s here", OPTIONS).rest == "here"


def test_moves_and_nonsense() -> None:
    assert read_typed("e\n", OPTIONS) == Typed(option="escalate")
    assert read_typed("x", OPTIONS) == read_typed("", OPTIONS) == read_typed("undo that", OPTIONS) == Typed()


@pytest.mark.parametrize("words", [actions.WORDS, answers.WORDS])
def test_no_command_hides_a_move(words: tuple[str, ...]) -> None:
    for word in words:
        assert read_typed(word, words) == Typed(option=word)


@given(st.text(max_size=20))
def test_whatever_is_typed_is_one_thing_at_most(line: str) -> None:
    typed = read_typed(line, OPTIONS)
    assert not typed.option or typed.option in OPTIONS
    assert not (typed.option and typed.command)
