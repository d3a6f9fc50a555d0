"""The debrief rests on the decisions that a person took, and other lucks keep exactly those."""

from __future__ import annotations

import json
from random import Random

import pytest

from analysis.cli.game_end import as_plain_game, comparisons, debrief_lines, other_lucks, replayed
from analysis.cli.play import opened
from analysis.estimates.other_lucks import OtherLucks
from analysis.estimates.shares import wilson
from sim.files import load_scenario
from sim.results.record_rows import decisions
from sim.run import Game, run_one
from sim.vocabulary import outcomes

BASE = load_scenario("two-leaders")


def whole_game(seed: int = 1, weeks: int = 4) -> Game:
    game, whim = opened(BASE, ("verenia",), (seed, 0, "central"), weeks=weeks), Random(seed)
    while (turn := game.advance()) is not None:
        game.decide(whim.choice(turn.short_list))
    return game


@pytest.mark.parametrize("seed", range(4))
def test_the_persons_decisions_and_no_others_are_compared(seed: int) -> None:
    game = whole_game(seed)
    found = comparisons(game)["verenia"]
    own = {move.decision: move.option for move in game.log}
    taken = [one for one in decisions(game.trajectory()) if one.decision in own]
    assert found.decisions == len(own)
    assert found.agreed == sum(one.likeliest.name == own[one.decision] for one in taken)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_moves_under_the_same_luck_are_the_game(seed: int) -> None:
    game = whole_game(seed)
    again, record = replayed(game), game.trajectory()
    run = run_one(again.scenario, again.seed, record.run, again.parameters, orders=again.orders)
    assert run.columns["events"] == record.columns["events"]
    assert run.outcome == record.outcome


def test_the_games_own_luck_is_none_of_the_others() -> None:
    assert other_lucks(whole_game(weeks=1), 5).runs == 5


def test_in_words_and_for_a_program() -> None:
    game = whole_game()
    shares = {word: wilson(int(word == "truce") * 3, 4) for word in outcomes.WORDS}
    found = OtherLucks(4, shares, wilson(1, 4))
    lines = list(debrief_lines(game, found))
    assert all(len(line) <= 80 for line in lines)
    text = " ".join(" ".join(lines).split())
    assert "under 4 other lucks" in text and "a truce in force 75%" in text and "Yours:" in text
    plain = json.loads(json.dumps(as_plain_game(game, found)))
    assert plain["other_lucks"]["stands"]["truce"]["share"] == 0.75
    assert "Had luck" not in " ".join(debrief_lines(game, None))
    assert "other_lucks" not in as_plain_game(game, None)


# -- is it a game? ----------------------------------------------------------------------------------------------------


def left_to_the_model(side: str, runs: range) -> tuple[list[int], list[bool]]:
    """How many decisions a person would be asked for, and whether the leaders spoke, in games the model plays."""
    asked, spoke = [], []
    for run in runs:
        game = opened(BASE, (side,), (0, run, "central"))
        while game.advance() is not None:
            game.decide(None)
        asked.append(len(game.log))
        spoke.append(game.outcome.first_voice is not None)
    return asked, spoke


@pytest.mark.nightly
@pytest.mark.parametrize("side", sorted(BASE.leaders))
def test_a_lesson_takes_at_most_twenty_decisions_and_the_leaders_may_or_may_not_speak(side: str) -> None:
    asked, spoke = left_to_the_model(side, range(200))
    assert sum(count <= 20 for count in asked) / 200 >= 0.95
    assert 0.3 <= sum(spoke) / 200 <= 0.8


@pytest.mark.slow
@pytest.mark.parametrize("side", sorted(BASE.leaders))
def test_a_few_lucks_of_it(side: str) -> None:
    """The same lucks as the first of every night: they are the same each time, so nothing here is chance."""
    asked, spoke = left_to_the_model(side, range(16))
    assert max(sorted(asked)[:-1]) <= 20
    assert 0 < sum(spoke) < 16
