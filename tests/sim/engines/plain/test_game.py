"""A run taken decision by decision is the run itself: bit for bit, forwards, backwards and again from its log."""

from __future__ import annotations

import pickle
import subprocess
import sys
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.engines.plain.confrontation import BrokenRun
from sim.engines.plain.game import NothingToDecide, Snapshot
from sim.engines.plain.game_log import Move
from sim.engines.plain.world_copy import copy_world
from sim.files import list_scenarios, load_scenario, vary
from sim.policies.protocol import IllegalMove, Turn
from sim.policies.scripted import read_script
from sim.policies.simple import logit
from sim.results.trajectory import Trajectory
from sim.run import open_game, run_one
from sim.scenario import Scenario
from tests.generate import scenarios
from tests.sim.engines.plain.playing import TOGETHER, choices, opened, play, some, state, turns, ways, whim
from tests.sim.results.consistency import problems
from tests.sim.rules.worlds import PLAIN

# -- the same run ----------------------------------------------------------------------------------------------------


@some
@given(scenarios(max_days=40), st.integers(0, 99), ways)
def test_taking_what_the_model_would_take_is_the_run_itself(scenario: Scenario, seed: int, way: Any) -> None:
    game = opened(scenario, seed, way)
    alone = run_one(game._run.scenario, seed=seed, run=seed % 7, parameters=way[0])
    taken = choices(alone)
    assert play(game, lambda turn: taken[turn.decision]).equals(alone)
    assert play(opened(scenario, seed, way), logit).equals(alone)


@some
@given(scenarios(max_days=40), st.integers(0, 99), ways)
def test_any_legal_choices_are_the_run_of_a_policy_that_makes_them(scenario: Scenario, seed: int, way: Any) -> None:
    game = opened(scenario, seed, way)
    record = play(game, whim(seed))
    policies = {side: whim(seed) for side in game.seats}
    by_policy = run_one(game._run.scenario, seed, seed % 7, way[0], policies)
    assert record.equals(by_policy)
    again = opened(scenario, seed, way)
    assert again.replay(game.log) is None
    assert again.trajectory().equals(record)
    assert problems(record) == []


@pytest.mark.parametrize("name", ["two-leaders", "us-china-2018"])
def test_shipped_cases(name: str) -> None:
    scenario = vary(load_scenario(name), {"horizon_days": 60})
    alone = run_one(scenario, seed=5, run=2, parameters="drawn")
    both = open_game(scenario, seed=5, run=2, parameters="drawn", seats=scenario.leaders)
    assert play(both, logit).equals(alone)


@pytest.mark.nightly
@pytest.mark.parametrize("name", list_scenarios())
@pytest.mark.parametrize("parameters", ["central", "drawn"])
def test_every_shipped_case_in_full(name: str, parameters: str) -> None:
    scenario = load_scenario(name)
    for side in (*scenario.leaders, ""):
        seats = (side,) if side else tuple(scenario.leaders)
        game = open_game(scenario, seed=5, parameters=parameters, seats=seats)
        assert play(game, logit).equals(run_one(scenario, seed=5, parameters=parameters))
        wild = open_game(scenario, seed=6, parameters=parameters, seats=seats)
        record = play(wild, whim(6))
        assert record.equals(run_one(scenario, 6, 0, parameters, {side: whim(6) for side in seats}))


def test_answers_are_asked_for_too() -> None:
    game = opened(PLAIN, 1)
    kinds = {(turn.kind, turn.about) for turn in turns(game) if game.decide(None) is None}
    assert {"turn", "answer"} <= {kind for kind, _ in kinds}


def test_the_other_seat_may_have_a_policy_which_is_asked_once_for_each_decision() -> None:
    asked: list[int] = []

    def watched(turn: Turn) -> str:
        asked.append(turn.decision)
        return whim(3)(turn)

    game = open_game(TOGETHER, seed=2, policies={"west": watched}, seats=("east",))
    record = play(game, whim(3))
    assert record.equals(run_one(TOGETHER, seed=2, policies={"east": whim(3), "west": whim(3)}))
    assert asked == sorted(set(asked))
    assert asked


def test_a_game_without_open_seats_runs_to_its_end() -> None:
    game = opened(PLAIN, 3, ("central", "", ()))
    assert game.advance() is None
    assert game.finished
    assert game.trajectory().equals(run_one(PLAIN, seed=3, run=3))
    assert game.outcome == game.trajectory().outcome


def test_it_needs_neither_mesa_numba_nor_pandas() -> None:
    code = """
import sys
from sim import open_game
game = open_game("two-leaders", seats={"verenia", "aldmark"})
first = game.snapshot()
while (turn := game.advance()) is not None and game.day < 30:
    game.decide(turn.short_list[0] if turn.kind == "turn" else "decline")
game.trajectory()
game.restore(first)
print(*sorted({"mesa", "numba", "pandas"} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


# -- what is not possible changes nothing ---------------------------------------------------------------------------


@some
@given(scenarios(max_days=20), st.integers(0, 99), ways)
def test_a_refused_option_changes_nothing(scenario: Scenario, seed: int, way: Any) -> None:
    game = opened(scenario, seed, way)
    for turn in turns(game):
        before = state(game)
        wrong = {"withdraw", "accept", "hold", "invite_mediator", "", "HOLD"} - set(turn.options)
        for option in (*wrong, 0, ["hold"], b"hold"):
            with pytest.raises(IllegalMove):
                game.decide(option)  # type: ignore[arg-type]
        assert game.advance() is turn
        assert state(game) == before
        game.decide(whim(seed)(turn))
    policies = {side: whim(seed) for side in game.seats}
    assert game.trajectory().equals(run_one(game._run.scenario, seed, seed % 7, way[0], policies))


def test_nothing_can_be_decided_twice_or_too_early() -> None:
    game = opened(PLAIN)
    with pytest.raises(NothingToDecide):
        game.decide("hold")
    game.advance()
    game.decide("hold")
    with pytest.raises(NothingToDecide):
        game.decide("hold")
    play(game, logit)
    with pytest.raises(NothingToDecide):
        game.decide("hold")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"seats": {"north"}}, "allowed: east, west"),
        ({"seats": "east", "policies": {"east": whim(0)}}, "both a policy and an open seat"),
        ({"seats": {"east"}, "run": -1}, "run=-1"),
        ({"seats": {"east"}, "parameters": "mean"}, "parameters"),
    ],
)
def test_what_cannot_be_opened(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        open_game(PLAIN, **options)


# -- back and forth --------------------------------------------------------------------------------------------------


@some
@given(scenarios(max_days=30), st.integers(0, 99), ways, st.randoms(use_true_random=False))
def test_snapshots_at_any_moment_and_in_any_order(scenario: Scenario, seed: int, way: Any, luck: Random) -> None:
    game = opened(scenario, seed, way)
    kept: list[tuple[Snapshot, bytes, Trajectory]] = []

    def keep() -> None:
        kept.append((game.snapshot(), state(game), game.trajectory()))

    for _ in range(luck.randint(5, 25)):
        if luck.random() < 0.3:
            keep()
        if kept and luck.random() < 0.2:
            snapshot, before, record = luck.choice(kept)
            game.restore(snapshot)
            if game.turn is not None:  # between a decision and the next step the world may lie at the step's start
                assert state(game) == before
                assert game.trajectory().equals(record)
        turn = game.advance()
        if turn is None:
            break
        game.decide(luck.choice([None, *turn.options]))
    log = game.log
    game.advance()
    fresh = opened(scenario, seed, way)
    fresh.replay(log)
    assert fresh.log == log
    assert play(fresh, whim(seed)).equals(play(game, whim(seed)))


def test_a_snapshot_is_plain_data_that_another_game_can_take_up() -> None:
    one = opened(PLAIN, 4)
    for _ in range(9):
        one.advance()
        one.decide(None)
    turn = one.advance()
    kept = pickle.dumps(one.snapshot())
    other = opened(PLAIN, 4)
    other.restore(pickle.loads(kept))
    assert other.advance() == turn
    assert other.log == one.log
    assert play(other, whim(1)).equals(play(one, whim(1)))


@pytest.mark.parametrize(
    "change", [{"seed": 5}, {"run": 1}, {"seats": {"west"}}, {"parameters": "drawn"}, {"scenario": TOGETHER}]
)
def test_a_snapshot_of_another_game_is_refused(change: dict[str, Any]) -> None:
    mine = {"scenario": PLAIN, "seed": 4, "seats": {"east"}}
    game = open_game(**mine)
    game.advance()
    before = state(game)
    with pytest.raises(ValueError, match="another game"):
        game.restore(open_game(**(mine | change)).snapshot())
    assert state(game) == before


def test_a_scripted_leader_in_the_other_seat_goes_back_with_the_game() -> None:
    script = read_script(
        "- {date: 2025-01-08, leader: west, action: rally}\n- {date: 2025-01-20, leader: west, action: signal}\n"
        "- {date: 2025-02-01, leader: west, answer: accept}\n",
        "moves.yaml",
        ("east", "west"),
    )
    game = open_game(PLAIN, seed=6, policies=script.policies(), seats={"east"})
    snapshots = []
    for turn in turns(game):
        snapshots.append(game.snapshot())
        game.decide(whim(6)(turn))
    record = game.trajectory()
    for snapshot in Random(1).sample(snapshots, 6):
        game.restore(snapshot)
        assert play(game, whim(6)).equals(record)
    assert record.equals(run_one(PLAIN, seed=6, policies=script.policies() | {"east": whim(6)}))


# -- the log -----------------------------------------------------------------------------------------------------------


def test_the_log_names_the_decisions_of_the_record() -> None:
    game = opened(PLAIN, 2)
    record = play(game, whim(2))
    assert dict(game.log) == choices(record)
    assert all(isinstance(move, Move) for move in game.log)


def test_a_log_of_another_game_is_refused_and_changes_nothing() -> None:
    game = opened(PLAIN, 2)
    play(game, whim(2))
    other = opened(PLAIN, 3)
    other.advance()
    before = state(other)
    for log in ([(0, "hold"), (99, "hold")], [(5, "hold")], [(0, "hold"), (1, "withdraw")]):
        with pytest.raises(ValueError, match=r"of another game|legal are"):
            other.replay(log)
        assert state(other) == before
    with pytest.raises(ValueError, match="the run is over"):
        game.replay([(0, "hold")])


# -- errors ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [ZeroDivisionError("a fault"), KeyboardInterrupt()])
@pytest.mark.parametrize("place", ["policy", "settle", "react"])
def test_an_error_inside_a_step_leaves_a_game_that_refuses_to_go_on(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, place: str
) -> None:
    faults = [False]

    def fault(*_: object) -> None:
        if faults[0]:
            raise error

    if place != "policy":
        from sim.engines.plain import confrontation

        rule = getattr(confrontation, place)
        monkeypatch.setattr(confrontation, place, lambda world: (rule(world), fault())[0])
    policies = {"east": fault} if place == "policy" else {}
    # the west moves first by its key of luck, so the policy of the east fails in the step that the last turn is of
    game = open_game(TOGETHER, seed=2, policies=policies, seats={"west"})
    for _ in range(4):
        game.advance()
        game.decide(None)
    game.advance()
    sound = game.snapshot()
    game.decide(None)
    faults[0] = True
    with pytest.raises(type(error)):
        game.advance()
    faults[0] = False
    for again in (game.advance, game.snapshot, lambda: game.decide("hold"), lambda: game.replay([])):
        with pytest.raises(BrokenRun) as caught:
            again()
        assert caught.value.__cause__ is error
    assert problems(game.trajectory()) == []
    assert copy_world(game._run.world).parts == sound.start.world.parts
    assert len(game.trajectory().columns["decisions"]["decision"]) == sound.start.seats.rows
    game.restore(sound)
    assert play(game, logit).equals(run_one(TOGETHER, seed=2))


def test_what_a_turn_shows_cannot_be_changed_into_a_licence() -> None:
    """A move that is not legal stays so, whatever somebody does to what the game has shown."""
    game = open_game("two-leaders", seed=3, seats={"verenia"})
    turn = game.advance()
    assert turn is not None
    with pytest.raises(TypeError):
        turn.options["withdraw"] = 1.0  # type: ignore[index]
    with pytest.raises(TypeError):
        turn.components["hold"]["face"] = 9.0  # type: ignore[index]
    with pytest.raises(IllegalMove):
        game.decide("withdraw")
    steps = turn.steps_so_far()
    steps.clear()  # type: ignore[attr-defined]
    assert turn.steps_so_far()


def test_a_log_that_is_none_leaves_the_game_as_it_was() -> None:
    game = open_game("two-leaders", seed=3, seats={"verenia"})
    game.advance()
    with pytest.raises(ValueError, match="a log is a list of pairs"):
        game.replay([(0, "hold"), None])  # type: ignore[list-item]
    assert game.log == ()
    with pytest.raises(ValueError, match="of another game"):
        game.restore(None)  # type: ignore[arg-type]
