"""Every combination of levels: the plain table of a two-factor question."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from analysis.studies.designs.design import Coordinates, Design
from analysis.studies.designs.factor import DesignError


@dataclass(frozen=True)
class Grid(Design):
    """All combinations, the last factor changing fastest; factors of one group step through their levels together."""

    kind: ClassVar[str] = "grid"

    def __post_init__(self) -> None:
        object.__setattr__(self, "factors", tuple(factor.gridded() for factor in self.factors))
        super().__post_init__()

    @property
    def size(self) -> int:
        """Product of the numbers of levels, a group counting once."""
        return math.prod(self._lengths().values())

    def coordinates(self, start: int, stop: int) -> Coordinates:
        """The middle of each level's share of the unit interval."""
        left = np.arange(start, stop)
        unit = np.empty((stop - start, len(self.factors)))
        for name, length in reversed(self._lengths().items()):
            left, position = np.divmod(left, length)
            for place, factor in enumerate(self.factors):
                if factor.input == name:
                    unit[:, place] = (position + 0.5) / length
        return unit

    def _lengths(self) -> dict[str, int]:
        return {factor.input: len(factor.levels) for factor in self.factors}

    def _check(self) -> None:
        lengths = self._lengths()
        for factor in self.factors:
            if len(factor.levels) != lengths[factor.input]:
                raise DesignError(
                    f"in a grid the factors of group '{factor.group}' step together and need equally many levels; "
                    f"'{factor.name}' has {len(factor.levels)}, another has {lengths[factor.input]}"
                )
