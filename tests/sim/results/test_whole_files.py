"""One file written whole: what was there stays until all is written, and nothing is left beside it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from sim.results.whole_files import write_whole, written_whole


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    for text in ("one\n", "zwei ü\n"):
        write_whole(tmp_path / "a.txt", text)
        assert (tmp_path / "a.txt").read_bytes() == text.encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_what_was_there_survives_a_failure_half_way(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", "mine")
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "a.txt") as stream:
        _ = stream.write(b"half") // 0
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_it_is_never_seen_unfinished(tmp_path: Path) -> None:
    with written_whole(tmp_path / "a.txt") as stream:
        stream.write(b"half")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text() == "half"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    write_whole(tmp_path / "link", "text")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text() == "text"


def test_the_longest_name_that_a_disk_takes(tmp_path: Path) -> None:
    write_whole(tmp_path / ("n" * 255), "text")
    assert [len(entry.name) for entry in tmp_path.iterdir()] == [255]


def test_a_pipe_is_written_to_as_it_stands(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_text()))
    reader.start()
    write_whole(tmp_path / "pipe", "text")
    reader.join(timeout=10)
    assert read == ["text"]


def test_what_the_disk_refuses(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        write_whole(tmp_path / "none" / "a.txt", "")
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path, "")
    with pytest.raises(OSError, match="No space left"):
        write_whole(Path("/dev/full"), "text")
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_names_the_file_and_not_the_one_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(PermissionError) as found:
        write_whole(tmp_path / "a.txt", "text")
    assert found.value.filename == str(tmp_path / "a.txt")


def test_bytes_that_are_no_text_become_question_marks(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", os.fsdecode(b"a\xff"))
    assert (tmp_path / "a.txt").read_text() == "a?"
