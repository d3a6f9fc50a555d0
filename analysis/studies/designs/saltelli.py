"""The rows that Sobol' indices need: two samples A and B, and copies of each with one input taken from the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from analysis.studies.designs.design import Coordinates, Design, power_of_two
from analysis.studies.designs.sobol import sobol_points


@dataclass(frozen=True)
class Saltelli(Design):
    """Saltelli's design (2002, 2010) in SALib's layout.

    Each of the ``base`` points (a power of two) gives a block: A, then A with each input from B, then (for second
    order) B with each input from A, then B. Equal, row by row, to ``SALib.sample.sobol.sample`` with the same
    scrambling, but computed by index.
    """

    kind: ClassVar[str] = "saltelli"
    base: int = 512
    second_order: bool = False

    @property
    def block(self) -> int:
        """Rows a base point takes."""
        groups = len(self.inputs)
        return 2 * groups + 2 if self.second_order else groups + 2

    @property
    def size(self) -> int:
        """Base points times the block."""
        return self.base * self.block

    def coordinates(self, start: int, stop: int) -> Coordinates:
        """Rows by index, assembled from the base points that they belong to."""
        first, last = start // self.block, -(-stop // self.block)
        count = len(self.factors)
        points = sobol_points(2 * count, self.seed, first, last)
        a, b = points[:, :count], points[:, count:]
        taken = self._from_b()
        rows = np.where(taken[None, :, :], b[:, None, :], a[:, None, :]).reshape(-1, count)
        offset = first * self.block
        return rows[start - offset : stop - offset]

    def _from_b(self) -> NDArray[np.bool_]:
        """For each row of a block and each factor, whether its value comes from B."""
        member = np.array([[factor.input == name for factor in self.factors] for name in self.inputs])
        nothing = np.zeros((1, len(self.factors)), dtype=bool)
        parts = [nothing, member, ~member, ~nothing] if self.second_order else [nothing, member, ~nothing]
        return np.concatenate(parts)

    def _check(self) -> None:
        power_of_two(self.base, "base")
