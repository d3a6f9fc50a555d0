"""One point in every slice of every factor: a Latin hypercube whose rows are computed by index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from analysis.studies.designs.design import CHUNK, Coordinates, Design
from analysis.studies.designs.factor import DesignError
from analysis.studies.designs.shuffling import ROUNDS, shuffled
from sim.luck import generator


@dataclass(frozen=True)
class LatinHypercube(Design):
    """A Latin hypercube (McKay, Beckman & Conover 1979) of any number of ``points``.

    Each factor's slices are put in an order of their own, addressed by the factor's name: adding a factor moves no
    other factor's column.
    """

    kind: ClassVar[str] = "lhs"
    points: int = 1000

    @property
    def size(self) -> int:
        """One row per point."""
        return self.points

    def coordinates(self, start: int, stop: int) -> Coordinates:
        """A uniform place within each row's slice."""
        index = np.arange(start, stop, dtype=np.uint64)
        unit = np.empty((stop - start, len(self.factors)))
        for place, factor in enumerate(self.factors):
            keys = generator(self.seed, f"design/lhs/order/{factor.name}").integers(2**63, size=ROUNDS, dtype=np.uint64)
            within = self._within(factor.name, start, stop)
            unit[:, place] = (shuffled(index, self.points, keys) + within) / self.points
        return unit

    def _within(self, name: str, start: int, stop: int) -> Coordinates:
        """Where in its slice each row lies, drawn block by block so that a row needs no other block."""
        if stop == start:
            return np.empty(0)
        blocks = range(start // CHUNK, (stop - 1) // CHUNK + 1)
        drawn = [generator(self.seed, f"design/lhs/within/{name}/{block}").random(CHUNK) for block in blocks]
        offset = blocks.start * CHUNK
        return np.concatenate(drawn)[start - offset : stop - offset]

    def _check(self) -> None:
        if self.points < 1:
            raise DesignError(f"points must be at least 1, not {self.points}")
