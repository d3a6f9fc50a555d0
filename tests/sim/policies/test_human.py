"""A person may name a move or its number, is told the legal ones after a mistake, and may leave."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sim.policies.human import LeftTheTable, human, named
from tests.sim.policies.turns import turn


def typing(*lines: str) -> tuple[list[str], Iterator[str]]:
    return [], iter(lines)


@pytest.mark.parametrize(
    ("typed", "move"),
    [
        ("2", "escalate"),
        ("hold", "hold"),
        (" Request call ", "request_call"),
        ("REQUEST-CALL", "request_call"),
        ("esc", "escalate"),
    ],
)
def test_ways_to_name_a_move(typed: str, move: str) -> None:
    assert named(typed, list(turn().options)) == move


@pytest.mark.parametrize("typed", ["", "0", "4", "-1", "99999999999999999999", "ease", "²", "hold; rm"])
def test_what_is_no_move(typed: str) -> None:
    assert named(typed, list(turn().options)) is None


def test_an_ambiguous_beginning_is_no_move() -> None:
    assert named("e", ["escalate", "ease"]) is None


def test_a_mistake_names_the_legal_moves_and_asks_again() -> None:
    said, lines = typing("ease", "1")
    policy = human(lambda _prompt: next(lines), said.append, lambda _turn: "here we stand")
    assert policy(turn()) == "hold"
    assert said[0] == "here we stand"
    assert "legal moves: hold, escalate, request_call" in said[-1]


def test_requests_are_answered_the_same_way() -> None:
    said, lines = typing("accept")
    assert human(lambda _prompt: next(lines), said.append, lambda _turn: "")(turn(about="call")) == "accept"
    assert "leave it unanswered" in said[1]


@pytest.mark.parametrize("typed", ["q", "Q", " quit "])
def test_leaving(typed: str) -> None:
    policy = human(lambda _prompt: typed, lambda _text: None, lambda _turn: "")
    with pytest.raises(LeftTheTable):
        policy(turn())


def test_the_end_of_piped_input_is_leaving() -> None:
    def ask(prompt: str) -> str:
        raise EOFError

    with pytest.raises(LeftTheTable):
        human(ask, lambda _text: None, lambda _turn: "")(turn())
