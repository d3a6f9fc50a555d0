"""Are parts whole or absent, the same bytes for the same rows, and do they say whose they are?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.studies import cut_moments as moments
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import PARTS, Owner, as_bytes, checksum, keep_part, part_bytes

TABLE = pa.table({"x": list(range(1000)), "word": ["a", "b"] * 500})
OWNER = Owner("0123456789abcdef", Layout(2000, 4, 500, 2))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PARTS).mkdir()
    return tmp_path


def test_equal_tables_are_equal_bytes_that_read_back() -> None:
    assert as_bytes(TABLE) == as_bytes(pa.table({"x": list(range(1000)), "word": ["a", "b"] * 500}))
    assert pq.read_table(pa.BufferReader(as_bytes(TABLE))).equals(TABLE)


def test_a_part_carries_its_number_and_checksum_in_its_name_and_its_rows_within(folder: Path) -> None:
    content = part_bytes(OWNER, OWNER.layout.part(5), TABLE)
    keep_part(folder, OWNER, 5, content)
    (path,) = (folder / PARTS).iterdir()
    assert path.name == f"part-000005-{checksum(content)}.parquet"
    stamp = pq.read_metadata(path).metadata
    assert stamp[b"climbdown.study"] == b"0123456789abcdef"
    assert (stamp[b"climbdown.part"], stamp[b"climbdown.rows"], stamp[b"climbdown.replications"]) == (
        b"5", b"500-1000", b"2-4",
    )  # fmt: skip


def test_a_full_disk_leaves_nothing_half_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(moments.VARIABLE, "full@part-written")
    monkeypatch.setattr(moments, "_seen", Counter())
    with pytest.raises(OSError, match="space"):
        keep_part(folder, OWNER, 1, as_bytes(TABLE))
    assert list((folder / PARTS).iterdir()) == []
