"""Is what stands in the way moved and said, and never deleted, whatever stands in the way of moving it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.studies.set_aside import SET_ASIDE, make_folder, make_room, set_aside


def test_nothing_is_lost_when_names_meet(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for text in ("one", "two", "three"):
        (tmp_path / "part").write_text(text)
        set_aside(tmp_path, tmp_path / "part", "is foreign")
    assert [(tmp_path / SET_ASIDE / name).read_text() for name in ("part", "part.2", "part.3")] == [
        "one", "two", "three",
    ]  # fmt: skip
    assert f"{tmp_path / 'part'}: is foreign; set aside as {SET_ASIDE}/part.2" in caplog.text


def test_a_file_in_the_place_of_the_store_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / SET_ASIDE).write_text("mine")
    (tmp_path / "x").mkdir()
    assert set_aside(tmp_path, tmp_path / "x", "is a folder") == tmp_path / f"{SET_ASIDE}.2" / "x"
    assert (tmp_path / SET_ASIDE).read_text() == "mine"


def test_room_is_made_only_where_something_else_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("stays")
    (tmp_path / "folder").mkdir()
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    for name in ("file", "folder", "nowhere", "absent"):
        make_room(tmp_path, tmp_path / name)
    assert (tmp_path / "file").read_text() == "stays"
    assert not (tmp_path / "folder").exists()
    assert not (tmp_path / "nowhere").is_symlink()
    for name in ("file", "made"):
        make_folder(tmp_path, tmp_path / name)
    assert (tmp_path / "file").is_dir() and (tmp_path / "made").is_dir()
    assert (tmp_path / SET_ASIDE / "file").read_text() == "stays"
