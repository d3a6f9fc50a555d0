"""Does repeated logit choice reach Blume's limit, and does the order of moves matter as theory says (theory B17)?

In the stag hunt one random mover a round gives the Gibbs distribution of the potential; simultaneous moves put three
times as much weight off the diagonal. So the order of moves is part of a scenario, and every record says which it was.
"""

from __future__ import annotations

import numpy as np
import pytest

from sim.vocabulary import scenario_words as words
from tests.known.chains import Matrix, standard_error, stationary
from tests.known.expected import EXPECTED
from tests.known.payoffs import FIRST, SECOND, chance, choose, movers_of, table_world

CASE = EXPECTED["stag_hunt"]
ACTS = (FIRST, SECOND)
STATES = [(0, 0), (0, 1), (1, 0), (1, 1)]
ORDERS = {"random_mover": words.RANDOM, "simultaneous": words.SIMULTANEOUS}
ROUNDS = 30_000


def menu(side: int, other_plays: int) -> dict[int, float]:
    """What a side gets for each act against what the other plays now: stag is FIRST, hare is SECOND."""
    cell = CASE["payoffs"]
    return {ACTS[mine]: cell[mine][other_plays][0] if side == 0 else cell[other_plays][mine][1] for mine in range(2)}


def moves_under(name: str) -> Matrix:
    """The exact chain over states, from the rules' own chances."""
    world = table_world()
    moves = np.zeros((4, 4))
    for row, state in enumerate(STATES):
        p = [[chance(world, side, menu(side, state[1 - side]), act) for act in ACTS] for side in range(2)]
        for column, (a, b) in enumerate(STATES):
            if name == "simultaneous":
                moves[row, column] = p[0][a] * p[1][b]
            else:
                moves[row, column] = 0.5 * p[0][a] * (b == state[1]) + 0.5 * p[1][b] * (a == state[0])
    return moves


@pytest.mark.parametrize("name", ORDERS)
def test_b17_the_chain_of_the_rules_has_the_known_limit(name: str) -> None:
    expected = np.array(CASE[name]).ravel()
    assert stationary(moves_under(name)) == pytest.approx(expected, abs=1e-6)


def test_b17_one_mover_at_a_time_is_the_gibbs_distribution_of_the_potential() -> None:
    """Potential of the stag hunt: 4 - 3 = 1 for both on stag, 0 off the diagonal to 3 on hare, up to a constant."""
    potential = np.exp([1.0, 0.0, 0.0, 3.0])
    assert np.array(CASE["random_mover"]).ravel() == pytest.approx(potential / potential.sum(), abs=1e-6)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.nightly) if name == "simultaneous" else name for name in ORDERS]
)
def test_b17_played_out(name: str) -> None:
    """30,000 rounds; time in each state within 4 standard errors of the chain's own (rounds depend on one another)."""
    expected = np.array(CASE[name]).ravel()
    moves = moves_under(name)
    world = table_world(order=ORDERS[name], seed=17)
    state = [1, 1]
    seen = np.zeros(4)
    for round_number in range(ROUNDS):
        before = tuple(state)  # simultaneous movers both decide on the same state
        for side in movers_of(world, round_number):
            act = choose(world, side, menu(side, before[1 - side]), round_number)
            state[side] = ACTS.index(act)
        seen[STATES.index((state[0], state[1]))] += 1
    for place, p in enumerate(expected):
        assert abs(seen[place] / ROUNDS - p) <= 4 * standard_error(moves, place, ROUNDS), STATES[place]
