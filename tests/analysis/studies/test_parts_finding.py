"""Does a study count its own whole parts and no others, and is everything else set aside, never deleted?"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from analysis.studies.parts_finding import find_parts, tidy_parts
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import PARTS, Owner, as_bytes, keep_part, part_bytes
from analysis.studies.set_aside import SET_ASIDE

OWNER = Owner("0123456789abcdef", Layout(40, 3, 20, 1))


def table(rows: int, first: int = 0) -> pa.Table:
    return pa.table({"x": list(range(first, first + rows))})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / PARTS).mkdir()
    for number in range(OWNER.layout.parts):
        keep_part(tmp_path, number, part_bytes(OWNER, OWNER.layout.part(number), table(20, number)))
    return tmp_path


def of(folder: Path, number: int) -> Path:
    (path,) = (folder / PARTS).glob(f"part-{number:06d}-*")
    return path


def test_all_are_found_and_left_alone(folder: Path) -> None:
    assert list(find_parts(folder, OWNER).parts) == list(tidy_parts(folder, OWNER)) == [0, 1, 2, 3, 4, 5]
    assert find_parts(folder, OWNER).strangers == ()
    assert not (folder / SET_ASIDE).exists()


def _put(folder: Path, number: int, content: bytes) -> None:
    of(folder, number).unlink()
    keep_part(folder, number, content)


def _renamed(folder: Path) -> None:
    path = of(folder, 4)
    of(folder, 2).unlink()
    path.rename(path.with_name(path.name.replace("000004", "000002")))


DAMAGES: dict[str, tuple[int, str, Callable[[Path], object]]] = {
    "cut short": (2, "checksum", lambda f: of(f, 2).write_bytes(of(f, 2).read_bytes()[:-1])),
    "a byte changed": (2, "checksum", lambda f: of(f, 2).write_bytes(b"x" + of(f, 2).read_bytes()[1:])),
    "empty": (2, "checksum", lambda f: of(f, 2).write_bytes(b"")),
    "of another study": (
        2, "another study", lambda f: _put(f, 2, part_bytes(OWNER._replace(digest="f" * 16), OWNER.layout.part(2), table(20)))
    ),
    "other rows under its number": (2, "another", lambda f: _put(f, 2, part_bytes(OWNER, OWNER.layout.part(3), table(20)))),
    "rows of another cut": (
        2, "another", lambda f: _put(f, 2, part_bytes(Owner(OWNER.digest, Layout(40, 3, 10, 2)), Layout(40, 3, 10, 2).part(2), table(20)))
    ),
    "fewer rows than its stamp says": (2, "another rows", lambda f: _put(f, 2, part_bytes(OWNER, OWNER.layout.part(2), table(19)))),
    "without a stamp": (2, "another study, part", lambda f: _put(f, 2, as_bytes(table(20)))),
    "no Parquet file": (2, "no Parquet", lambda f: _put(f, 2, b"hello")),
    "its name on another's content": (2, "another part", _renamed),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_only_looks_like_a_part_is_set_aside_and_said(
    folder: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    number, why, damage = DAMAGES[kind]
    damage(folder)
    bad = of(folder, number)
    content = bad.read_bytes()
    looked = find_parts(folder, OWNER)
    assert number not in looked.parts
    assert [stranger.path for stranger in looked.strangers] == [bad]
    assert bad.exists()
    assert number not in tidy_parts(folder, OWNER)
    assert not bad.exists()
    assert (folder / SET_ASIDE / bad.name).read_bytes() == content
    assert why in caplog.text
    assert str(bad) in caplog.text


def test_surplus_parts_are_set_aside(folder: Path) -> None:
    keep_part(folder, 17, part_bytes(OWNER, OWNER.layout.part(5)._replace(number=17), table(20)))
    keep_part(folder, 3, part_bytes(OWNER, OWNER.layout.part(3), table(20, 99)))
    assert list(tidy_parts(folder, OWNER)) == [0, 1, 2, 3, 4, 5]
    assert len(list((folder / SET_ASIDE).iterdir())) == 2


def test_unfinished_files_are_swept_away_and_what_is_not_ours_is_left_alone(folder: Path) -> None:
    place = folder / PARTS
    (place / "part-000001-0123456789abcdef.parquet.tmp").write_bytes(b"half")
    (place / "notes.txt").write_text("mine")
    (place / "x.tmp").mkdir()
    (place / "y.tmp").write_text("mine")
    assert len(tidy_parts(folder, OWNER)) == 6
    kept = {path.name for path in place.iterdir() if not path.name.startswith("part")}
    assert kept == {"notes.txt", "x.tmp", "y.tmp"}
    assert not list(place.glob("part*.tmp"))


def test_a_folder_with_the_name_of_a_part_is_none(folder: Path) -> None:
    path = of(folder, 0)
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("mine")
    assert 0 not in tidy_parts(folder, OWNER)
    assert (folder / SET_ASIDE / path.name / "inside").read_text() == "mine"


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert find_parts(tmp_path, OWNER).parts == {}
    shutil.rmtree(tmp_path)
    assert tidy_parts(tmp_path, OWNER) == {}
