"""Is a decision that decides found, none where nothing matters, and is the search the same however it is done?"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from analysis.pivot import Candidate, Plan, Search, candidates, find_pivot
from analysis.pivot import search as searching
from sim.run import Order, make_branches, run_one
from tests.analysis.pivot.planted import ENDING_TRUCE, LAPSED, QUICK, TERM_ENDS, TOO_SHORT

RECORD = run_one(ENDING_TRUCE, run=LAPSED)


def test_a_decision_that_obviously_decides_is_found() -> None:
    found = find_pivot(RECORD, plan=QUICK).pivot
    assert found is not None
    decision, other = found.candidate
    assert (decision.leader, decision.about, decision.chosen.name, other.name) == ("east", "truce", "lapse", "accept")
    assert decision.date == TERM_ENDS.isoformat()
    assert found.distance.low > 0.5
    assert found.taken["truce"].value == 0
    assert found.other["truce"].value > 0.5


@pytest.mark.parametrize("run", range(3))
def test_where_nothing_can_matter_no_decision_decided(run: int) -> None:
    pivot = find_pivot(run_one(TOO_SHORT, run=run), plan=QUICK)
    assert pivot.pivot is None
    assert all(finding.distance.low == 0 for finding in pivot.findings)


def test_without_candidates_nothing_is_run() -> None:
    search = Search(RECORD, scripted=("east", "west"))
    assert (search.runs, search.candidates) == (0, ())
    assert search.run() == search.run()
    assert search.run().findings == ()


def test_every_decision_is_looked_at_once_and_lucks_of_the_second_stage_are_new(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counter = make_branches(RECORD)
    asked: list[tuple[int, str | None, range]] = []

    class Watched:
        def count(self, decision: int, option: str | None, which: range) -> object:
            asked.append((decision, option, which))
            return counter.count(decision, option, which)

    monkeypatch.setattr(searching, "make_branches", lambda *_: Watched())
    finished: list[int] = []
    search = Search(RECORD, plan=Plan(10, 3, 70))
    pivot = search.run(finished.append, threads=1)
    assert len(asked) == len(set(asked))
    assert sum(finished) == sum(len(which) for _, _, which in asked) == search.runs
    first, second = ({k for _, _, which in asked for k in which if (k < 10) == early} for early in (True, False))
    assert (first, second) == (set(range(10)), set(range(10, 80)))
    later = {decision for decision, _, which in asked if which[0] >= 10}
    assert later == {finding.candidate.decision.decision for finding in pivot.findings}
    assert len(pivot.findings) == 3
    assert {one.distance.n for one in pivot.findings} == {70}
    assert pivot.candidates == candidates(RECORD)


class Planted:
    """A counter after which one option of one decision ends otherwise in a part of the lucks, and nothing else."""

    def __init__(self, planted: Candidate, part: int) -> None:
        self.planted = planted.decision.decision, planted.other.name
        self.part = part

    def count(self, decision: int, option: str | None, which: range) -> Any:
        ended = np.array([3 if k % self.part == 0 and (decision, option) == self.planted else 0 for k in which])
        return SimpleNamespace(measures={"outcome": ended})


@pytest.mark.parametrize("place", [0, len(candidates(RECORD)) // 2, -1])
@pytest.mark.parametrize("part", [1, 3])
def test_what_moves_most_in_the_first_stage_is_looked_at_closely(
    place: int, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were the finalists any others, the one decision that matters would be missed wherever it stands in the run."""
    planted = candidates(RECORD)[place]
    monkeypatch.setattr(searching, "make_branches", lambda *_: Planted(planted, part))
    pivot = Search(RECORD, plan=Plan(21, 1, 90)).run(threads=1)
    assert [finding.candidate for finding in pivot.findings] == [planted]
    assert pivot.findings[0].decided
    assert pivot.findings[0].distance.value == pytest.approx(1 / part, abs=0.02)


def test_threads_change_nothing() -> None:
    assert repr(Search(RECORD, plan=QUICK).run(threads=1)) == repr(Search(RECORD, plan=QUICK).run(threads=3))


def test_an_interrupt_ends_the_search() -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Search(RECORD, plan=QUICK).run(stop)


def test_a_scripts_moves_are_kept_in_every_future() -> None:
    orders = [Order("west", "decline", about="truce")]
    record = run_one(ENDING_TRUCE, run=LAPSED, orders=orders)
    pivot = find_pivot(record, ("west",), orders, QUICK)
    assert {one.decision.leader for one in pivot.candidates} == {"east"}
    renewed = [finding for finding in pivot.findings if finding.candidate.decision.about == "truce"]
    assert all(not finding.decided for finding in renewed)
