"""The answers of a study laid out as its design asks: in the design's order, every gap seen and counted.

Analysis routines take whatever numbers they are given in whatever order, and answer a gap with zeros; so the rows are
sorted by design index here (never trusted to be in order), and what is missing is left out by whole blocks and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates.estimate import LEVEL
from analysis.studies.designs import DONE, REPLICATION, ROW, STATUS, Design

Matrix = NDArray[np.float64]

FEWEST_BLOCKS = 4
"""Below this many whole blocks no index is given."""


class SensitivityError(ValueError):
    """A study that cannot be analysed as asked; says why and what would do."""


class Missing(StrEnum):
    """What to do about rows that failed or never ran."""

    leave_out = "leave_out"
    """Leave out the blocks they belong to, say how many, and let the intervals widen."""
    refuse = "refuse"
    """Refuse the analysis."""


class Plan(NamedTuple):
    """How an analysis is done: seed of its bootstrap, resamples, confidence, and what to do about gaps."""

    seed: int = 0
    resamples: int = 500
    level: float = LEVEL
    missing: Missing = Missing.leave_out


USUAL = Plan()


class Responses(NamedTuple):
    """One measure's values: one row per design point, in order, one column per replication; NaN: missing."""

    name: str
    matrix: Matrix
    failed: int

    @property
    def replications(self) -> int:
        """Runs a design point was meant to have."""
        return int(self.matrix.shape[1])

    @property
    def missing(self) -> int:
        """Runs without a value, failed ones included."""
        return int(np.isnan(self.matrix).sum())

    def means(self) -> Matrix:
        """Mean response of each design point over the replications it has, NaN where it has none.

        Replication r has the same luck at every point; the mean luck of each is taken out first, so that a point with
        a gap is not credited with the luck of the runs it happens to have.
        """
        whole = self.matrix[~np.isnan(self.matrix).any(axis=1)]
        luck = whole.mean(axis=0) - whole.mean() if len(whole) else np.zeros(self.replications)
        level = self.matrix - luck
        known = ~np.isnan(level)
        counts = known.sum(axis=1)
        sums = np.where(known, level, 0.0).sum(axis=1)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)

    def gaps(self) -> list[str]:
        """What is missing, in words; empty when nothing is."""
        if not self.missing:
            return []
        share = self.missing / self.matrix.size
        return [
            f"{self.missing} of {self.matrix.size} runs are missing ({self.failed} failed; {share:.1%} of the study)"
        ]


class Blocks(NamedTuple):
    """Mean responses cut into the design's blocks, whole blocks only, with what was left out in words."""

    values: Matrix
    kept: NDArray[np.bool_]
    messages: tuple[str, ...]

    @property
    def too_few(self) -> bool:
        """Whether nothing can be said."""
        return len(self.values) < FEWEST_BLOCKS


def collect(rows: pd.DataFrame, design: Design, values: Sequence[float] | Matrix, name: str) -> Responses:
    """Lay out one number per run as the design asks.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows of a study in any order, with ``row``, and where there are any ``replication`` and ``status``.
    design : Design
        The design they belong to.
    values : array of float
        The measure, one number per row of ``rows``; NaN counts as missing.
    name : str
        Of the measure, for messages.

    Raises
    ------
    SensitivityError
        When a row is not of the design, or one run is there twice.
    """
    if ROW not in rows:
        raise SensitivityError(f"the rows of a study carry '{ROW}'; these have none")
    point = rows[ROW].to_numpy(dtype=np.int64)
    replication = _replications(rows)
    _check_cells(point, replication, design)
    shape = design.size, int(replication.max(initial=0)) + 1
    matrix = np.full(shape, np.nan)
    found = np.asarray(values, dtype=np.float64)
    done = rows[STATUS].eq(DONE).to_numpy(dtype=bool) if STATUS in rows else np.ones(len(rows), dtype=bool)
    matrix[point, replication] = np.where(done, found, np.nan)
    if np.isinf(matrix).any():
        raise SensitivityError(f"'{name}' is infinite in some runs; no variance can be apportioned")
    return Responses(name, matrix, int((~done).sum()))


def cut(responses: Responses, block: int, missing: Missing) -> Blocks:
    """Cut mean responses into blocks of the design and keep those without a gap.

    Raises
    ------
    SensitivityError
        When there are gaps and they are to be refused.
    """
    gaps = responses.gaps()
    if gaps and missing is Missing.refuse:
        raise SensitivityError(f"'{responses.name}': {gaps[0]}; run the study again to fill them")
    means = responses.means().reshape(-1, block)
    kept: NDArray[np.bool_] = np.logical_not(np.isnan(means).any(axis=1))
    messages = list(gaps)
    lost = int((~kept).sum())
    if lost:
        messages.append(
            f"{lost} of {len(kept)} blocks of the design have a point without any run and are left out whole; "
            "intervals rest on the others, and are only fair if failing has nothing to do with the answer"
        )
    if kept.sum() < FEWEST_BLOCKS:
        messages.append(f"only {int(kept.sum())} whole blocks: no index can be given (at least {FEWEST_BLOCKS})")
    return Blocks(means[kept], kept, tuple(messages))


def is_constant(values: Matrix) -> bool:
    """Whether values differ by no more than rounding."""
    return values.size == 0 or float(np.ptp(values)) <= 1e-12 * max(1.0, float(np.abs(values).max()))


def _replications(rows: pd.DataFrame) -> NDArray[np.int64]:
    if REPLICATION not in rows:
        return np.zeros(len(rows), dtype=np.int64)
    return rows[REPLICATION].to_numpy(dtype=np.int64)


def _check_cells(point: NDArray[np.int64], replication: NDArray[np.int64], design: Design) -> None:
    if len(point) == 0:
        raise SensitivityError("the study has no rows yet")
    if point.min() < 0 or point.max() >= design.size:
        raise SensitivityError(f"a row has design index {point.max()}, but the design ends at {design.size - 1}")
    cells = point * (int(replication.max()) + 1) + replication
    if len(np.unique(cells)) < len(cells):
        raise SensitivityError("the same design index and replication occur twice; the rows of two studies are mixed")
