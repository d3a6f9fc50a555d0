"""Points that fill the space evenly: Owen-scrambled Sobol' sequence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from analysis.studies.designs.design import Coordinates, Design, power_of_two
from analysis.studies.designs.seeding import seed_at


@dataclass(frozen=True)
class Sobol(Design):
    """``points`` of a scrambled Sobol' sequence (a power of two); for maps, discovery and surrogate models."""

    kind: ClassVar[str] = "sobol"
    points: int = 1024

    @property
    def size(self) -> int:
        """One row per point."""
        return self.points

    def coordinates(self, start: int, stop: int) -> Coordinates:
        """Points by index, the same whatever the chunk."""
        return sobol_points(len(self.factors), self.seed, start, stop)

    def _check(self) -> None:
        power_of_two(self.points, "points")


def sobol_points(dimensions: int, seed: int, start: int, stop: int) -> Coordinates:
    """Points ``start`` to ``stop`` of the scrambled sequence whose scrambling is addressed by the seed.

    Parameters
    ----------
    dimensions : int
        Columns.
    seed : int
        0 to 2**32 - 1.
    start, stop : int
        Indices, 0 <= start <= stop.
    """
    from scipy.stats import qmc

    engine = qmc.Sobol(d=dimensions, scramble=True, seed=seed_at(seed, SCRAMBLE))
    if start:
        engine.fast_forward(start)
    # SciPy warns when the first draw is no power of two; a chunk of a balanced whole is none of its concern.
    rows = max(stop - start, 1)
    drawn: Coordinates = engine.random(1 << (rows - 1).bit_length())
    return drawn[: stop - start]


SCRAMBLE = "design/sobol"
"""Address of the scrambling; SALib given the seed from it draws the same points."""
