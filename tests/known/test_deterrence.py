"""Does quantal choice by table of payoffs reach the two-move deterrence game (theory B14)?"""

from __future__ import annotations

import math

import pytest

from tests.known.expected import EXPECTED
from tests.known.payoffs import FIRST, SECOND, chance, choose, table_world

CASE = EXPECTED["deterrence"]
PAYOFFS = CASE["payoffs"]
PRECISIONS = sorted(CASE["by_precision"], key=float)
RUNS = 4_000

RESIST = {FIRST: PAYOFFS["war"][1], SECOND: PAYOFFS["concede"][1]}
"""What B faces: resist or concede."""


def challenge(resisted: float) -> dict[int, float]:
    """What A faces, given how likely B resists: challenge (in expectation) or the status quo."""
    expected = resisted * PAYOFFS["war"][0] + (1 - resisted) * PAYOFFS["concede"][0]
    return {FIRST: expected, SECOND: PAYOFFS["status_quo"][0]}


@pytest.mark.parametrize("precision", PRECISIONS)
def test_b14_chances(precision: str) -> None:
    expected = CASE["by_precision"][precision]
    world = table_world(float(precision))
    resisted = chance(world, 1, RESIST, FIRST)
    challenged = chance(world, 0, challenge(resisted), FIRST)
    assert resisted == pytest.approx(expected["resist"], abs=1e-6)
    assert challenged == pytest.approx(expected["challenge"], abs=1e-6)
    ends = (1 - challenged, challenged * (1 - resisted), challenged * resisted)
    assert ends == pytest.approx((expected["SQ"], expected["concede"], expected["war"]), abs=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize("precision", PRECISIONS)
def test_b14_played_out(precision: str) -> None:
    """4,000 plays; the share of each end within 4 standard errors."""
    expected = CASE["by_precision"][precision]
    world = table_world(float(precision), seed=14)
    menu = challenge(chance(world, 1, RESIST, FIRST))
    seen = dict.fromkeys(("SQ", "concede", "war"), 0)
    for play in range(RUNS):
        if choose(world, 0, menu, play) == SECOND:
            seen["SQ"] += 1
        else:
            seen["war" if choose(world, 1, RESIST, play) == FIRST else "concede"] += 1
    for end, count in seen.items():
        p = expected[end]
        assert abs(count / RUNS - p) <= 4 * math.sqrt(p * (1 - p) / RUNS), end


def test_b14_against_an_independent_solver() -> None:
    """Agent quantal response by Gambit; flat order: A's move, then B's (the profile cannot be read by name)."""
    gambit = pytest.importorskip("pygambit")
    game = gambit.Game.new_tree(players=["A", "B"])
    game.append_move(game.root, "A", ["challenge", "status quo"])
    node = game.root.children["challenge"]
    game.append_move(node, "B", ["resist", "concede"])
    for where, name in ((game.root.children["status quo"], "status_quo"), (node.children["resist"], "war")):
        game.set_outcome(where, game.add_outcome(name, PAYOFFS[name]))
    game.set_outcome(node.children["concede"], game.add_outcome("concede", PAYOFFS["concede"]))
    for precision in PRECISIONS:
        (found,) = gambit.qre.logit_solve_lambda(game, lam=[float(precision)])
        challenged, _, resisted, _ = (float(found[i]) for i in range(4))
        world = table_world(float(precision))
        resist = chance(world, 1, RESIST, FIRST)
        assert resist == pytest.approx(resisted, abs=1e-6)
        assert chance(world, 0, challenge(resist), FIRST) == pytest.approx(challenged, abs=1e-6)
