"""The rows that elementary effects need: short walks through the space that change one input at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from analysis.studies.designs.design import Coordinates, Design
from analysis.studies.designs.factor import DesignError
from analysis.studies.designs.seeding import seed_at


@dataclass(frozen=True)
class Morris(Design):
    """Morris' trajectories (1991) in SALib's layout.

    Trajectory t is what SALib samples from the seed at the address ``design/morris/t``, so any row is computed by
    index and adding trajectories moves none. ``grid_levels`` is even, 4 as a rule.
    """

    kind: ClassVar[str] = "morris"
    trajectories: int = 20
    grid_levels: int = 4

    @property
    def block(self) -> int:
        """Rows a trajectory takes: one more than there are inputs."""
        return len(self.inputs) + 1

    @property
    def size(self) -> int:
        """Trajectories times the block."""
        return self.trajectories * self.block

    def coordinates(self, start: int, stop: int) -> Coordinates:
        """Rows by index, from the trajectories that they belong to."""
        from SALib.sample.morris import sample

        first, last = start // self.block, -(-stop // self.block)
        walks = [
            sample(self.problem(), 1, num_levels=self.grid_levels, seed=seed_at(self.seed, f"design/morris/{walk}"))
            for walk in range(first, last)
        ]
        rows = np.concatenate(walks) if walks else np.empty((0, len(self.factors)))
        offset = first * self.block
        return rows[start - offset : stop - offset]

    def _check(self) -> None:
        if self.trajectories < 2:
            raise DesignError(f"trajectories must be at least 2, not {self.trajectories}")
        if self.grid_levels < 2 or self.grid_levels % 2:
            raise DesignError(f"grid_levels must be an even number, 4 as a rule, not {self.grid_levels}")
