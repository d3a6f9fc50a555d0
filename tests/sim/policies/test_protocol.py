"""A policy's answer is checked: illegal moves are refused and the legal ones named."""

from __future__ import annotations

import dataclasses

import pytest

from sim.policies.protocol import IllegalMove, decide
from tests.sim.policies.turns import turn


def test_a_legal_move_and_none_pass() -> None:
    assert decide(lambda _turn: "hold", turn()) == "hold"
    assert decide(lambda _turn: None, turn()) is None


@pytest.mark.parametrize("move", ["ease", "", "accept", "HOLD"])
def test_an_illegal_move_names_the_legal_ones(move: str) -> None:
    with pytest.raises(IllegalMove) as caught:
        decide(lambda _turn: move, turn())
    for legal in ("hold", "escalate", "request_call", "us", "2025-04-18"):
        assert legal in str(caught.value)


def test_an_illegal_answer_names_the_request() -> None:
    with pytest.raises(IllegalMove, match="answer 'hold' to a call"):
        decide(lambda _turn: "hold", turn(about="call"))


def test_a_turn_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        turn().day = 3.0  # type: ignore[misc]
