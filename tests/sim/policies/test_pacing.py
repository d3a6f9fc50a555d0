"""A lesson's pace: at most one move in a stretch, the same world, shorter."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.files import list_scenarios, load_scenario
from sim.policies.pacing import EVERY_DECISION, LESSON_WEEKS, WEEK, is_asked, shortened, stretch_of
from sim.run import open_game, run_one
from sim.scenario import Scenario
from tests.generate import scenarios


def test_stretches_are_counted_from_the_start() -> None:
    assert [stretch_of(day, WEEK) for day in (0.0, 6.99, 7.0, 20.9, 21.0)] == [0, 0, 1, 2, 3]


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
