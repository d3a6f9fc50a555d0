"""Is the table sorted, complete, and cut into row groups that do not depend on the parts?"""

from __future__ import annotations

import json

import pyarrow.parquet as pq
import pytest

from analysis.studies import StudyFolder, compacting
from analysis.studies.compacting import FAILURES, TABLE, compact


def test_rows_are_in_order_and_all_there(small: StudyFolder) -> None:
    table = pq.read_table(small.path / TABLE, columns=["cell", "status"]).to_pandas()
    assert table["cell"].tolist() == list(range(3600))
    assert set(table["status"]) == {"done"}


def test_row_groups_are_fixed(small: StudyFolder, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr(compacting, "ROW_GROUP", 1000)
    found = compact(tmp_path, small.layout, small.parts(), small.schema)
    file = pq.ParquetFile(tmp_path / TABLE)
    assert found.rows == 3600
    assert [file.metadata.row_group(k).num_rows for k in range(file.num_row_groups)] == [1000, 1000, 1000, 600]
    assert file.read().equals(pq.read_table(small.path / TABLE))


def test_it_comes_out_the_same_again(small: StudyFolder, tmp_path) -> None:
    assert small.table is not None
    assert compact(tmp_path, small.layout, small.parts(), small.schema) == small.table
    assert (tmp_path / TABLE).read_bytes() == (small.path / TABLE).read_bytes()


def test_failures_carry_parameters_seed_and_traceback(failing: StudyFolder) -> None:
    lines = [json.loads(line) for line in (failing.path / FAILURES).read_text().splitlines()]
    assert len(lines) == failing.table.failed == 3
    for replication, line in enumerate(lines):
        assert (line["row"], line["replication"], line["seed"]) == (4, replication, 1)
        assert (line["points"], line["ceiling"]) == (80, 40)
        assert "Traceback" in line["traceback"]
        assert "outcome" not in line
    assert "traceback" not in pq.read_schema(failing.path / TABLE).names
