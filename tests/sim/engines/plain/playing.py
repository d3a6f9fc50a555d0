"""Games for tests: scenarios under every clock, players with a will of their own, and all that a game holds."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from sim.engines.plain.game import Game
from sim.engines.plain.world_copy import copy_world
from sim.files import vary
from sim.policies.protocol import Policy, Turn
from sim.results.trajectory import Trajectory
from sim.run import open_game
from sim.scenario import Scenario
from tests.generate import few
from tests.sim.rules.worlds import PLAIN

ORDERS = ("poisson", "simultaneous", "alternating", "random")
TOGETHER = vary(PLAIN, {"clock": {"kind": "fixed", "every_days": 3, "order": "simultaneous"}, "horizon_days": 40})
some = settings(few, max_examples=max(12, few.max_examples // 2), suppress_health_check=list(HealthCheck))

openings = st.sampled_from([(), (0,), (1,), (0, 1)])
ways = st.tuples(st.sampled_from(["central", "drawn"]), st.sampled_from(ORDERS), openings)


def clocked(scenario: Scenario, order: str) -> Scenario:
    """The scenario under one of the clocks and orders."""
    if order == "poisson":
        return vary(scenario, {"clock": {"kind": "poisson", "rate_per_week": 7}})
    return vary(scenario, {"clock": {"kind": "fixed", "every_days": 1.5, "order": order}})


def opened(scenario: Scenario, seed: int = 0, way: tuple[str, str, tuple[int, ...]] = ("central", "", (0, 1))) -> Game:
    """A game of a scenario with the seats open that a way of playing names by number."""
    parameters, order, numbers = way
    sides = sorted(scenario.leaders)
    played = clocked(scenario, order) if order else scenario
    return open_game(played, seed=seed, run=seed % 7, parameters=parameters, seats=[sides[k] for k in numbers])


def turns(game: Game) -> Iterator[Turn]:
    """The decisions of a game; each must be taken before the next is asked for."""
    while (turn := game.advance()) is not None:
        yield turn


def whim(seed: int) -> Policy:
    """A legal choice that depends on nothing but the decision and the seed."""

    def policy(turn: Turn) -> str:
        return Random(f"{seed} {turn.leader} {turn.decision}").choice(list(turn.options))

    return policy


def play(game: Game, policy: Callable[[Turn], str | None]) -> Trajectory:
    """Play a game to its end."""
    for turn in turns(game):
        game.decide(policy(turn))
    return game.trajectory()


def choices(record: Trajectory) -> dict[int, str]:
    """By number of the decision, what was chosen."""
    table = record.columns["decisions"]
    rows = zip(table["decision"], table["option"], table["chosen"], strict=True)
    return {number: option for number, option, chosen in rows if chosen}


def state(game: Game) -> bytes:
    """Everything a game holds, to the bit."""
    run = game._run
    seats = run.seats
    held = (copy_world(run.world), run.course, run.decisions, seats.answers, seats._before, seats._turns.seen)
    return pickle.dumps((held, game.log, game.turn and game.turn.decision, game.day))
