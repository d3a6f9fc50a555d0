"""The parts of a study on disk: those that are whole and its own, and what else lies among them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.studies.durable_files import UNFINISHED
from analysis.studies.parts_storing import PART_NAME, PARTS, Owner
from analysis.studies.set_aside import set_aside

if TYPE_CHECKING:
    import pyarrow.parquet as pq


class Kept(NamedTuple):
    """A part on disk."""

    number: int
    path: Path


class Stranger(NamedTuple):
    """What has a part's name but is no part of this study, and why not."""

    path: Path
    why: str


class Found(NamedTuple):
    """The study's own parts by number, and what only looks like one."""

    parts: dict[int, Kept]
    strangers: tuple[Stranger, ...]


def find_parts(folder: Path, owner: Owner) -> Found:
    """Look through the parts of a study; nothing is changed.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    owner : Owner
        Whose parts count.

    Returns
    -------
    Found
        A part counts when its checksum is right and its stamp says that it is this study's part of that number.
        Of two that claim one number the first by name counts. Entries without a part's name are ignored.

    Raises
    ------
    OSError
        When the folder cannot be read.
    """
    parts: dict[int, Kept] = {}
    strangers = []
    for path in _entries(folder):
        match = PART_NAME.fullmatch(path.name)
        if match is None:
            continue
        number = int(match[1])
        why = f"is a second part {number}" if number in parts else _why_not(path, number, match[2], owner)
        if why:
            strangers.append(Stranger(path, why))
        else:
            parts[number] = Kept(number, path)
    return Found(parts, tuple(strangers))


def find_foreign(folder: Path, owner: Owner) -> tuple[Stranger, ...]:
    """Find files with a part's name that do not say that they are this study's, by their stamps alone.

    Unlike :func:`find_parts` it does not read the files whole, so that a finished study may be looked through whenever
    it is opened.
    """
    numbers = ((path, PART_NAME.fullmatch(path.name)) for path in _entries(folder))
    found = ((path, _why_stamp(path, int(match[1]), owner)) for path, match in numbers if match and path.is_file())
    return tuple(Stranger(path, why) for path, why in found if why)


def tidy_parts(folder: Path, owner: Owner) -> dict[int, Kept]:
    """Find the parts of a study, set aside and say what only looks like one, and sweep away what is unfinished.

    Only the process that holds the study's lock may do this.
    """
    for path in _entries(folder):
        if path.name.endswith(UNFINISHED) and path.is_file() and PART_NAME.fullmatch(path.stem):
            path.unlink()
    found = find_parts(folder, owner)
    for stranger in found.strangers:
        set_aside(folder, stranger.path, stranger.why)
    return found.parts


def _entries(folder: Path) -> Iterator[Path]:
    place = folder / PARTS
    yield from sorted(place.iterdir()) if place.is_dir() else ()


def _why_not(path: Path, number: int, told: str, owner: Owner) -> str:
    """Why a file is not this study's part of that number, or nothing."""
    if not path.is_file():
        return "is no file"
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest()[:16] != told:
            return "is damaged: its checksum is not the one in its name"
    return _why_stamp(path, number, owner)


def _why_stamp(path: Path, number: int, owner: Owner) -> str:
    """Why a file is not this study's part of that number by what it says of itself, or nothing."""
    if number >= owner.layout.parts:
        return f"is no part of this study, which has parts 0 to {owner.layout.parts - 1}"
    about = _parquet_metadata(path)
    if about is None:
        return "is no Parquet file"
    part = owner.layout.part(number)
    differing = _differing(about.metadata or {}, owner.stamp(part))
    if not differing and about.num_rows != part.runs:
        differing = ["rows"]
    return f"is not part {number} of this study: another {', '.join(differing)}" if differing else ""


def _differing(found: Mapping[bytes, bytes], wanted: Mapping[bytes, bytes]) -> list[str]:
    """What of a part's stamp a file does not have, in words."""
    return [name.decode().removeprefix("climbdown.") for name in wanted if found.get(name) != wanted[name]]


def _parquet_metadata(path: Path) -> pq.FileMetaData | None:
    """What a Parquet file says of itself, or None where the file is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with path.open("rb") as file:
            return pq.read_metadata(file)
    except pa.ArrowException:
        return None
