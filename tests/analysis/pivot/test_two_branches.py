"""Are the endings of both branches counted as they are, and is what is told of them typical?"""

from __future__ import annotations

import numpy as np
import pytest

from analysis.pivot import Pivot, candidates
from analysis.pivot.two_branches import Endings, finding_of
from sim.run import run_one
from tests.analysis.pivot.planted import ENDING_TRUCE, LAPSED

RECORD = run_one(ENDING_TRUCE, run=LAPSED)
CANDIDATE = candidates(RECORD)[0]
TAKEN = np.array([0] * 30 + [1] * 70)
OTHER = np.array([1] * 20 + [3] * 60 + [0] * 20)
WHICH = np.arange(500, 600)


def test_shares_and_the_distance_are_those_of_the_endings() -> None:
    found = finding_of(CANDIDATE, Endings(WHICH, TAKEN, OTHER), 0.99)
    assert [found.taken[name].value for name in ("deal", "truce", "blow_up")] == [0.3, 0.7, 0]
    assert [found.other[name].value for name in ("deal", "truce", "blow_up")] == [0.2, 0.2, 0.6]
    assert found.distance.value == pytest.approx(0.6, abs=0.02)
    assert found.distance.level == 0.99
    assert found.taken["deal"].level == 0.95
    assert found.decided


def test_the_typical_future_ends_in_the_class_that_gains_most() -> None:
    assert finding_of(CANDIDATE, Endings(WHICH, TAKEN, OTHER), 0.99).typical == 520
    assert finding_of(CANDIDATE, Endings(WHICH, TAKEN, TAKEN), 0.99).typical == 500


def test_the_pivot_is_the_first_finding_that_differs_from_nothing() -> None:
    same, apart = (finding_of(CANDIDATE, Endings(WHICH, TAKEN, codes), 0.99) for codes in (TAKEN, OTHER))
    assert not same.decided
    assert Pivot(RECORD, (CANDIDATE,), (apart, same)).pivot is apart
    assert Pivot(RECORD, (CANDIDATE,), (same,)).pivot is None
    assert Pivot(RECORD, candidates(RECORD), ()).decisions <= len(candidates(RECORD))
