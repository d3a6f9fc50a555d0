"""Files appear together or not at all: a full disk, a refused move or Ctrl-C leaves what was there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from sim.results import placing as files
from sim.results.placing import RecordError
from sim.results.trajectory import Trajectory
from tests.sim.sample import sample_trajectory

PLACES = pytest.mark.parametrize("name", ["record", "record.zip"])


def test_other_things_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    (tmp_path / "notes.zip").write_text("not even an archive")
    for name in ("thesis", "notes.zip"):
        with pytest.raises(RecordError, match="choose another place"):
            sample_trajectory().save(tmp_path / name)
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"
    assert (tmp_path / "notes.zip").read_text() == "not even an archive"


def test_a_record_with_notes_beside_it_is_not_replaced(tmp_path: Path) -> None:
    sample_trajectory().save(tmp_path / "record")
    (tmp_path / "record" / "notes.txt").write_text("mine")
    with pytest.raises(RecordError, match=r"notes\.txt"):
        sample_trajectory().save(tmp_path / "record")


@PLACES
@pytest.mark.parametrize("after", range(1, 8))
def test_a_disk_that_fills_up_leaves_the_old_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, after: int
) -> None:
    old = sample_trajectory(seed=1)
    old.save(tmp_path / name)
    left = [after]

    def full(handle: int) -> None:
        left[0] -= 1
        if left[0] <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    said = ""
    try:
        sample_trajectory(seed=2).save(tmp_path / name)
    except RecordError as error:
        said = str(error)
    if said:
        assert "No space left" in said
        assert Trajectory.load(tmp_path / name).equals(old)
    else:  # the room sufficed: only the folder's own flush, which is best effort, failed
        assert Trajectory.load(tmp_path / name).seed == 2
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("call", ["rename", "replace"])
def test_a_failed_move_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    name = "record.zip" if call == "replace" else "record"
    sample_trajectory(seed=1).save(tmp_path / name)
    move = getattr(Path, call)

    def refuse(source: Path, target: Path) -> None:
        if source.name.endswith(".partial"):
            raise OSError(errno.EACCES, "Permission denied")
        move(source, target)

    monkeypatch.setattr(Path, call, refuse)
    with pytest.raises(RecordError, match="untouched"):
        sample_trajectory(seed=2).save(tmp_path / name)
    assert Trajectory.load(tmp_path / name).seed == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


@PLACES
def test_an_interruption_leaves_the_old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    sample_trajectory(seed=1).save(tmp_path / name)

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        sample_trajectory(seed=2).save(tmp_path / name)
    assert Trajectory.load(tmp_path / name).seed == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_device_is_no_place_for_a_record() -> None:
    for device in ("/dev/zero", "/dev/null"):
        with pytest.raises(RecordError, match="is there already and is not a record"):
            files.write_files(Path(device), {"a": b""}, "a")


def test_a_folder_that_is_gone_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RecordError, match="was not written"):
        files.write_files(tmp_path / "file" / "kept", {"a": b""}, "a")
