"""Are many fresh lucks of a branch what each of them is when it is told, and are lucks that there are not refused?"""

from __future__ import annotations

import pytest

from sim.results.record_rows import decisions
from sim.run import branch, run_branch, run_one
from tests.sim.rules.worlds import PLAIN

RECORD = run_one(PLAIN, seed=3)
MIDDLE = decisions(RECORD)[len(decisions(RECORD)) // 2]


def test_a_branch_counts_what_run_branch_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMBDOWN_NO_NUMBA", "1")
    option = next(option.name for option in MIDDLE.options if option != MIDDLE.chosen)
    finished: list[int] = []
    runs = branch(RECORD, MIDDLE.decision, option, 5, first=2, threads=1, progress=finished.append)
    assert sum(finished) == 5
    assert runs.run.tolist() == [2, 3, 4, 5, 6]
    for entry in range(5):
        told = run_branch(RECORD, MIDDLE.decision, option, 2 + entry)
        assert runs[entry].equals(told)
        assert runs.outcomes[entry] == told.outcome.outcome_class


@pytest.mark.parametrize(("runs", "first"), [(0, 0), (5, -1), (2, 2**32 - 1)])
def test_lucks_out_of_range_are_refused(runs: int, first: int) -> None:
    with pytest.raises(ValueError, match="fresh lucks are numbered"):
        branch(RECORD, MIDDLE.decision, runs=runs, first=first)
