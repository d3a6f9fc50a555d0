"""Are variants of a case run once, under the same lucks, and as they would be by themselves?"""

from __future__ import annotations

import numpy as np

from analysis.evidence.dynamics.stage import Stage
from sim import run_many


def test_a_variant_is_run_once_and_told_once() -> None:
    told: list[str] = []
    stage = Stage(["us-ukraine-2025"], 3, tell=told.append)
    changes = {"leaders.us.ego": 0.4}
    assert stage.runs("us-ukraine-2025", changes) is stage.runs("us-ukraine-2025", dict(changes))
    assert told == ["us-ukraine-2025 leaders.us.ego"]
    assert len(stage.runs("us-ukraine-2025", times=2)) == 6


def test_lucks_are_those_of_run_many() -> None:
    stage = Stage(["us-ukraine-2025"], 3, "drawn", seed=5)
    ours, own = stage.runs("us-ukraine-2025"), run_many("us-ukraine-2025", seed=5, runs=3, parameters="drawn")
    np.testing.assert_array_equal(ours.measures["end_day"], own.measures["end_day"])
    assert list(ours.run) == [0, 1, 2]
    assert list(stage.lucks_of([ours, ours])) == [0, 1, 2, 0, 1, 2]
