"""A lesson's pace: at most one move in a stretch, the same world, shorter."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import list_scenarios, load_scenario
from sim.policies.pacing import EVERY_DECISION, LESSON_WEEKS, WEEK, is_asked, lesson_pace, shortened, stretch_of
from sim.run import Game, open_game, run_one
from sim.scenario import Scenario
from tests.generate import scenarios


def test_stretches_are_counted_from_the_start() -> None:
    assert [stretch_of(day, WEEK) for day in (0.0, 6.99, 7.0, 20.9, 21.0)] == [0, 0, 1, 2, 3]


def test_a_case_of_a_few_weeks_is_played_at_the_models_own_clock() -> None:
    assert lesson_pace(load_scenario("two-leaders")) == WEEK
    assert lesson_pace(shortened(load_scenario("two-leaders"), 8)) == WEEK
    assert lesson_pace(shortened(load_scenario("two-leaders"), 7)) == EVERY_DECISION


def test_who_is_asked() -> None:
    assert is_asked(3.0, EVERY_DECISION, 99)
    assert is_asked(0.0, WEEK, -1)
    assert not is_asked(6.9, WEEK, 0)
    assert is_asked(7.0, WEEK, 0)


@pytest.mark.parametrize("name", list_scenarios())
def test_every_shipped_case_can_be_shortened_and_nothing_scheduled_before_is_lost(name: str) -> None:
    scenario = load_scenario(name)
    for weeks in (1, LESSON_WEEKS, 40):
        short = shortened(scenario, weeks)
        last = scenario.start + dt.timedelta(days=7 * weeks)
        assert short.horizon_days == min(scenario.horizon_days, 7 * weeks)
        assert [item.date for item in short.scheduled] == [i.date for i in scenario.scheduled if i.date <= last]
        assert short.provenance.items() <= {**scenario.provenance, **short.provenance}.items()
        assert shortened(short, weeks) is short


@settings(max_examples=8)
@given(scenarios(max_days=40), st.integers(1, 4))
def test_a_shorter_game_is_the_same_world_until_then(scenario: Scenario, weeks: int) -> None:
    short = run_one(shortened(scenario, weeks), 5, 1).columns["steps"]
    whole = run_one(scenario, 5, 1).columns["steps"]
    for name, column in short.items():
        assert list(map(str, column)) == list(map(str, whole[name][: len(column)]))


@settings(max_examples=8)
@given(scenarios(max_days=40), st.sampled_from([2.0, 7.0, 10.0]), st.integers(0, 9))
def test_at_most_one_move_in_a_stretch_and_held_in_between(scenario: Scenario, pace: float, seed: int) -> None:
    side = next(iter(scenario.leaders))
    game = open_game(scenario, seed, seats=(side,), pace=pace)
    moves = []
    while (turn := game.advance()) is not None:
        moves += [turn.day] if turn.kind == "turn" else []
        game.decide(turn.short_list[-1])
    table = game.trajectory().columns["decisions"]
    assert all(stretch_of(a, pace) < stretch_of(b, pace) for a, b in pairwise(moves))
    rows = zip(table["leader"], table["kind"], table["day"], table["option"], table["chosen"], strict=True)
    own = [(day, option) for leader, kind, day, option, chosen in rows if chosen and (leader, kind) == (side, "turn")]
    assert {stretch_of(day, pace) for day, _ in own} == {stretch_of(day, pace) for day in moves}
    assert all(option == "hold" for day, option in own if day not in moves)


@settings(max_examples=6)
@given(scenarios(max_days=40), st.integers(0, 9))
def test_taking_back_and_playing_again_is_playing(scenario: Scenario, seed: int) -> None:
    def played(back: bool) -> Game:
        game = open_game(scenario, seed, seats=tuple(scenario.leaders), pace=WEEK)
        while (turn := game.advance()) is not None:
            before, heard = game.snapshot(), turn.happened
            if back and len(game.log) % 2 == 0:
                game.decide(list(turn.options)[-1])
                game.advance()
                game.restore(before)
                again = game.advance()
                assert again == turn and again is not None and again.happened == heard
            game.decide(choices[len(game.log) % len(choices)](list(turn.options)))
        return game

    choices = [lambda options: options[0], lambda options: options[len(options) // 2], lambda options: options[-1]]
    once, twice = played(False), played(True)
    assert once.log == twice.log
    assert once.trajectory().equals(twice.trajectory())
    fresh = open_game(scenario, seed, seats=tuple(scenario.leaders), pace=WEEK)
    assert fresh.replay(once.log) is None
    assert fresh.trajectory().equals(once.trajectory())


def test_what_happened_in_between_is_told_at_the_next_move() -> None:
    game = open_game("two-leaders", 3, seats=("verenia",), pace=WEEK)
    heard = []
    while (turn := game.advance()) is not None:
        heard += [event.event for event in turn.happened]
        game.decide("hold" if turn.kind == "turn" else "lapse")
    told = game.trajectory().columns["events"]["event"]
    assert heard == sorted(set(heard)), "nothing is told twice"
    assert len(heard) > len(told) / 2


@pytest.mark.parametrize("pace", [-1.0, float("nan"), float("inf")])
def test_a_pace_that_is_none_is_refused(pace: float) -> None:
    with pytest.raises(ValueError, match="pace"):
        open_game("two-leaders", seats=("verenia",), pace=pace)


def test_a_snapshot_of_another_pace_is_of_another_game() -> None:
    weekly, always = (open_game("two-leaders", seats=("verenia",), pace=pace) for pace in (WEEK, EVERY_DECISION))
    with pytest.raises(ValueError, match="another game"):
        weekly.restore(always.snapshot())
