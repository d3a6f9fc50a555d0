"""What every design can do: give the coordinates, the values and the settings of any of its rows by index."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.studies.designs.factor import DesignError, Factor

ROW = "row"
"""Column with the index of the design's row, from 0."""

REPLICATION = "replication"
"""Column with the number of the run within a design's row, from 0."""

STATUS = "status"
"""Column that says whether the run of a row was done."""

DONE = "done"
"""Status of a row whose run came to its end; any other means that its answers are no answers."""

CHUNK = 4096
LARGEST = 2**40

Coordinates = NDArray[np.float64]


@dataclass(frozen=True)
class Design(ABC):
    """A plan of which settings to run; rows are computed by index and never held.

    Parameters
    ----------
    factors : tuple of Factor
        What varies; names differ from one another.
    seed : int
        0 to 2**32 - 1; addresses whatever the design draws.
    """

    kind: ClassVar[str]
    factors: tuple[Factor, ...]
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "factors", tuple(self.factors))
        if not self.factors:
            raise DesignError("a design needs at least one factor")
        _check_names(self.factors)
        self._check()
        if not 1 <= self.size <= LARGEST:
            raise DesignError(f"a design may have 1 to {LARGEST:,} rows, not {self.size:,}")

    @property
    @abstractmethod
    def size(self) -> int:
        """How many rows it has."""

    @abstractmethod
    def coordinates(self, start: int, stop: int) -> Coordinates:
        """Rows ``start`` to ``stop`` (not included) in the unit cube, one column per factor."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """What sensitivity is apportioned to: groups, and factors without one, in order of first appearance."""
        return tuple(dict.fromkeys(factor.input for factor in self.factors))

    def values(self, start: int = 0, stop: int | None = None) -> pd.DataFrame:
        """Rows with their index and the value of each factor.

        Raises
        ------
        DesignError
            When the rows asked for are not in the design.
        """
        first, last = self._span(start, stop)
        unit = self.coordinates(first, last)
        columns = {factor.name: factor.at(unit[:, place]) for place, factor in enumerate(self.factors)}
        return pd.DataFrame({ROW: np.arange(first, last), **columns})

    def chunks(self, rows: int = CHUNK) -> Iterator[pd.DataFrame]:
        """All rows, a chunk at a time."""
        for start in range(0, self.size, rows):
            yield self.values(start, min(start + rows, self.size))

    def settings(self, index: int) -> dict[str, Any]:
        """The row at an index as ``vary`` takes it: value by path."""
        row = self.values(index, index + 1)
        found: dict[str, Any] = {}
        for factor in self.factors:
            found |= factor.settings(row[factor.name].iloc[0])
        return found

    def describe(self) -> dict[str, Any]:
        """What a manifest keeps (JSON types only); :func:`analysis.studies.designs.design_from` makes it again."""
        options = {item.name: getattr(self, item.name) for item in fields(self) if item.name not in ("factors", "seed")}
        return {
            "kind": self.kind,
            "seed": self.seed,
            "factors": [factor.describe() for factor in self.factors],
            "options": options,
        }

    def problem(self) -> dict[str, Any]:
        """The design as SALib describes it, in the unit cube."""
        found: dict[str, Any] = {
            "num_vars": len(self.factors),
            "names": [factor.name for factor in self.factors],
            "bounds": [[0.0, 1.0]] * len(self.factors),
        }
        if any(factor.group for factor in self.factors):
            found["groups"] = [factor.input for factor in self.factors]
        return found

    def _check(self) -> None:  # noqa: B027 - most designs have nothing more to check
        """Refuse options that make no design; each kind has its own."""

    def _span(self, start: int, stop: int | None) -> tuple[int, int]:
        last = self.size if stop is None else stop
        if not 0 <= start <= last <= self.size:
            raise DesignError(f"rows {start} to {last} are not in a design of {self.size} rows")
        return start, last


def _check_names(factors: tuple[Factor, ...]) -> None:
    names = [factor.name.casefold() for factor in factors]
    _refuse_twice("factor", names)
    _refuse_twice("path", [path for factor in factors for path in factor.paths])
    taken = {factor.group.casefold() for factor in factors} & set(names) - {""}
    if taken:
        raise DesignError(f"'{min(taken)}' names both a group and a factor")
    reserved = {ROW, REPLICATION, STATUS} & set(names)
    if reserved:
        raise DesignError(f"'{min(reserved)}' is a column of every study; name the factor otherwise")


def _refuse_twice(kind: str, names: list[str]) -> None:
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise DesignError(f"{kind} '{min(twice)}' is varied twice")


def power_of_two(count: int, what: str) -> None:
    """Refuse a number of Sobol' points that is not a power of two, for which the sequence loses its balance.

    Raises
    ------
    DesignError
        Names the powers on either side.
    """
    if count < 1 or count & (count - 1):
        below = 1 << max(count, 1).bit_length() - 1
        raise DesignError(f"{what} must be a power of two: {below} or {2 * below}, not {count}")
