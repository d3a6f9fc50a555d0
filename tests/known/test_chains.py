"""Do runs of constant choice probabilities end where absorbing chains say, and after as long (theory B18)?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from sim.state.world import World
from sim.vocabulary import actions as acts
from tests.known.expected import EXPECTED, number
from tests.known.payoffs import chance, choose, table_world

MENU = range(acts.SIGNAL, acts.REQUEST_CALL)
"""Acts of one nest; in each state the first so many stand for the moves that are possible."""

RUNS = 1_500
Chain = Mapping[str, Mapping[str, float]]


def payoffs_of(row: Mapping[str, float]) -> dict[str, tuple[int, float]]:
    """Each possible move as an act whose utility is the log of its probability."""
    possible = [(name, p) for name, p in row.items() if p > 0]
    return {name: (action, math.log(p)) for action, (name, p) in zip(MENU, possible, strict=False)}


def play(world: World, chain: Chain, state: str, run: int) -> tuple[str, int]:
    """Follow a chain from a state until it leaves the table; returns the end and the number of moves."""
    world.setting[0].run = run
    moves = 0
    while state in chain:
        menu = payoffs_of(chain[state])
        act = choose(world, 0, dict(menu.values()), moves)
        state = next(name for name, (action, _) in menu.items() if action == act)
        moves += 1
    return state, moves


def steps_between(low: int, high: int, up: float) -> dict[str, dict[str, float]]:
    """A walk on the whole numbers strictly between two ends."""
    return {str(i): {str(i - 1): 1 - up, str(i + 1): up} for i in range(low + 1, high)}


CRISIS: Chain = EXPECTED["crisis_chain"]["moves"]
ENDS = ("deal", "blow_up", "stalemate")


def absorbed(chain: Chain, ends: tuple[str, ...]) -> tuple[Any, Any, Any]:
    """Exact absorption chances, mean steps and their sd, by the fundamental matrix."""
    inner = list(chain)
    q = np.array([[chain[a].get(b, 0.0) for b in inner] for a in inner])
    r = np.array([[chain[a].get(b, 0.0) for b in ends] for a in inner])
    n = np.linalg.inv(np.eye(len(inner)) - q)
    t = n @ np.ones(len(inner))
    variance = (2 * n - np.eye(len(inner))) @ t - t * t
    return n @ r, t, np.sqrt(variance)


def compare(
    chain: Chain, start: str, ends: tuple[str, ...], shares: list[float], mean: float, runs: int = RUNS
) -> None:
    """Play many runs; shares and the mean number of moves within 4 standard errors of the known answer."""
    world = table_world(seed=18)
    found = [play(world, chain, start, run) for run in range(runs)]
    for end, p in zip(ends, shares, strict=True):
        seen = sum(1 for name, _ in found if name == end) / runs
        assert abs(seen - p) <= 4 * math.sqrt(p * (1 - p) / runs), end
    spread = absorbed(chain, ends)[2][list(chain).index(start)]
    assert abs(sum(moves for _, moves in found) / runs - mean) <= 4 * spread / math.sqrt(runs)


@pytest.mark.parametrize("state", CRISIS)
def test_b18_constant_utilities_give_the_chain_s_chances(state: str) -> None:
    menu = payoffs_of(CRISIS[state])
    for name, (action, _) in menu.items():
        assert chance(table_world(), 0, dict(menu.values()), action) == pytest.approx(CRISIS[state][name], abs=1e-9)


def test_b18_the_catalogue_itself() -> None:
    """The expected fractions follow from the table of moves by linear algebra, without any rule of the model."""
    b, t, _ = absorbed(CRISIS, ENDS)
    for row, state in enumerate(CRISIS):
        assert b[row] == pytest.approx([number(text) for text in EXPECTED["crisis_chain"]["ends"][state]], abs=1e-9)
        assert t[row] == pytest.approx(number(EXPECTED["crisis_chain"]["weeks"][state]), abs=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("state", CRISIS)
def test_b18_crisis_chain(state: str) -> None:
    ends = [number(text) for text in EXPECTED["crisis_chain"]["ends"][state]]
    compare(CRISIS, state, ENDS, ends, number(EXPECTED["crisis_chain"]["weeks"][state]))


@pytest.mark.slow
@pytest.mark.parametrize("start", [1, 2, 3])
def test_b18_drunkard_s_walk(start: int) -> None:
    case = EXPECTED["drunkard"]
    home = case["to_first_end"][start - 1]
    compare(steps_between(0, 4, 0.5), str(start), ("0", "4"), [home, 1 - home], case["steps"][start - 1])


@pytest.mark.slow
def test_b18_gambler_s_ruin() -> None:
    case = EXPECTED["ruin"]
    top = case["reaches_top"]
    compare(steps_between(0, 4, case["chance_up"]), "2", ("0", "4"), [1 - top, top], case["steps"])
