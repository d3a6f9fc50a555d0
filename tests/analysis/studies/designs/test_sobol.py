"""Sobol' points against SciPy's own."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.studies.designs import DesignError, Factor, Sobol
from analysis.studies.designs.seeding import seed_at
from analysis.studies.designs.sobol import SCRAMBLE, sobol_points

qmc = pytest.importorskip("scipy.stats").qmc


@pytest.mark.parametrize(("start", "stop"), [(0, 256), (0, 3), (7, 100), (255, 256), (5, 5)])
def test_points_by_index_are_scipys_in_a_row(start: int, stop: int) -> None:
    whole = qmc.Sobol(d=5, scramble=True, seed=seed_at(9, SCRAMBLE)).random(256)
    assert np.array_equal(sobol_points(5, 9, start, stop), whole[start:stop])


def test_a_number_that_unbalances_the_sequence_is_refused() -> None:
    with pytest.raises(DesignError, match="64 or 128, not 100"):
        Sobol((Factor(("a",), low=0, high=1),), points=100)
