"""Is a file there whole or not at all?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies.durable_files import write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    for text in (b"one", b"two"):
        write_whole(tmp_path / "file", text)
    assert (tmp_path / "file").read_bytes() == b"two"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "file", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
