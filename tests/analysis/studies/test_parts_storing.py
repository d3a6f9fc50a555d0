"""Are parts whole or absent, and is a damaged one seen?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.studies import moments
from analysis.studies.parts_storing import PARTS, as_bytes, checksum, find_parts, keep_part, list_parts, write_whole

TABLE = pa.table({"x": list(range(1000)), "word": ["a", "b"] * 500})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PARTS).mkdir()
    return tmp_path


def test_equal_tables_are_equal_bytes_that_read_back() -> None:
    assert as_bytes(TABLE) == as_bytes(pa.table({"x": list(range(1000)), "word": ["a", "b"] * 500}))
    assert pq.read_table(pa.BufferReader(as_bytes(TABLE))).equals(TABLE)


def test_a_part_carries_its_number_and_checksum(folder: Path) -> None:
    keep_part(folder, 12, as_bytes(TABLE))
    assert [path.name for path in list_parts(folder)] == [f"part-000012-{checksum(as_bytes(TABLE))}.parquet"]
    assert list(find_parts(folder)) == [12]


@pytest.mark.parametrize("damage", [lambda content: content[:-1], lambda content: b"x" + content[1:], lambda _: b""])
def test_a_damaged_part_is_removed_to_be_done_again(folder: Path, damage) -> None:
    keep_part(folder, 3, as_bytes(TABLE))
    (path,) = list_parts(folder)
    path.write_bytes(damage(path.read_bytes()))
    assert find_parts(folder) == {}
    assert not path.exists()


def test_unfinished_files_are_swept_away_and_strangers_left_alone(folder: Path) -> None:
    (folder / PARTS / "part-000001-0123456789abcdef.parquet.tmp").write_bytes(b"half")
    (folder / PARTS / "notes.txt").write_text("mine")
    assert find_parts(folder) == {}
    assert [path.name for path in (folder / PARTS).iterdir()] == ["notes.txt"]


def test_a_full_disk_leaves_nothing_half_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(moments.VARIABLE, "full@part-written")
    monkeypatch.setattr(moments, "_seen", Counter())
    with pytest.raises(OSError, match="space"):
        keep_part(folder, 1, as_bytes(TABLE))
    assert list((folder / PARTS).iterdir()) == []


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        write_whole(tmp_path / "file", text)
    assert (tmp_path / "file").read_bytes() == b"two"
    assert len(list(tmp_path.iterdir())) == 1
