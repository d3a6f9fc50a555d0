"""The folder of a study: what it is, how far it has come, and its rows, finished or not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.studies.compacting import FAILURES, Compacted, is_failures, is_table, without_gaps
from analysis.studies.designs import REPLICATION, ROW, Design
from analysis.studies.literal_paths import read_literally
from analysis.studies.partition_making import FAILING
from analysis.studies.parts_finding import Kept, Stranger, find_foreign, find_partitions, find_parts
from analysis.studies.parts_layout import Layout
from analysis.studies.parts_storing import Owner
from analysis.studies.set_aside import say
from analysis.studies.study import Study, StudyError
from analysis.studies.study_columns import TRACEBACK, schema_of
from analysis.studies.study_manifest import write_manifest

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa


@dataclass(frozen=True)
class StudyFolder:
    """A study on disk.

    Attributes
    ----------
    path : pathlib.Path
        Where.
    study : Study
        What.
    stored_as : mapping of str to str
        Names of columns that its files, made in an earlier format, have otherwise: by today's name, that of the file.
    manifest : dict
        ``identity``, ``factors`` and ``measures`` (types by column), ``layout``, and when all is done ``table``
        (rows, failed, sha256, failures_sha256, and where there are any partitions).
    """

    path: Path
    study: Study
    manifest: dict[str, Any]
    stored_as: Mapping[str, str] = field(default_factory=dict, compare=False, kw_only=True)
    _said: set[str] = field(default_factory=set, init=False, repr=False, compare=False)

    @property
    def design(self) -> Design:
        """The design of its rows."""
        return self.study.design

    @property
    def layout(self) -> Layout:
        """How it is cut into parts."""
        return Layout(*self.manifest["layout"])

    @property
    def owner(self) -> Owner:
        """Whose parts are its own."""
        return Owner(self.manifest["digest"], self.layout)

    @property
    def schema(self) -> pa.Schema:
        """Columns of its parts."""
        return schema_of(self.manifest["factors"], self.manifest["measures"])

    @cached_property
    def table(self) -> Compacted | None:
        """What its table holds; None while there is none, or when it is not, to the byte, what the manifest names."""
        noted = self.noted
        return noted if noted is not None and is_table(self.path, noted) else None

    @property
    def noted(self) -> Compacted | None:
        """What the manifest says of the table, whether or not it is there."""
        noted = self.manifest.get("table")
        return Compacted(**{**noted, "partitions": tuple(noted.get("partitions", ()))}) if noted else None

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is done, with its table and its list of failures as they were written."""
        return self.table is not None and is_failures(self.path, self.table)

    @property
    def failures(self) -> list[dict[str, Any]]:
        """The runs that failed, in the table's order; none are listed before the study is done.

        Where the list is not as it was written, they are read from the table; one that is a single file has no
        tracebacks.
        """
        names = {old: new for new, old in self.stored_as.items()}
        return [{names.get(name, name): value for name, value in line.items()} for line in self._failed()]

    def _failed(self) -> Iterator[dict[str, Any]]:
        """The runs that failed, with the names of their file."""
        if self.is_whole:
            yield from map(json.loads, (self.path / FAILURES).read_text("utf-8").splitlines())
            return
        for file in self.table.files(self.path) if self.table is not None else ():
            yield from map(without_gaps, read_literally(file, None, FAILING).to_pylist())

    def stored(self, names: Iterable[str]) -> list[str]:
        """What its files call columns."""
        return [self.stored_as.get(name, name) for name in names]

    def parts(self) -> dict[int, Kept]:
        """Its parts by number; what only looks like one is left out, and said once."""
        found = find_parts(self.path, self.owner)
        self._say(found.strangers)
        return found.parts

    def partitions(self) -> dict[int, Kept]:
        """The partitions of its table that are whole, by number, as :meth:`parts`; none where it has one table."""
        found = find_partitions(self.path, self.owner)
        self._say(found.strangers)
        return found.parts

    def loose_parts(self, partitions: Iterable[int]) -> dict[int, Kept]:
        """Its parts by number, without those whose runs are in these partitions."""
        made = set(partitions)
        return {number: part for number, part in self.parts().items() if self.layout.partition_of(number) not in made}

    def done_runs(self) -> int:
        """Runs that are stored."""
        if self.table is not None:
            return self.table.rows
        made = self.partitions()
        apart = sum(self.layout.part(number).runs for number in self.loose_parts(made))
        return apart + sum(len(self.layout.cells_of(number)) for number in made)

    def say_strangers(self) -> None:
        """Say which files among the parts of a finished study are not its own; they are not in its table."""
        if self.noted is not None:
            self._say(find_foreign(self.path, self.owner))

    def _say(self, strangers: Iterable[Stranger]) -> None:
        for path, why in strangers:
            if path.name not in self._said:
                self._said.add(path.name)
                say(f"{path}: {why}; left out")

    def files(self) -> list[Path]:
        """The Parquet files that hold its rows: the table, or while there is none what is stored of it so far."""
        if self.table is not None:
            return self.table.files(self.path)
        made = self.partitions()
        kept = [*sorted(made.items()), *sorted(self.loose_parts(made).items())]
        return [file.path for _, file in kept]

    def rows(self, columns: list[str] | None = None) -> pd.DataFrame:
        """Its rows, those of an unfinished study included, sorted by design index and replication.

        Raises
        ------
        StudyError
            When there is no row yet, or no such column.
        """
        import pyarrow as pa

        names = self._column_names(columns or [])
        files = self.files()
        if not files:
            raise StudyError(f"{self.path}: no run is done yet; climbdown sweep goes on with it")
        keys = [ROW, REPLICATION]
        wanted = list(dict.fromkeys([*keys, *names]))
        tables = [read_literally(file, self.stored(wanted)).replace_schema_metadata(None) for file in files]
        table = pa.concat_tables(tables).rename_columns(wanted)
        if self.table is None:
            table = table.sort_by([(key, "ascending") for key in keys])
        found: pd.DataFrame = table.select(names).to_pandas()
        return found

    def _column_names(self, asked: list[str]) -> list[str]:
        """The columns asked for, all of which must be there; all there are where none is asked for."""
        names = [name for name in self.schema.names if name != TRACEBACK]
        unknown = sorted(set(asked) - set(names))
        if unknown:
            raise StudyError(f"{self.path}: no column '{unknown[0]}'; there are {', '.join(names)}")
        return asked or names

    def finish(self, table: Compacted) -> StudyFolder:
        """Note in the manifest that the table is whole."""
        made = StudyFolder(self.path, self.study, self.manifest | {"table": table.as_plain()})
        write_manifest(self.path, made.manifest)
        return made
