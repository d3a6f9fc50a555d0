"""Parts of a study and partitions of its table on disk: those that are whole and its own, and what else is there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis.studies.durable_files import UNFINISHED
from analysis.studies.parts_storing import PART_NAME, PARTS, Owner
from analysis.studies.set_aside import set_aside
from sim.processors import processors

if TYPE_CHECKING:
    import pyarrow.parquet as pq

TABLE = "rows.parquet"
"""The table, or for a large study the folder of its partitions."""

PARTITION_NAME = re.compile(r"rows-(\d{4,})-([0-9a-f]{16})\.parquet")
_UNNAMED_PARTITION = re.compile(r"rows-\d{4,}")
_WITHIN = re.compile(r"\d{3,}")
"""Folders of parts within that of all parts."""


class Kept(NamedTuple):
    """A part or partition on disk, with the SHA-256 of its file."""

    number: int
    path: Path
    sha256: str


class Stranger(NamedTuple):
    """What has the name of a part or partition but is none of this study, and why not."""

    path: Path
    why: str


class Found(NamedTuple):
    """The study's own parts or partitions by number, and what only looks like one."""

    parts: dict[int, Kept]
    strangers: tuple[Stranger, ...]


class _Claim(NamedTuple):
    """What a file of some kind should be by its number: one of how many, with which stamp and how many rows."""

    what: str
    total: int
    stamp: Callable[[int], dict[bytes, bytes]]
    runs: Callable[[int], int]


def find_parts(folder: Path, owner: Owner, numbers: Collection[int] | None = None) -> Found:
    """Look through the parts of a study; nothing is changed.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    owner : Owner
        Whose parts count.
    numbers : collection of int, optional
        Only these parts.

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
    named = _named(_entries(folder / PARTS), PART_NAME)
    return _found(((p, n, t) for p, n, t in named if numbers is None or n in numbers), _part_claim(owner))


def find_partitions(folder: Path, owner: Owner) -> Found:
    """Look through the partitions of a large study's table; as :func:`find_parts`. None where it has one table."""
    if not owner.layout.partition:
        return Found({}, ())
    layout = owner.layout
    claim = _Claim("partition", layout.partitions, owner.partition_stamp, lambda number: len(layout.cells_of(number)))
    return _found(_named(_entries(folder / TABLE), PARTITION_NAME), claim)


def find_foreign(folder: Path, owner: Owner) -> tuple[Stranger, ...]:
    """Find files with a part's name that do not say that they are this study's, by their stamps alone.

    Unlike :func:`find_parts` it does not read the files whole, so that a finished study may be looked through whenever
    it is opened.
    """
    claim = _part_claim(owner)
    named = _named(_entries(folder / PARTS), PART_NAME)
    found = ((path, _why_stamp(path, number, claim)) for path, number, _ in named if path.is_file())
    return tuple(Stranger(path, why) for path, why in found if why)


def tidy_parts(folder: Path, owner: Owner) -> dict[int, Kept]:
    """Find the parts of a study, set aside and say what only looks like one, and sweep away what is unfinished.

    Only the process that holds the study's lock may do this.
    """
    for path in _entries(folder / PARTS):
        if path.name.endswith(UNFINISHED) and path.is_file() and PART_NAME.fullmatch(path.stem):
            path.unlink()
    return _tidied(folder, find_parts(folder, owner))


def tidy_partitions(folder: Path, owner: Owner) -> dict[int, Kept]:
    """Find the partitions of a study's table; as :func:`tidy_parts`."""
    for path in _entries(folder / TABLE) if owner.layout.partition else ():
        if path.name.endswith(UNFINISHED) and path.is_file() and _UNNAMED_PARTITION.fullmatch(path.stem):
            path.unlink()
    return _tidied(folder, find_partitions(folder, owner))


def drop_empty(folder: Path) -> None:
    """Remove the folders of parts in which none is left; for whoever holds the study's lock."""
    place = folder / PARTS
    for path in place.iterdir() if place.is_dir() else ():
        if _is_within(path) and not any(path.iterdir()):
            path.rmdir()


def _is_within(path: Path) -> bool:
    return _WITHIN.fullmatch(path.name) is not None and path.is_dir() and not path.is_symlink()


def _tidied(folder: Path, found: Found) -> dict[int, Kept]:
    for stranger in found.strangers:
        set_aside(folder, stranger.path, stranger.why)
    return found.parts


def _part_claim(owner: Owner) -> _Claim:
    layout = owner.layout
    return _Claim(
        "part", layout.parts, lambda number: owner.stamp(layout.part(number)), lambda number: layout.part(number).runs
    )


def _entries(place: Path) -> Iterator[Path]:
    """What lies in a folder, and in the folders of parts within it."""
    for path in sorted(place.iterdir()) if place.is_dir() else ():
        if _is_within(path):
            yield from sorted(path.iterdir())
        else:
            yield path


def _named(paths: Iterable[Path], name: re.Pattern[str]) -> Iterator[tuple[Path, int, str]]:
    """The files that have such a name, with the number and the checksum in it."""
    for path in paths:
        match = name.fullmatch(path.name)
        if match is not None:
            yield path, int(match[1]), match[2]


def _found(named: Iterable[tuple[Path, int, str]], claim: _Claim) -> Found:
    """Those of these files that are what their names say."""
    parts: dict[int, Kept] = {}
    strangers = []
    files = list(named)
    with ThreadPoolExecutor(processors()) as pool:  # a large study is read whole, and checksums need not wait in line
        for (path, number, told), sha256 in zip(files, pool.map(_sha256, (file[0] for file in files)), strict=True):
            twice = f"is a second {claim.what} {number}" if number in parts else ""
            why = twice or _why_sum(sha256, told) or _why_stamp(path, number, claim)
            if why:
                strangers.append(Stranger(path, why))
            else:
                parts[number] = Kept(number, path, sha256)
    return Found(parts, tuple(strangers))


def _sha256(path: Path) -> str:
    """The SHA-256 of a file, or nothing where it is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _why_sum(sha256: str, told: str) -> str:
    if not sha256:
        return "is no file"
    return "" if sha256.startswith(told) else "is damaged: its checksum is not the one in its name"


def _why_stamp(path: Path, number: int, claim: _Claim) -> str:
    """Why a file is not this study's part of that number by what it says of itself, or nothing."""
    if number >= claim.total:
        return f"is no {claim.what} of this study, which has {claim.what}s 0 to {claim.total - 1}"
    about = _parquet_metadata(path)
    if about is None:
        return "is no Parquet file"
    differing = _differing(about.metadata or {}, claim.stamp(number))
    if not differing and about.num_rows != claim.runs(number):
        differing = ["rows"]
    return f"is not {claim.what} {number} of this study: another {', '.join(differing)}" if differing else ""


def _differing(found: Mapping[bytes, bytes], wanted: Mapping[bytes, bytes]) -> list[str]:
    """What of a stamp a file does not have, in words."""
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
