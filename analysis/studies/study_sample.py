"""The runs of a study that a page or an analysis holds at once: all of them, or of a large study a stated part.

What is left out is left out by whole rows of the design and whole replications, so every row looked at has the same
lucks as every other. Shares and means of the summary need no such part: they are counted piece by piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS
from analysis.studies.study import StudyError
from analysis.studies.study_columns import TRACEBACK
from analysis.studies.study_folder import StudyFolder

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

MOST = 400_000
"""Runs that are held at once: some 0.5 GB with all columns."""

LUCKS = 32
"""Replications that are kept, where there are as many, before rows are left out: what is sure depends on them most."""

PIECE = 32_768
"""Rows of a file that are read together."""

IN_BLOCKS = ("morris", "saltelli")
"""Designs whose rows belong together and are never left out."""


TOO_LARGE = "The study is too large to be held at once"

COUNTED = 1 << 20
"""Rows of a design that are counted together."""


class Sample(NamedTuple):
    """Which runs of a study are looked at.

    Attributes
    ----------
    size, replications : int
        Of the study.
    kept : int
        Replications that are looked at.
    share : float
        Of the design's rows.
    """

    size: int
    replications: int
    kept: int
    share: float

    @classmethod
    def of(cls, folder: StudyFolder, most: int = MOST) -> Sample:
        """As many runs as may be held at once; of a design whose rows belong together one of each row at least."""
        size, replications = folder.design.size, folder.study.recipe.replications
        if size * replications <= most:
            return cls(size, replications, replications, 1.0)
        together = folder.design.kind in IN_BLOCKS
        kept = max(1, min(replications, max(most // size, 1 if together else LUCKS)))
        return cls(size, replications, kept, 1.0 if together else min(1.0, most / (size * kept)))

    @property
    def is_all(self) -> bool:
        """Whether it is the whole study."""
        return self.kept == self.replications and self.share == 1

    @property
    def said(self) -> str:
        """Which part of the study it is, as a sentence; empty where it is all of it."""
        return "" if self.is_all else f"{TOO_LARGE}: this is told of {self.of_runs(self._rows())}."

    def chosen(self, rows: NDArray[np.int64], replications: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of these runs are looked at."""
        return chosen_rows(rows, self.share) & (replications < self.kept)

    def of_runs(self, rows: int) -> str:
        """So many rows of the design, and how many runs of each, in words."""
        settings = f"all {self.size:,} settings"
        if rows < self.size:
            settings = f"{rows:,} of its {self.size:,} settings, spread evenly"
        if self.kept == self.replications:
            return f"{settings}, with all their runs"
        return f"{settings}, the first {self.kept:,} of {self.replications:,} runs of each"

    def _rows(self) -> int:
        """How many rows of the design are looked at."""
        pieces = (np.arange(first, min(first + COUNTED, self.size)) for first in range(0, self.size, COUNTED))
        return sum(int(chosen_rows(piece, self.share).sum()) for piece in pieces)


class Looked(NamedTuple):
    """The runs looked at.

    Attributes
    ----------
    rows : pandas.DataFrame
        As :meth:`StudyFolder.rows`.
    stored, failed : int
        Of the study, looked at or not.
    said : str
        Which part of the study this is, as a sentence; empty where it is all of it.
    """

    rows: pd.DataFrame
    stored: int
    failed: int
    said: str


def looked_at(folder: StudyFolder, most: int = MOST) -> Looked:
    """Read the runs of a study, as many as may be held at once.

    Parameters
    ----------
    folder : StudyFolder
        Finished or not.
    most : int
        Runs; of a design whose rows belong together it may be more, one of each row.

    Raises
    ------
    StudyError
        When there is no run yet.
    """
    sample = Sample.of(folder, most)
    if sample.is_all:
        rows = folder.rows()
        return Looked(rows, len(rows), int((rows[STATUS] != DONE).sum()), "")
    rows, stored, failed = _read(folder, sample)
    looked = sample.of_runs(int(rows[ROW].nunique()))
    return Looked(rows, stored, failed, f"{TOO_LARGE}: looked at are {looked}, {len(rows):,} runs in all.")


def _read(folder: StudyFolder, sample: Sample) -> tuple[pd.DataFrame, int, int]:
    """The rows looked at, sorted; how many runs are stored, and how many failed."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found: list[pa.Table] = []
    stored = failed = 0
    for piece in _pieces(folder):
        stored += len(piece)
        failed += len(piece) - int(pc.sum(pc.equal(piece[STATUS], DONE)).as_py() or 0)
        chosen = sample.chosen(piece[ROW].to_numpy(), piece[REPLICATION].to_numpy())
        if chosen.any() or not found:
            found.append(piece.filter(pa.array(chosen)))
    if not stored:
        raise StudyError(f"{folder.path}: no run is done yet; climbdown sweep goes on with it")
    table = pa.concat_tables(found).sort_by([(ROW, "ascending"), (REPLICATION, "ascending")])
    return table.to_pandas(split_blocks=True, self_destruct=True), stored, failed


def chosen_rows(rows: NDArray[np.int64], share: float) -> NDArray[np.bool_]:
    """Which rows of a design are looked at when a share of them is.

    They are spread as evenly as can be over the design's order, and keep step with no factor of a grid: row times the
    golden ratio, its fraction (Weyl's sequence).
    """
    if share >= 1:
        return np.ones(len(rows), dtype=bool)
    golden = np.uint64(0x9E3779B97F4A7C15)
    turned = rows.astype(np.uint64) * golden  # modulo 2**64: the fraction, in steps of 2**-64
    return np.asarray(turned < np.uint64(int(share * 2.0**64)))


def _pieces(folder: StudyFolder) -> Iterator[pa.Table]:
    """All rows stored, some at a time; Arrow's datasets read far ahead, so they are read file by file."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    names = [name for name in folder.schema.names if name != TRACEBACK]
    stored = folder.stored(names)
    for path in folder.files():
        with path.open("rb") as handle, parquet.ParquetFile(handle) as file:
            for batch in file.iter_batches(PIECE, columns=stored, use_threads=False):
                table = pa.Table.from_batches([batch]).select(stored).rename_columns(names)
                yield table.replace_schema_metadata(None)
