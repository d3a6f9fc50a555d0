"""Are outcomes summed over all runs and at the ends of each factor, failures apart?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies import StudyFolder, summarise, sweep
from tests.analysis.studies.made import SMALL, write


def test_shares_are_those_of_the_rows(small: StudyFolder) -> None:
    summary, rows = summarise(small), small.rows()
    assert summary.runs == 3600
    for outcome, share in summary.shares.items():
        assert share == pytest.approx((rows["outcome"] == outcome).mean())
    low = next(end for end in summary.ends if end.factor == "ego")
    chosen = rows[rows["ego"] <= rows["ego"].min() + 0.25 * (rows["ego"].max() - rows["ego"].min())]
    assert low.runs == len(chosen)
    assert low.shares["deal"] == pytest.approx((chosen["outcome"] == "deal").mean())
    assert {end.where for end in summary.ends if end.factor == "help"} == {"as it is", "none"}


def test_contrasts_come_largest_first(small: StudyFolder) -> None:
    swings = [contrast.swing for contrast in summarise(small).contrasts()]
    assert len(swings) == 3
    assert swings == sorted(swings, reverse=True)


def test_failures_count_apart(failing: StudyFolder) -> None:
    summary = summarise(failing)
    assert (summary.runs, summary.failed) == (15, 3)
    assert sum(summary.shares.values()) == pytest.approx(1)


def test_without_outcomes_there_is_only_a_count(tmp_path: Path) -> None:
    folder = sweep(write(tmp_path, SMALL + "outputs: [trough]\n"), tmp_path / "out").folder
    assert summarise(folder) == (3600, 0, {}, ())
    assert all("trough" in name for name in folder.manifest["measures"])
