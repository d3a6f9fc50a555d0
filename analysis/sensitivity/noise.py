"""How much of the differences between runs is the parameters' doing, and how much is luck."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from analysis.sensitivity.responses import Matrix

FEW = 5
"""Below this many replications a study says that it has few."""


class Noise(NamedTuple):
    """Variance of single runs, parted by two-way analysis of variance (design point x replication).

    Replication r has the same luck at every design point, so luck has two parts: what it does everywhere alike, which
    cancels between points, and what it does differently from point to point, which does not. All in the square of the
    measure's unit; NaN with a single replication, when luck cannot be told from the parameters.
    """

    parameters: float
    luck: float
    luck_by_parameters: float
    replications: int
    points: int = 0
    """Design points with a value in every replication, which are those that this rests on."""

    @property
    def total(self) -> float:
        """Variance of a single run."""
        return self.parameters + self.luck + self.luck_by_parameters

    @property
    def luck_share(self) -> float:
        """Share of the variance of single runs that no parameter explains, between 0 and 1."""
        if not self.total > 0:
            return math.nan
        return (self.luck + self.luck_by_parameters) / self.total

    @property
    def of_means(self) -> float:
        """Variance that luck leaves in the difference-making part of a design point's mean response."""
        return self.luck_by_parameters / self.replications

    @property
    def is_known(self) -> bool:
        """Whether there were replications to tell it by."""
        return not math.isnan(self.luck_by_parameters)

    @property
    def ratio(self) -> float:
        """What luck does to single runs differently from point to point, over what the parameters do.

        Infinite where the parameters' work does not show.
        """
        if not self.parameters > 0:
            return math.nan if not self.is_known else math.inf
        return self.luck_by_parameters / self.parameters

    def why_unknown(self) -> str:
        """Why luck is not known."""
        if self.replications < 2:
            return "one run a design point"
        few = "no point has" if self.points == 0 else "only one point has"
        return f"{self.replications} runs a point, but {few} a value in all of them"

    def in_words(self) -> str:
        """One sentence for a report."""
        if not self.is_known:
            return f"{self.why_unknown()}: luck cannot be told from the parameters, and inflates the total indices"
        if math.isnan(self.luck_share):
            return "no run differs from any other"
        few = "" if self.replications >= FEW else ": too few to tell the parameters' work from that of these very lucks"
        runs = f"{self.replications} runs a point{few}"
        return f"luck makes {self.luck_share:.0%} of the variance of single runs ({runs})"


def luck_and_parameters(matrix: Matrix) -> Noise:
    """Part the variance of single runs between parameters and luck.

    Parameters
    ----------
    matrix : array
        One row per design point, one column per replication; rows with a gap are left out.

    Returns
    -------
    Noise
        Components are estimates by the method of moments, and 0 where that would be negative.
    """
    whole = matrix[~np.isnan(matrix).any(axis=1)]
    points, replications = whole.shape
    if replications < 2 or points < 2:
        return Noise(math.nan, math.nan, math.nan, replications, points)
    rows = whole.mean(axis=1, keepdims=True)
    columns = whole.mean(axis=0, keepdims=True)
    rest = whole - rows - columns + whole.mean()
    between_points = replications * float(rows.var(ddof=1))
    between_lucks = points * float(columns.var(ddof=1))
    residual = float((rest * rest).sum()) / ((points - 1) * (replications - 1))
    return Noise(
        max(0.0, (between_points - residual) / replications),
        max(0.0, (between_lucks - residual) / points),
        residual,
        replications,
        points,
    )
