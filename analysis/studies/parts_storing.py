"""Parts on disk: each appears whole or not at all, and carries a checksum of its content in its name."""

from __future__ import annotations

import hashlib
import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.studies.moments import reach

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = "runs"
PART_NAME = re.compile(r"part-(\d{6,})-([0-9a-f]{16})\.parquet")
UNFINISHED = ".tmp"
ROW_GROUP = 32_768
WRITING: dict[str, Any] = {
    "compression": "snappy",
    "version": "2.6",
    "data_page_version": "1.0",
    "write_statistics": True,
}
"""How tables are written: fixed, so that equal rows are equal bytes."""


class Kept(NamedTuple):
    """A part on disk."""

    number: int
    path: Path


def as_bytes(table: pa.Table) -> bytes:
    """A table as the bytes of a Parquet file."""
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(table, buffer, row_group_size=ROW_GROUP, **WRITING)
    return buffer.getvalue()


def checksum(content: bytes) -> str:
    """16 hex digits of the SHA-256 of a part."""
    return hashlib.sha256(content).hexdigest()[:16]


def keep_part(folder: Path, number: int, content: bytes) -> None:
    """Store a part: written beside its place, flushed to the disk, then named.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left under a part's name.
    """
    path = folder / PARTS / f"part-{number:06d}-{checksum(content)}.parquet"
    write_whole(path, content, ("part-written", "part-named"))


def write_whole(path: Path, content: bytes, moments: tuple[str, str] | None = None) -> None:
    """Write a file so that it is never seen unfinished; errors as for :func:`keep_part`."""
    beside = path.with_name(path.name + UNFINISHED)
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if moments:
            reach(moments[0])
        beside.replace(path)
        _flush_folder(path.parent)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    if moments:
        reach(moments[1])


def _flush_folder(folder: Path) -> None:
    """Have the new name itself on the disk, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def find_parts(folder: Path) -> dict[int, Kept]:
    """The parts that are whole, by number; what is damaged or unfinished is removed, to be done again."""
    found = {}
    for path in sorted((folder / PARTS).iterdir()):
        match = PART_NAME.fullmatch(path.name)
        if match is None or _sum_of(path) != match[2] or int(match[1]) in found:
            if match is not None or path.name.endswith(UNFINISHED):
                path.unlink()
            continue
        found[int(match[1])] = Kept(int(match[1]), path)
    return found


def list_parts(folder: Path) -> list[Path]:
    """Paths of all parts by name, unread."""
    paths = (folder / PARTS).glob("part-*.parquet")
    return sorted(path for path in paths if PART_NAME.fullmatch(path.name))


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
