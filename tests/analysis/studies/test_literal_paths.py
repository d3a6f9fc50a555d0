"""Is a path one file, whatever its folders are called, to every library that reads it?"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.studies import StudyFolder, query
from analysis.studies.literal_paths import read_literally

NAMES = st.text("ab*?[]{}!^-,~=%:' é", min_size=1, max_size=6).filter(lambda name: name.strip(". "))
DECOYS = ("a", "b", "ab", "g1", "a=1", "[a]")


def _put(folder: Path, name: str) -> Path:
    file = folder / name / "rows.parquet"
    file.parent.mkdir(exist_ok=True)
    with file.open("wb") as handle:
        pq.write_table(pa.table({"whose": [name], "cell": [1]}), handle)
    return file


@settings(max_examples=12, deadline=None)
@given(st.sets(NAMES, min_size=1, max_size=4))
def test_each_name_reads_its_own_file_among_its_neighbours(names: set[str]) -> None:
    with TemporaryDirectory() as place:
        files = {name: _put(Path(place), name) for name in {*names, *DECOYS}}
        for name, file in files.items():
            assert read_literally(file).to_pydict() == {"whose": [name], "cell": [1]}
            assert read_literally(file, ["cell"], [("whose", "==", "no")]).to_pydict() == {"cell": []}


@pytest.mark.parametrize("name", ["g?", "g*", "[gh]1", "ego=0.5", "~"])
def test_a_study_is_asked_and_no_other(
    small: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    import shutil

    for other in ("g1", "g2", "h1", name):
        shutil.copytree(small.path, tmp_path / other)
    monkeypatch.chdir(tmp_path)
    assert query(Path(name), "select count(*) n from rows")["n"].iloc[0] == 3600
    assert len(query(Path(name), "select distinct ego from rows")) == 60
    (tmp_path / name / "rows.parquet").unlink()
    next((tmp_path / name / "runs").iterdir()).unlink()
    assert 0 < query(Path(name), "select count(*) n from rows")["n"].iloc[0] < 3600


def test_a_name_that_is_no_pattern_of_duckdb_is_asked_all_the_same(small: StudyFolder, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(small.path, tmp_path / "a\\[")
    assert query(tmp_path / "a\\[", "select count(*) n from rows")["n"].iloc[0] == 3600
