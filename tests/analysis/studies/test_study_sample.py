"""Is a study that fits looked at whole, and a larger one by whole rows and replications, said and spread evenly?"""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.documents import study_document
from analysis.studies import StudyError, StudyFolder, open_folder, read_study, study_sample
from analysis.studies.study_opening import begin
from analysis.studies.study_sample import Sample, chosen_rows, looked_at
from tests.analysis.studies.made import LARGE, write


def test_a_study_that_fits_is_looked_at_whole(large: StudyFolder) -> None:
    found = looked_at(large)
    assert (len(found.rows), found.stored, found.failed, found.said) == (900, 900, 225, "")
    assert found.rows.equals(large.rows())


def test_a_larger_one_is_looked_at_by_whole_rows_before_lucks_are_few(large: StudyFolder, uncut: StudyFolder) -> None:
    found = looked_at(large, most=300)
    assert (found.stored, found.failed) == (900, 225)
    assert set(found.rows.groupby("row").size()) == {3}
    assert 90 <= found.rows["row"].nunique() <= 110
    assert f"{found.rows['row'].nunique()} of its 300 settings, spread evenly, with all their runs" in found.said
    whole = uncut.rows().set_index("cell").loc[found.rows["cell"]]
    assert found.rows.set_index("cell").equals(whole)
    assert found.rows.equals(looked_at(uncut, most=300).rows)


def test_many_replications_are_left_out_first(small: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study_sample, "LUCKS", 8)
    found = looked_at(small, most=1200)
    assert (
        found.rows.groupby("row")["replication"].agg(["min", "max", "size"]).to_numpy().tolist() == [[0, 19, 20]] * 60
    )
    assert "all 60 settings, the first 20 of 60 runs of each, 1,200 runs in all" in found.said


def test_rows_that_belong_together_stay(small: StudyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(study_sample, "IN_BLOCKS", ("lhs",))
    found = looked_at(small, most=10)
    assert found.rows["row"].nunique() == len(found.rows) == 60


@given(st.integers(0, 10**9), st.integers(2, 500))
def test_rows_looked_at_are_spread_evenly(first: int, one_in: int) -> None:
    places = np.flatnonzero(chosen_rows(np.arange(first, first + 20 * one_in), 1 / one_in))
    assert 17 <= len(places) <= 23
    assert max(b - a for a, b in pairwise(places)) <= 4 * one_in


@given(st.integers(1, 10**7), st.integers(1, 10**4), st.integers(1, 10**6))
def test_a_part_says_what_it_chooses(size: int, replications: int, most: int) -> None:
    recipe = SimpleNamespace(replications=replications)
    folder = SimpleNamespace(design=SimpleNamespace(size=size, kind="lhs"), study=SimpleNamespace(recipe=recipe))
    part = Sample.of(folder, most)
    chosen = np.count_nonzero(chosen_rows(np.arange(size), part.share))
    assert part.is_all == (size * replications <= most) == (part.said == "")
    if not part.is_all:
        whole = f"all {size:,} settings" if chosen == size else f"{chosen:,} of its {size:,} settings"
        assert f"this is told of {whole}" in part.said
        assert f"the first {part.kept:,} of {replications:,} runs" in part.said or part.kept == replications


@pytest.mark.parametrize("levels", [2, 3, 5, 10, 64])
def test_they_keep_step_with_no_factor_of_a_grid(levels: int) -> None:
    rows = np.arange(100_000)
    counts = np.bincount(rows[chosen_rows(rows, 0.1)] % levels, minlength=levels)
    assert counts.min() > 0.9 * counts.max()


def test_a_report_says_what_it_looked_at_and_counts_every_run_for_its_answer(
    small: StudyFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = study_document(small)
    monkeypatch.setattr("analysis.documents.study_report.looked_at", lambda folder: looked_at(folder, most=1800))
    part = study_document(small)
    assert part.answer[0] == whole.answer[0]
    told, before = repr(part), repr(whole)
    assert "The study is too large to be held at once: looked at are" in told
    assert "too large" not in before
    assert "No run failed." in told
    assert "All runs are done." in told


def test_no_run_is_said(tmp_path) -> None:
    folder = begin(read_study(write(tmp_path, LARGE)), tmp_path / "out")
    with pytest.raises(StudyError, match="no run is done yet"):
        looked_at(open_folder(folder.path), most=3)
