"""Many parts made one table: sorted by design row and replication, written as a stream, the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from analysis.studies.cut_moments import reach
from analysis.studies.designs import REPLICATION, ROW, STATUS
from analysis.studies.durable_files import UNFINISHED
from analysis.studies.literal_paths import read_group, read_literally
from analysis.studies.parts_finding import TABLE, Kept
from analysis.studies.parts_layout import Layout, Part
from analysis.studies.parts_storing import ROW_GROUP, WRITING
from analysis.studies.set_aside import make_room
from analysis.studies.study_columns import ERROR, FAILED, TRACEBACK
from sim.processors import processors

if TYPE_CHECKING:
    import pyarrow as pa

FAILURES = "failures.jsonl"


class Compacted(NamedTuple):
    """What the table holds.

    Attributes
    ----------
    rows, failed : int
        Rows, and failed runs among them.
    sha256 : str
        Checksum of the table's file, or for a large study of the checksums of its partitions.
    failures_sha256 : str
        Checksum of the list of failures; empty where an older version did not note it.
    partitions : tuple of str
        Checksums of the partitions, in order; empty where the table is one file.
    """

    rows: int
    failed: int
    sha256: str
    failures_sha256: str = ""
    partitions: tuple[str, ...] = ()

    def as_plain(self) -> dict[str, Any]:
        """What the manifest says of it."""
        plain = {**self._asdict(), "partitions": list(self.partitions)}
        return plain if self.partitions else {name: plain[name] for name in plain if name != "partitions"}

    def files(self, folder: Path) -> list[Path]:
        """The files of the table, in its order."""
        names = (partition_name(number, sha256) for number, sha256 in enumerate(self.partitions))
        return [folder / TABLE / name for name in names] if self.partitions else [folder / TABLE]


def compact(folder: Path, layout: Layout, parts: Mapping[int, Kept], schema: pa.Schema) -> Compacted:
    """Write one table, ``rows.parquet``, and ``failures.jsonl`` from all parts.

    Parameters
    ----------
    folder : pathlib.Path
        The study's.
    layout : Layout
        How it was cut.
    parts : mapping of int to Kept
        All of its parts.
    schema : pyarrow.Schema
        Columns of a part.

    Raises
    ------
    OSError
        When the disk refuses; nothing half-written is left.
    """
    table, failures = folder / TABLE, folder / FAILURES
    beside = [path.with_name(path.name + UNFINISHED) for path in (table, failures)]
    for path in (table, failures, *beside):
        make_room(folder, path)
    try:
        with beside[0].open("wb") as rows_file, beside[1].open("w", encoding="utf-8") as failures_file:
            rows, failed = _write(rows_file, failures_file, piles_sorted(layout, 0, parts), schema)
            flush(rows_file)
            flush(failures_file)
        reach("table-written")
        beside[1].replace(failures)
        beside[0].replace(table)
    except OSError:
        for path in beside:
            path.unlink(missing_ok=True)
        raise
    reach("table-named")
    return Compacted(rows, failed, sha256_of(table), sha256_of(failures))


def is_table(folder: Path, table: Compacted) -> bool:
    """Whether the table in a folder is, to the byte, the one that was written."""
    if not table.partitions:
        return _is_file(folder / TABLE, table.sha256)
    with ThreadPoolExecutor(processors()) as pool:
        return all(pool.map(_is_file, table.files(folder), table.partitions))


def is_failures(folder: Path, table: Compacted) -> bool:
    """Whether the list of failures in a folder is, to the byte, the one that was written."""
    return _is_file(folder / FAILURES, table.failures_sha256)


def _is_file(path: Path, wanted: str) -> bool:
    return path.is_file() and (not wanted or sha256_of(path) == wanted)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def flush(file: IO[Any]) -> None:
    """Have what was written to a file on the disk."""
    file.flush()
    os.fsync(file.fileno())


def _write(
    rows_file: IO[bytes], failures_file: IO[str], stretches: Iterator[pa.Table], schema: pa.Schema
) -> tuple[int, int]:
    import pyarrow.parquet as pq

    rows = failed = 0
    kept = schema.remove(schema.get_field_index(TRACEBACK))
    with pq.ParquetWriter(rows_file, kept, **WRITING) as writer:
        for table in in_groups(stretches):
            rows += len(table)
            failed += note_failures(failures_file, table)
            writer.write_table(table.drop_columns([TRACEBACK]), row_group_size=ROW_GROUP)
    return rows, failed


def piles_sorted(layout: Layout, partition: int, parts: Mapping[int, Kept]) -> Iterator[pa.Table]:
    """The rows of a partition in order, of a few rows of the design at a time with all their replications."""
    for pile in layout.piles_of(partition):
        yield from _sorted(layout, [layout.part(number) for number in layout.parts_of_pile(pile)], parts)


def _sorted(layout: Layout, pile: Sequence[Part], parts: Mapping[int, Kept]) -> Iterator[pa.Table]:
    """The rows of a pile; where it is large, one group of its parts' rows after the other."""
    import pyarrow as pa

    order = [(ROW, "ascending"), (REPLICATION, "ascending")]
    paths = [parts[part.number].path for part in pile]
    if len(pile) == 1:
        yield read_literally(paths[0])
    elif not layout.group:
        yield pa.concat_tables([read_literally(path) for path in paths]).sort_by(order)
    else:
        for group in range(-(-(pile[0].last_row - pile[0].first_row) // layout.group)):
            tables = (read_group(path, group) for path in paths)
            if layout.group == 1:  # one row of the design, its replications in order already, however many
                yield from tables
            else:
                yield pa.concat_tables(list(tables)).sort_by(order)


def in_groups(tables: Iterator[pa.Table]) -> Iterator[pa.Table]:
    """The same rows in tables of exactly one row group, the last excepted."""
    import pyarrow as pa

    waiting: list[pa.Table] = []
    count = 0
    for table in tables:
        waiting.append(table)
        count += len(table)
        while count >= ROW_GROUP:
            joined = pa.concat_tables(waiting)
            yield joined.slice(0, ROW_GROUP)
            waiting, count = [joined.slice(ROW_GROUP)], count - ROW_GROUP
    if count:
        yield pa.concat_tables(waiting)


def note_failures(file: IO[str], table: pa.Table) -> int:
    """Write one line for each run that failed: where it stands, its factor values, its error and where it arose."""
    import pyarrow.compute as pc

    failed = table.filter(pc.equal(table[STATUS], FAILED))
    for line in failed.to_pylist():
        file.write(json.dumps(without_gaps(line), ensure_ascii=True) + "\n")
    return len(failed)


def partition_name(number: int, sha256: str) -> str:
    """The name of a partition's file."""
    return f"rows-{number:04d}-{sha256[:16]}.parquet"


def without_gaps(line: Mapping[str, Any]) -> dict[str, Any]:
    """A failed run without the measures that it does not have."""
    found = {name: value for name, value in line.items() if value is not None}
    return found | {name: line[name] for name in (ERROR, TRACEBACK) if name in line}
