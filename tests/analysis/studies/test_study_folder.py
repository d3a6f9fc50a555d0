"""Does a folder take up its own study, refuse every other, and answer while it is unfinished?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis.studies import StudyError, StudyFolder, open_folder, read_study, sweep
from analysis.studies.study_opening import begin
from analysis.studies.study_writing import digest_of
from tests.analysis.studies.made import SMALL, write


@pytest.fixture
def half(small: StudyFolder, tmp_path: Path) -> Path:
    """The small study with half of its parts."""
    shutil.copytree(small.path, tmp_path / "half")
    folder = tmp_path / "half"
    (folder / "rows.parquet").unlink()
    for path in sorted((folder / "runs").iterdir())[::2]:
        path.unlink()
    return folder


def test_a_finished_study_opens_with_its_design_and_rows(small: StudyFolder) -> None:
    folder = open_folder(small.path)
    assert folder.table == small.table
    assert folder.design.describe() == small.design.describe()
    rows = folder.rows()
    assert len(rows) == 3600
    assert rows[["row", "replication"]].equals(rows[["row", "replication"]].sort_values(["row", "replication"]))
    assert list(folder.rows(["outcome", "ego"])) == ["outcome", "ego"]
    with pytest.raises(StudyError, match="no column 'nope'"):
        folder.rows(["nope"])


def test_an_unfinished_one_gives_the_rows_it_has_in_order(half: Path, small: StudyFolder) -> None:
    rows = open_folder(half).rows()
    assert 0 < len(rows) < 3600
    assert rows["cell"].is_monotonic_increasing
    assert rows.equals(small.rows().set_index("cell", drop=False).loc[rows["cell"]].reset_index(drop=True))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [("seed: 7", "seed: 9", "seed: 7 in the folder, 9 now"), ("low: 0,", "low: 0.1,", "low: 0.0 in the folder")],
)
def test_a_changed_study_is_refused_and_says_what_changed(
    half: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(StudyError, match="never mixed") as caught:
        sweep(write(tmp_path, SMALL.replace(old, new)), half)
    assert told in str(caught.value)


@pytest.mark.parametrize("key", ["version", "rules"])
def test_another_version_or_other_rules_are_refused(half: Path, tmp_path: Path, key: str) -> None:
    manifest = json.loads((half / "manifest.json").read_text())
    manifest["identity"][key] = "another"
    manifest["digest"] = digest_of(manifest["identity"])
    (half / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(StudyError, match=f'{key}: "another" in the folder'):
        sweep(write(tmp_path), half)


def test_no_runs_are_said(tmp_path: Path, study_file: Path) -> None:
    with pytest.raises(StudyError, match="no run is done yet"):
        begin(read_study(study_file), tmp_path / "out").rows()


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{"), lambda path: path.write_text("")])
def test_failures_come_from_the_table_where_their_list_is_not_as_written(
    failing: StudyFolder, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    shutil.copytree(failing.path, tmp_path / "hurt")
    shutil.rmtree(tmp_path / "hurt" / "runs")
    damage(tmp_path / "hurt" / "failures.jsonl")
    found = open_folder(tmp_path / "hurt")
    assert len(found.rows()) == 18
    wanted = [{name: value for name, value in line.items() if name != "traceback"} for line in failing.failures]
    assert found.failures == wanted


def test_failures_are_listed(failing: StudyFolder, small: StudyFolder) -> None:
    assert [line["replication"] for line in failing.failures] == [0, 1, 2]
    assert small.failures == []
