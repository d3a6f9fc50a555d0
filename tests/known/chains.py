"""Exact answers about finite chains, by linear algebra: stationary distributions and how far an average may stray."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def stationary(moves: Matrix) -> Matrix:
    """The distribution that a chain's transition matrix leaves as it is."""
    n = len(moves)
    equations = np.vstack([moves.T - np.eye(n), np.ones(n)])
    found: Matrix = np.linalg.lstsq(equations, np.append(np.zeros(n), 1.0), rcond=None)[0]
    return found


def standard_error(moves: Matrix, state: int, rounds: int) -> float:
    """Standard error of the share of rounds spent in a state (Kemeny & Snell's fundamental matrix)."""
    pi = stationary(moves)
    n = len(moves)
    fundamental = np.linalg.inv(np.eye(n) - moves + np.outer(np.ones(n), pi))
    centred = (np.arange(n) == state) - pi[state]
    variance = 2 * (pi * centred) @ fundamental @ centred - (pi * centred) @ centred
    return float(np.sqrt(variance / rounds))
