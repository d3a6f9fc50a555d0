"""What a study will cost before it is begun: runs, time measured on a few of its rows, and room on the disk."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from analysis.studies.part_computing import Computer
from analysis.studies.parts_layout import Layout, Part
from analysis.studies.parts_storing import as_bytes
from analysis.studies.study import Study
from analysis.studies.study_columns import factor_types, measure_types, schema_of

if TYPE_CHECKING:
    import pandas as pd

SPOTS = 8
"""Places of the design that are tried, since runs differ in length."""

SIZES = (1, 8, 64, 512)
"""Runs tried at each place, one size after the other, so that the cost of a part can be told from that of a run."""

PATIENCE = 2.0
"""Seconds that a further size may be expected to take."""


TRIED_ROWS, TRIED_RUNS = 64, 16
"""Rows, and runs of each, that are tried to see what luck does."""


class Cost(NamedTuple):
    """The cost of a study: rows, runs and parts; seconds of one worker and bytes, for each part and each run.

    Of ``held_twice`` runs the parts lie there when the table does: of all runs, or of those of one partition.
    """

    rows: int
    runs: int
    parts: int
    part_seconds: float
    run_seconds: float
    part_bytes: float
    run_bytes: float
    held_twice: int
    failed: int

    def seconds(self, workers: int, left: int | None = None) -> float:
        """Expected time of the runs left (by default all) with so many workers on idle processors."""
        share = 1.0 if left is None else left / self.runs
        alone = share * (self.parts * self.part_seconds + self.runs * self.run_seconds)
        return alone / max(1, min(workers, self.parts))

    @property
    def disk(self) -> float:
        """Expected bytes at most: the parts, and once more what is made of them before they are dropped."""
        return self.parts * self.part_bytes + (self.runs + self.held_twice) * self.run_bytes


class _Tried(NamedTuple):
    runs: int
    seconds: float
    content: int
    failed: int


def plan(study: Study) -> Cost:
    """Try a few runs of a study, keep none, and say what all of it will cost."""
    schema = schema_of(factor_types(study.recipe, study.design), measure_types(study.recipe))
    size, replications = study.design.size, study.recipe.replications
    spots = sorted({size * spot // SPOTS for spot in range(SPOTS)})
    computer = Computer(study.recipe, schema)
    _try(computer, study, spots[:1], 1, 1)  # the compiled engine is read, or compiled, outside of what is timed
    few, many = _tried(computer, study, spots)
    more = max(many.runs - few.runs, 0)
    layout = Layout.of(size, replications)
    run_seconds = max(many.seconds - few.seconds, 0.0) / more if more else few.seconds / few.runs
    run_bytes = max(many.content - few.content, 0) / more if more else few.content / few.runs
    return Cost(
        rows=size,
        runs=study.runs,
        parts=layout.parts,
        part_seconds=max(few.seconds - few.runs * run_seconds, 0.0) / len(spots),
        run_seconds=run_seconds,
        part_bytes=max(few.content - few.runs * run_bytes, 0.0) / len(spots),
        run_bytes=run_bytes,
        held_twice=len(layout.cells_of(0)),
        failed=many.failed,
    )


def tried_rows(study: Study, rows: int = TRIED_ROWS, replications: int = TRIED_RUNS) -> pd.DataFrame:
    """Runs of a few rows spread over the design, for an estimate of what luck does; ends early where runs take long."""
    import pyarrow as pa

    computer = Computer(study.recipe, schema_of(factor_types(study.recipe, study.design), measure_types(study.recipe)))
    size, begin = study.design.size, time.perf_counter()
    tables = []
    for row in sorted({size * place // rows for place in range(rows)}):
        part = Part(0, row, row + 1, 0, replications)
        tables.append(computer.part(part, study.design.values(row, row + 1)))
        if time.perf_counter() - begin > PATIENCE:
            break
    found: pd.DataFrame = pa.concat_tables(tables).to_pandas()
    return found


def _tried(computer: Computer, study: Study, spots: list[int]) -> tuple[_Tried, _Tried]:
    """The smallest and the largest size that patience allows."""
    found: list[_Tried] = []
    for wanted in SIZES:
        if len(found) > 1 and found[-1].seconds * wanted / SIZES[len(found) - 1] > PATIENCE:
            break
        each = min(study.recipe.replications, wanted)
        rows = max(1, min(wanted // each, study.design.size // len(spots)))
        found.append(_try(computer, study, spots, rows, each))
    return found[0], found[-1]


def _try(computer: Computer, study: Study, spots: list[int], rows: int, replications: int) -> _Tried:
    """Run some rows at each spot and throw them away."""
    begin = time.perf_counter()
    runs = content = failed = 0
    for spot in spots:
        part = Part(0, spot, spot + rows, 0, replications)
        table = computer.part(part, study.design.values(part.first_row, part.last_row))
        runs += len(table)
        content += len(as_bytes(table))
        as_bytes(table)  # once more, as for the table that is made of all parts
        failed += len(table) - table["error"].null_count
    return _Tried(runs, time.perf_counter() - begin, content, failed)
