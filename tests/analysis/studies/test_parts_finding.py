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
        keep_part(tmp_path, OWNER, number, part_bytes(OWNER, OWNER.layout.part(number), table(20, number)))
    return tmp_path


def of(folder: Path, number: int) -> Path:
    (path,) = (folder / PARTS).glob(f"part-{number:06d}-*")
    return path


def test_all_are_found_and_left_alone(folder: Path) -> None:
    assert list(find_parts(folder, OWNER).parts) == list(tidy_parts(folder, OWNER)) == [0, 1, 2, 3, 4, 5]
    assert find_parts(folder, OWNER).strangers == ()
    assert not (folder / SET_ASIDE).exists()


OTHER_STUDY = OWNER._replace(digest="f" * 16)
OTHER_CUT = Owner(OWNER.digest, Layout(40, 3, 10, 2))


def _put(folder: Path, content: bytes) -> None:
    of(folder, 2).unlink()
    keep_part(folder, OWNER, 2, content)


def _put_rows(owner: Owner, number: int = 2, rows: int = 20) -> Callable[[Path], object]:
    """Put the part of another owner, number or size in the place of part 2."""
    return lambda folder: _put(folder, part_bytes(owner, owner.layout.part(number), table(rows)))


def _write(change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda folder: of(folder, 2).write_bytes(change(of(folder, 2).read_bytes()))


def _renamed(folder: Path) -> None:
    path = of(folder, 4)
    of(folder, 2).unlink()
    path.rename(path.with_name(path.name.replace("000004", "000002")))


DAMAGES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "cut short": ("checksum", _write(lambda content: content[:-1])),
    "a byte changed": ("checksum", _write(lambda content: b"x" + content[1:])),
    "empty": ("checksum", _write(lambda _: b"")),
    "of another study": ("another study", _put_rows(OTHER_STUDY)),
    "other rows under its number": ("another part, rows", _put_rows(OWNER, 3)),
    "rows of another cut": ("another rows, replications", _put_rows(OTHER_CUT)),
    "fewer rows than its stamp says": ("another rows", _put_rows(OWNER, 2, 19)),
    "without a stamp": ("another study, part", lambda folder: _put(folder, as_bytes(table(20)))),
    "no Parquet file": ("no Parquet", lambda folder: _put(folder, b"hello")),
    "its name on another's content": ("another part", _renamed),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_only_looks_like_a_part_is_set_aside_and_said(
    folder: Path, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    number, (why, damage) = 2, DAMAGES[kind]
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
    keep_part(folder, OWNER, 17, part_bytes(OWNER, OWNER.layout.part(5)._replace(number=17), table(20)))
    keep_part(folder, OWNER, 3, part_bytes(OWNER, OWNER.layout.part(3), table(20, 99)))
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
