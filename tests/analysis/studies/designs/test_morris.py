"""Morris' trajectories against SALib's sampler, and what a trajectory must be."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.studies.designs import DesignError, Factor, Morris
from analysis.studies.designs.seeding import seed_at

sample = pytest.importorskip("SALib.sample.morris").sample


def factors(groups: str) -> tuple[Factor, ...]:
    return tuple(Factor((n,), low=0.0, high=1.0, group=g.strip()) for n, g in zip("abcd", groups, strict=True))


@pytest.mark.parametrize("groups", ["    ", "GGH "])
def test_each_trajectory_is_salibs_from_its_own_address(groups: str) -> None:
    design = Morris(factors(groups), 4, 6, 8)
    rows = design.coordinates(0, design.size)
    for walk in range(6):
        theirs = sample(design.problem(), 1, num_levels=8, seed=seed_at(4, f"design/morris/{walk}"))
        assert np.array_equal(rows[walk * design.block : (walk + 1) * design.block], theirs)


def test_one_input_moves_at_a_time_by_delta() -> None:
    design = Morris(factors("    "), 0, 50)
    walks = design.coordinates(0, design.size).reshape(50, 5, 4)
    moves = np.abs(np.diff(walks, axis=1))
    assert np.allclose(moves.sum(axis=2), 2 / 3)
    assert np.allclose(moves.sum(axis=1), 2 / 3)


def test_more_trajectories_move_none() -> None:
    few, many = Morris(factors("    "), 3, 5), Morris(factors("    "), 3, 9)
    assert np.array_equal(few.coordinates(0, 25), many.coordinates(0, 25))


def test_odd_levels_and_too_few_walks_are_refused() -> None:
    with pytest.raises(DesignError, match="even"):
        Morris(factors("    "), 0, 5, 3)
    with pytest.raises(DesignError, match="at least 2"):
        Morris(factors("    "), 0, 1)
