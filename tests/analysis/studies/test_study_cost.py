"""Is the cost of a study measured, and nothing of it kept?"""

from __future__ import annotations

from pathlib import Path

from analysis.studies import StudyFolder, read_study
from analysis.studies.study_cost import plan, tried_rows
from tests.analysis.studies.made import FAILING, cut_small, write


def test_a_cost_is_measured_and_nothing_kept(small: StudyFolder, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    cost = plan(small.study)
    assert (cost.rows, cost.runs, cost.parts) == (60, 3600, small.layout.parts)
    assert 0 < cost.seconds(1) < 600
    assert cost.seconds(2) <= cost.seconds(1)
    assert cost.seconds(1, left=0) == 0
    stored = sum(path.stat().st_size for path in [*small.path.glob("runs/*"), small.path / "rows.parquet"])
    assert stored / 4 < cost.disk < stored * 4
    assert list(tmp_path.iterdir()) == []


def test_a_large_study_needs_room_for_its_runs_and_one_partition_more(small: StudyFolder) -> None:
    cost = plan(small.study)
    assert cost.held_twice == cost.runs == 3600
    with cut_small():
        cut = plan(small.study)
    assert 0 < cut.held_twice < cut.runs
    assert cut._replace(parts=0).disk < 2 * cut.runs * cut.run_bytes


def test_failures_are_foreseen(tmp_path: Path) -> None:
    assert plan(read_study(write(tmp_path, FAILING))).failed > 0


def test_runs_tried_for_their_luck_are_spread_over_the_design(small: StudyFolder) -> None:
    rows = tried_rows(small.study, rows=6, replications=3)
    assert rows["row"].tolist() == [row for row in range(0, 60, 10) for _ in range(3)]
    assert rows["replication"].tolist() == [0, 1, 2] * 6
