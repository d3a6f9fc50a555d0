"""Is any run of a study told again, equal to what was stored to the bit (EMA #285, mesa #2841)?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from analysis.studies import StudyError, StudyFolder, open_folder, rerun
from analysis.studies.compacting import sha256_of
from analysis.studies.study_writing import digest_of


@pytest.mark.parametrize(("row", "replication"), [(0, 0), (17, 41), (59, 59)])
def test_a_run_comes_out_as_stored(small: StudyFolder, row: int, replication: int) -> None:
    again = rerun(small.path, row, replication)
    assert again.stored is not None
    assert again.differing == ()
    assert again.since == ()
    assert again.trajectory.outcome.outcome_class == again.stored["outcome"]
    assert (again.trajectory.seed, again.trajectory.run) == (7, replication)
    assert again.values["ego"] == again.stored["ego"]
    assert again.trajectory.equals(rerun(small, row, replication).trajectory)


def test_a_stored_number_that_is_off_by_a_bit_is_seen(small: StudyFolder, tmp_path: Path) -> None:
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    shutil.copytree(small.path, tmp_path / "off")
    rows = pq.read_table(tmp_path / "off" / "rows.parquet")
    place = rows.schema.get_field_index("tension")
    nudged = np.nextafter(rows["tension"].to_numpy(), 2)
    pq.write_table(rows.set_column(place, "tension", pa.array(nudged)), tmp_path / "off" / "rows.parquet")
    manifest = json.loads((tmp_path / "off" / "manifest.json").read_text())
    manifest["identity"]["rules"] = "older"
    manifest["digest"] = digest_of(manifest["identity"])
    manifest["table"]["sha256"] = sha256_of(tmp_path / "off" / "rows.parquet")
    (tmp_path / "off" / "manifest.json").write_text(json.dumps(manifest))
    again = rerun(tmp_path / "off", 3, 4)
    assert again.differing == ("tension",)
    assert any(line.startswith('rules: "older"') for line in again.since)


def test_a_failed_run_fails_again_and_says_how(failing: StudyFolder) -> None:
    with pytest.raises(StudyError, match="row 4, replication 2, seed 1") as caught:
        rerun(failing, 4, 2)
    assert "in the study: ScenarioError" in str(caught.value)


@pytest.mark.parametrize(("row", "replication", "told"), [(60, 0, "no row 60"), (0, 60, "no replication 60")])
def test_what_is_not_in_the_study_is_refused(small: StudyFolder, row: int, replication: int, told: str) -> None:
    with pytest.raises(StudyError, match=told):
        rerun(small, row, replication)


def test_a_run_not_done_yet_can_be_told(small: StudyFolder, tmp_path: Path) -> None:
    shutil.copytree(small.path, tmp_path / "none")
    (tmp_path / "none" / "rows.parquet").unlink()
    for path in (tmp_path / "none" / "runs").iterdir():
        path.unlink()
    assert rerun(open_folder(tmp_path / "none"), 1, 1).stored is None
