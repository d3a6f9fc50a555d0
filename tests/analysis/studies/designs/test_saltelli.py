"""Saltelli's design against SALib, row by row."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.studies.designs import DesignError, Factor, Saltelli
from analysis.studies.designs.seeding import seed_at
from analysis.studies.designs.sobol import SCRAMBLE

sample = pytest.importorskip("SALib.sample.sobol").sample
BOUNDS = [[-1.0, 2.0], [0.0, 0.3], [10.0, 90.0], [0.25, 0.75]]


def factors(groups: str) -> tuple[Factor, ...]:
    named = zip("abcd", BOUNDS, groups, strict=True)
    return tuple(Factor((n,), low=low, high=high, group=g.strip()) for n, (low, high), g in named)


@pytest.mark.parametrize("groups", ["    ", "GGH ", "GHGH", "G G "])
@pytest.mark.parametrize("second_order", [True, False])
def test_equals_salib_row_by_row(groups: str, second_order: bool) -> None:
    design = Saltelli(factors(groups), 11, 32, second_order)
    problem = {**design.problem(), "bounds": [list(bounds) for bounds in BOUNDS]}
    theirs = sample(problem, 32, calc_second_order=second_order, seed=seed_at(11, SCRAMBLE))
    assert design.size == len(theirs)
    assert np.array_equal(design.values()[list("abcd")].to_numpy(), theirs)


def test_the_number_of_base_points_is_a_power_of_two() -> None:
    with pytest.raises(DesignError, match="512 or 1024, not 1000"):
        Saltelli(factors("    "), 0, 1000)
