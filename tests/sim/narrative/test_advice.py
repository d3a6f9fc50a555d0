"""Advice tells the likeliest options with what the model weighs for and against them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sim.files import load_scenario
from sim.narrative.advice import OPTIONS_TOLD, advice, as_decision
from sim.narrative.cast import Cast
from sim.narrative.chance_words import chance_word
from sim.narrative.reasons import motive
from sim.policies.protocol import Turn
from sim.run import open_game
from sim.vocabulary import components as c

CAST = Cast(load_scenario("two-leaders"))


def first_turn(seed: int = 0) -> Turn:
    turn = open_game("two-leaders", seed, seats=("verenia",)).advance()
    assert turn is not None
    return turn


@pytest.mark.parametrize("seed", range(5))
def test_the_likeliest_are_told_the_likeliest_first(seed: int) -> None:
    turn = first_turn(seed)
    lines = advice(turn, CAST)
    assert all(len(line) <= 80 for line in lines)
    told = [line for line in lines if line.startswith("  - ")]
    assert len(told) == OPTIONS_TOLD
    assert f"({chance_word(max(turn.options.values()))})" in told[0]


def test_each_is_told_with_the_reasons_of_a_story() -> None:
    turn = first_turn()
    option = max(turn.options, key=lambda name: turn.options[name])
    why = motive(as_decision(turn, option), CAST)
    text = " ".join(" ".join(advice(turn, CAST)).split())
    assert why.clauses and all(clause.text in text for clause in why.clauses)


def test_only_what_weighs_is_said_and_on_its_side() -> None:
    turn = first_turn()
    nothing = dict.fromkeys(c.WORDS, 0.0)
    parts = {option: dict(nothing) for option in turn.options}
    parts["escalate"] = nothing | {"audience": 0.3, "markets": -0.2, "ego": 0.04}
    chances = dict.fromkeys(turn.options, 0.0) | {"escalate": 0.6, "hold": 0.4}
    weighed = {option: sum(row.values()) for option, row in parts.items()}
    changed = replace(turn, options=chances, components=parts, utilities=weighed)
    first = next(line for line in " ".join(" ".join(advice(changed, CAST)).split()).split(" - ") if "(about" in line)
    assert first.count("For it:") == first.count("Against it:") == 1
    assert first.index("For it:") < first.index("Against it:")
    assert "ego" not in first


def test_an_answer_is_advised_too() -> None:
    game = open_game("two-leaders", 1, seats=("aldmark",))
    while (turn := game.advance()) is not None and turn.kind == "turn":
        game.decide(None)
    assert turn is not None
    assert len(advice(turn, CAST)) > 1
