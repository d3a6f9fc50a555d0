"""A large study's table, partition by partition: each made as soon as all of its parts are there, which then may go.

A partition has its name, checksum within, before the first of its parts is dropped, so whatever ends the process in
between loses nothing: what is found then says by itself what it is.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

from analysis.studies.compacting import (
    FAILURES,
    Compacted,
    flush,
    in_groups,
    note_failures,
    partition_name,
    piles_sorted,
    sha256_of,
)  # fmt: skip
from analysis.studies.cut_moments import reach
from analysis.studies.designs import STATUS
from analysis.studies.durable_files import UNFINISHED, flush_folder
from analysis.studies.literal_paths import read_literally
from analysis.studies.parts_finding import TABLE, Kept, drop_empty, find_parts, tidy_partitions, tidy_parts
from analysis.studies.parts_storing import ROW_GROUP, WRITING, Owner
from analysis.studies.set_aside import make_folder, make_room
from analysis.studies.study_columns import FAILED

if TYPE_CHECKING:
    import pyarrow as pa

FAILING = [(STATUS, "==", FAILED)]


class Partitions:
    """The partitions of a study that is under way; only the process that holds its lock may have one.

    Whatever lies among its parts and partitions and is none is set aside; parts of a partition that is there are
    dropped.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    owner : Owner
        Whose they are; its layout may have one table, and then there is no partition and nothing is made.
    schema : pyarrow.Schema
        Columns of a part.
    """

    def __init__(self, folder: Path, owner: Owner, schema: pa.Schema) -> None:
        self.folder, self.owner, self.schema = folder, owner, schema
        self.made = tidy_partitions(folder, owner)
        self.parts = set(self._drop(tidy_parts(folder, owner)))
        self._stored = Counter(map(owner.layout.partition_of, self.parts))

    @property
    def runs(self) -> int:
        """Runs that are stored, in parts and in partitions."""
        layout = self.owner.layout
        apart = sum(layout.part(number).runs for number in self.parts)
        return apart + sum(len(layout.cells_of(number)) for number in self.made)

    def has(self, part: int) -> bool:
        """Whether a part's runs are stored."""
        return part in self.parts or self.owner.layout.partition_of(part) in self.made

    def add(self, part: int) -> None:
        """Note that a part was stored, and make the partition that it was the last of.

        Raises
        ------
        OSError
            When the disk refuses; nothing half-written is left.
        """
        number = self.owner.layout.partition_of(part)
        self.parts.add(part)
        self._stored[number] += 1
        if self.owner.layout.partition:
            self._make_if_all_there(number)

    def make_all(self) -> int:
        """Make every partition of which all parts are there, and return how many are still missing.

        OSError as for :meth:`add`.
        """
        numbers = range(self.owner.layout.partitions) if self.owner.layout.partition else range(0)
        for number in numbers:
            if number not in self.made:
                self._make_if_all_there(number)
        return len(numbers) - len(self.made)

    def _make_if_all_there(self, number: int) -> None:
        wanted = self.owner.layout.parts_of(number)
        if self._stored[number] < len(wanted):
            return
        parts = find_parts(self.folder, self.owner, set(wanted)).parts
        if len(parts) == len(wanted):  # else one was damaged once stored, which the next call mends
            self.made[number] = make_partition(self.folder, self.owner, number, parts, self.schema)
            self._drop(parts)
            self.parts -= parts.keys()

    def _drop(self, parts: dict[int, Kept]) -> dict[int, Kept]:
        """Remove the parts that a partition holds, and the folders that this empties; return the others."""
        held = [part for number, part in parts.items() if self.owner.layout.partition_of(number) in self.made]
        for part in held:
            part.path.unlink()
            reach("part-dropped")
        drop_empty(self.folder)
        gone = {part.number for part in held}
        return {number: part for number, part in parts.items() if number not in gone}


def make_partition(folder: Path, owner: Owner, number: int, parts: Mapping[int, Kept], schema: pa.Schema) -> Kept:
    """Write a partition from its parts, stretch by stretch, and return it.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    owner : Owner
        The study, and how it is cut.
    number : int
        Of the partition.
    parts : mapping of int to Kept
        All of its parts.
    schema : pyarrow.Schema
        Columns of a part. A partition has all of them: its failures keep where they arose.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left.
    """
    import pyarrow.parquet as pq

    place = folder / TABLE
    make_folder(folder, place)
    beside = place / f"rows-{number:04d}{UNFINISHED}"
    make_room(folder, beside)
    try:
        with beside.open("wb") as file:
            with pq.ParquetWriter(file, schema.with_metadata(owner.partition_stamp(number)), **WRITING) as writer:
                for table in in_groups(piles_sorted(owner.layout, number, parts)):
                    writer.write_table(table, row_group_size=ROW_GROUP)
            flush(file)
        reach("partition-written")
        sha256 = sha256_of(beside)
        path = place / partition_name(number, sha256)
        make_room(folder, path)
        beside.replace(path)
        flush_folder(place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    reach("partition-named")
    return Kept(number, path, sha256)


def close(folder: Path, owner: Owner, made: Mapping[int, Kept]) -> Compacted:
    """Write the list of failures from all partitions, and say what the table holds.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left.
    """
    failures = folder / FAILURES
    beside = failures.with_name(FAILURES + UNFINISHED)
    for path in (failures, beside):
        make_room(folder, path)
    try:
        with beside.open("w", encoding="utf-8") as file:
            failed = sum(_failed(file, made[number].path) for number in sorted(made))
            flush(file)
        reach("table-written")
        beside.replace(failures)
        flush_folder(folder)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    reach("failures-named")
    sums = tuple(made[number].sha256 for number in sorted(made))
    whole = hashlib.sha256("\n".join(sums).encode()).hexdigest()
    return Compacted(owner.layout.runs, failed, whole, sha256_of(failures), sums)


def _failed(file: IO[str], partition: Path) -> int:
    """Write down the failed runs of a partition; groups of rows without any are not read, by their statistics."""
    return note_failures(file, read_literally(partition, None, FAILING))
