"""A set of conditions that runs can satisfy together, and how it reads."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Mask = NDArray[np.bool_]

Called = Callable[[str], str]
"""What readers call a factor."""


def as_named(name: str) -> str:
    """A factor as the study names it."""
    return name


class Span(NamedTuple):
    """Values from the low end on and below the high one; either may be infinite."""

    low: float = -math.inf
    high: float = math.inf

    def holds(self, column: pd.Series) -> Mask:
        """Which values lie within."""
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
        return np.asarray((values >= self.low) & (values < self.high))

    def words(self, name: str) -> str:
        """``caution >= 0.62``."""
        if math.isinf(self.low):
            return f"{name} < {self.high:.6g}"
        if math.isinf(self.high):
            return f"{name} >= {self.low:.6g}"
        return f"{self.low:.6g} <= {name} < {self.high:.6g}"


class Members(NamedTuple):
    """Values that are among the ones named; ``of`` are all there are."""

    names: tuple[Any, ...]
    of: tuple[Any, ...]

    def holds(self, column: pd.Series) -> Mask:
        """Which values are among them."""
        return np.asarray(column.isin(list(self.names)).to_numpy(dtype=bool))

    def words(self, name: str) -> str:
        """``clock: fixed`` or ``mediator: any but qatar``, whichever is shorter."""
        others = [value for value in self.of if value not in self.names]
        if len(others) < len(self.names):
            return f"{name}: any but {' or '.join(map(str, others))}"
        return f"{name}: {' or '.join(map(str, self.names))}"


Limit = Span | Members


@dataclass(frozen=True)
class Box:
    """Limits by factor, all of which hold inside; a factor without a limit is free."""

    limits: Mapping[str, Limit] = field(default_factory=dict)

    def holds(self, table: pd.DataFrame) -> Mask:
        """Which rows of a table lie inside."""
        inside = np.ones(len(table), dtype=bool)
        for name, limit in self.limits.items():
            inside &= limit.holds(table[name])
        return inside

    def replace(self, name: str, limit: Limit) -> Box:
        """The box with another limit on one factor."""
        return Box({**self.limits, name: limit})

    def without(self, name: str) -> Box:
        """The box with one factor set free."""
        return Box({other: limit for other, limit in self.limits.items() if other != name})

    def span(self, name: str) -> Span:
        """The limit on a numeric factor, endless when free."""
        limit = self.limits.get(name, Span())
        return limit if isinstance(limit, Span) else Span()

    def words(self, called: Called = as_named) -> str:
        """``caution >= 0.62 and groundwork < 0.2``."""
        return " and ".join(limit.words(called(name)) for name, limit in self.limits.items()) or "always"
