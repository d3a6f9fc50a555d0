"""What is varied in a study: a path into the scenario, and the range or the list of values it takes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.files import Problem, ScenarioError

Level = float | int | str | bool


class DesignError(ValueError):
    """A study that cannot be designed as asked; says what is wrong and what is allowed.

    Attributes
    ----------
    problems : sequence of Problem
        What is wrong with a list file, each at its place; empty when no file is at fault.
    """

    problems: Sequence[Problem] = ()

    @classmethod
    def at(cls, error: ScenarioError) -> DesignError:
        """Make the error for a file that cannot be used."""
        made = cls(str(error))
        made.problems = error.problems
        return made


@dataclass(frozen=True)
class Factor:
    """One thing that a study varies.

    Parameters
    ----------
    paths : tuple of str
        Where it goes in the scenario (``leaders.us.ego``). Several paths take the same value in lock-step.
    low, high : float, optional
        Ends of a range, low < high. Either these or ``levels``.
    levels : tuple, optional
        Two or more values, numbers or names. In a continuous design each is met equally often.
    name : str
        Column and label; by default the first path.
    group : str
        Factors of one group move together: a grid steps through their levels side by side, and a sensitivity design
        exchanges them at once and gives the group one index.
    whole : bool
        Only whole numbers of the range (both ends included), as for ``horizon_days``.
    steps : int
        How many equally spaced values of the range a grid takes, at least 2.
    """

    paths: tuple[str, ...]
    low: float | None = None
    high: float | None = None
    levels: tuple[Level, ...] = field(default=())
    name: str = ""
    group: str = ""
    whole: bool = False
    steps: int = 5

    def __post_init__(self) -> None:
        if not self.paths or not all(self.paths):
            raise DesignError("a factor needs a path into the scenario")
        object.__setattr__(self, "name", self.name or self.paths[0])
        object.__setattr__(self, "paths", tuple(self.paths))
        object.__setattr__(self, "levels", tuple(self.levels))
        problem = self._problem()
        if problem:
            raise DesignError(f"factor '{self.name}': {problem}")

    @property
    def input(self) -> str:
        """What a sensitivity index is given to: the group, or the factor on its own."""
        return self.group or self.name

    @property
    def is_numeric(self) -> bool:
        """Whether its values can be ordered as numbers."""
        return not self.levels or all(isinstance(level, int | float) and level is not True and level is not False
                                      for level in self.levels)  # fmt: skip

    def at(self, coordinates: NDArray[np.float64]) -> NDArray[Any]:
        """Values at coordinates between 0 and 1: the range from low to high, or the levels in their order."""
        if self.levels:
            positions = np.minimum((coordinates * len(self.levels)).astype(np.int64), len(self.levels) - 1)
            return _column(self.levels)[positions]
        low, high = self._ends()
        if self.whole:
            numbers = np.floor(low) + np.floor(coordinates * (high - low + 1))
            whole: NDArray[Any] = np.minimum(numbers, high).astype(np.int64)
            return whole
        return np.asarray(coordinates * (high - low) + low)

    def gridded(self) -> Factor:
        """The same factor with levels: its own, or ``steps`` equally spaced values of its range."""
        if self.levels:
            return self
        low, high = self._ends()
        points = np.linspace(low, high, self.steps)
        levels = np.unique(np.rint(points).astype(int)).tolist() if self.whole else points.tolist()
        return Factor(self.paths, levels=tuple(levels), name=self.name, group=self.group)

    def settings(self, value: Any) -> dict[str, Any]:
        """The value at each path, as plain Python."""
        plain = value.item() if isinstance(value, np.generic) else value
        return dict.fromkeys(self.paths, plain)

    def describe(self) -> dict[str, Any]:
        """What a manifest keeps; ``Factor(**description)`` makes it again."""
        return {
            "paths": list(self.paths),
            "low": self.low,
            "high": self.high,
            "levels": list(self.levels),
            "name": self.name,
            "group": self.group,
            "whole": self.whole,
            "steps": self.steps,
        }

    def _ends(self) -> tuple[float, float]:
        assert self.low is not None
        assert self.high is not None
        return self.low, self.high

    def _problem(self) -> str:
        twice = [path for place, path in enumerate(self.paths) if path in self.paths[:place]]
        if twice:
            return f"paths names '{twice[0]}' twice"
        if self.levels:
            return self._problem_with_levels()
        if self.low is None or self.high is None:
            return "give both low and high, or levels"
        return self._problem_with_range(self.low, self.high)

    def _problem_with_range(self, low: float, high: float) -> str:
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            return f"low must be below high, both finite, not {low} and {high}"
        if self.whole and (low != math.floor(low) or high != math.floor(high)):
            return f"whole numbers need whole ends, not {low} and {high}"
        if self.steps < 2:
            return f"steps must be at least 2, not {self.steps}"
        return "" if self.whole else self._problem_with_width(low, high)

    def _problem_with_width(self, low: float, high: float) -> str:
        if not math.isfinite(high - low):
            return f"the range from {low} to {high} is too wide to be divided"
        if len(np.unique(np.linspace(low, high, self.steps))) < self.steps:
            return (
                f"the range from {low} to {high} is too narrow: {self.steps} different numbers (steps) do not fit in it"
            )
        return ""

    def _problem_with_levels(self) -> str:
        if self.low is not None or self.high is not None:
            return "give either low and high, or levels, not both"
        if len(self.levels) < 2:
            return "levels must be at least two values"
        if not _differ(self.levels):
            return "levels must differ from one another; 1 and 1.0, or true and 'true', are the same"
        wild = [level for level in self.levels if _is_endless(level)]
        return f"levels must be finite, not {wild[0]}" if wild else ""


def _differ(levels: Sequence[Level]) -> bool:
    """Whether no two levels are one number, or one word of the table: 1 and 1.0, or true and 'true', are the same."""
    words = [str(level).lower() if isinstance(level, bool) else str(level) for level in levels]
    numbers = _numbers(levels)
    return len(set(numbers)) == len(numbers) and len(set(words)) == len(words)


def _numbers(levels: Sequence[Level]) -> list[float]:
    """Those levels that are numbers, as the column holds them: with a fraction all of them if one has one."""
    numbers = [level for level in levels if isinstance(level, int | float) and not isinstance(level, bool)]
    if any(isinstance(level, float) for level in numbers):
        return [float(level) for level in numbers]
    return numbers


def _is_endless(level: Level) -> bool:
    return isinstance(level, float) and not math.isfinite(level)


def _column(levels: tuple[Level, ...]) -> NDArray[Any]:
    """Levels as an array of one type when they share one, else of plain objects."""
    kinds = {type(level) for level in levels}
    if kinds <= {int} or kinds <= {bool} or kinds <= {str}:
        return np.array(levels)
    if kinds <= {int, float}:
        return np.array(levels, dtype=np.float64)
    found = np.empty(len(levels), dtype=object)
    found[:] = levels
    return found
