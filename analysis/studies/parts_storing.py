"""Parts on disk: each appears whole or not at all, and says which study, part and rows it holds.

The name of a part carries its number and a checksum of the file; the file itself carries a stamp. So do the partitions
of a large table.
"""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.studies.durable_files import write_whole
from analysis.studies.parts_layout import Layout, Part
from analysis.studies.set_aside import make_folder

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = "runs"
PART_NAME = re.compile(r"part-(\d{6,})-([0-9a-f]{16})\.parquet")
ENTRIES = 1_000
"""Files of a folder; parts of a study that has more lie in folders within, a thousand in each."""

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
        return self._stamped({"part": part.number, "rows": rows, "replications": replications})

    def partition_stamp(self, number: int) -> dict[bytes, bytes]:
        """What the file of a partition carries: whose it is, its number, and which lines of the table it holds."""
        cells = self.layout.cells_of(number)
        return self._stamped({"partition": number, "cells": f"{cells.start}-{cells.stop}"})

    def _stamped(self, about: dict[str, Any]) -> dict[bytes, bytes]:
        stamp = {"study": self.digest, **about}
        return {f"climbdown.{name}".encode(): str(value).encode() for name, value in stamp.items()}


def as_bytes(table: pa.Table, row_group: int = ROW_GROUP) -> bytes:
    """A table as the bytes of a Parquet file, so many rows in a group."""
    import pyarrow.parquet as pq

    buffer = io.BytesIO()
    pq.write_table(table, buffer, row_group_size=row_group, **WRITING)
    return buffer.getvalue()


def part_bytes(owner: Owner, part: Part, table: pa.Table) -> bytes:
    """The file of a part as bytes, with its stamp; rows that will be sorted at once are a group of rows of the file."""
    group = owner.layout.group * (part.last - part.first) or ROW_GROUP
    return as_bytes(table.replace_schema_metadata(owner.stamp(part)), group)


def checksum(content: bytes) -> str:
    """16 hex digits of the SHA-256 of a part."""
    return hashlib.sha256(content).hexdigest()[:16]


def keep_part(folder: Path, owner: Owner, number: int, content: bytes) -> None:
    """Store a part, in a folder within :data:`PARTS` where the study has more of them than :data:`ENTRIES`.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    owner : Owner
        Whose part it is.
    number : int
        Of the part.
    content : bytes
        From :func:`part_bytes`.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left under a part's name.
    """
    place = folder / PARTS
    if owner.layout.parts > ENTRIES:
        place /= f"{number // ENTRIES:03d}"
        make_folder(folder, place)
    path = place / f"part-{number:06d}-{checksum(content)}.parquet"
    write_whole(path, content, ("part-written", "part-named"))
