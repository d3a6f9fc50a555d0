"""Parts on disk: each appears whole or not at all, and says which study, part and rows it holds.

The name of a part carries its number and a checksum of the file; the file itself carries a stamp.
"""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.studies.durable_files import write_whole
from analysis.studies.parts_layout import Layout, Part

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = "runs"
PART_NAME = re.compile(r"part-(\d{6,})-([0-9a-f]{16})\.parquet")
ROW_GROUP = 32_768
WRITING: dict[str, Any] = {
    "compression": "snappy",
    "version": "2.6",
    "data_page_version": "1.0",
    "write_statistics": True,
}
"""How tables are written: fixed, so that equal rows are equal bytes."""


class Owner(NamedTuple):
    """The study that parts belong to: the digest of its identity, and how it is cut."""

    digest: str
    layout: Layout

    def stamp(self, part: Part) -> dict[bytes, bytes]:
        """What the file of a part carries: whose it is, its number, its rows and its replications.

        The table that is made of all parts does not carry it.
        """
        rows = f"{part.first_row}-{part.last_row}"
        replications = f"{part.first}-{part.last}"
        stamp = {"study": self.digest, "part": part.number, "rows": rows, "replications": replications}
        return {f"climbdown.{name}".encode(): str(value).encode() for name, value in stamp.items()}


def as_bytes(table: pa.Table) -> bytes:
    """A table as the bytes of a Parquet file."""
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(table, buffer, row_group_size=ROW_GROUP, **WRITING)
    return buffer.getvalue()


def part_bytes(owner: Owner, part: Part, table: pa.Table) -> bytes:
    """The file of a part as bytes, with its stamp."""
    return as_bytes(table.replace_schema_metadata(owner.stamp(part)))


def checksum(content: bytes) -> str:
    """16 hex digits of the SHA-256 of a part."""
    return hashlib.sha256(content).hexdigest()[:16]


def keep_part(folder: Path, number: int, content: bytes) -> None:
    """Store a part.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    number : int
        Of the part.
    content : bytes
        From :func:`part_bytes`.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left under a part's name.
    """
    path = folder / PARTS / f"part-{number:06d}-{checksum(content)}.parquet"
    write_whole(path, content, ("part-written", "part-named"))
