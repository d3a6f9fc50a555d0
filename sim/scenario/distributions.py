"""How an uncertain number is spread, and the one value that stands for it when nothing is drawn."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import accumulate
from typing import Any, ClassVar, TypeAlias

MOST_CHOICES = 100
SMALLEST_SHAPE = 0.01
"""Beta shapes below this put all weight on the two ends: a ``choice`` of two values says that better."""

Row: TypeAlias = tuple[int, float, float, float, float]
"""Kind code and four parameters, as the drawing rules read them."""

Fault: TypeAlias = tuple[str, str]
"""The parameter at fault and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Distribution(ABC):
    """What the five kinds share: a range that no draw leaves, a central value, and a row of numbers."""

    name: ClassVar[str] = ""
    code: ClassVar[int] = -1

    @property
    def support(self) -> tuple[float, float]:
        """Lowest and highest value a draw can take."""
        stated = self.as_mapping()
        return stated["low"], stated["high"]

    @abstractmethod
    def central(self) -> float:
        """Return the value the field holds when parameters are central."""

    @abstractmethod
    def as_row(self) -> Row:
        """Return the kind's code and four parameters (unused ones 0)."""

    def as_mapping(self) -> dict[str, Any]:
        """Return the distribution as it stands in a scenario file."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {"distribution": self.name, **{k: list(v) if isinstance(v, tuple) else v for k, v in values.items()}}

    @abstractmethod
    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """Yield what is wrong with the parameters for a field whose range is low to high."""


def _range_faults(inner: tuple[float, float], low: float, high: float) -> Iterator[Fault]:
    """Check that a support is not empty and lies within the field's range."""
    if inner[0] >= inner[1]:
        yield "low", f"low ({inner[0]:g}) must be below high ({inner[1]:g})"
    if not low <= inner[0] <= high:
        yield "low", f"low is {inner[0]:g}; the field's range is {low:g} to {high:g}"
    if not low <= inner[1] <= high:
        yield "high", f"high is {inner[1]:g}; the field's range is {low:g} to {high:g}"


@dataclass(frozen=True, slots=True)
class Uniform(Distribution):
    """Every value from low to high equally likely; central value: the middle. Row: (0, low, high, 0, 0)."""

    name: ClassVar[str] = "uniform"
    code: ClassVar[int] = 0

    low: float
    high: float

    def central(self) -> float:
        """The middle."""
        return self.low + (self.high - self.low) / 2

    def as_row(self) -> Row:
        """See the class."""
        return self.code, self.low, self.high, 0.0, 0.0

    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """See the base class."""
        yield from _range_faults(self.support, low, high)


@dataclass(frozen=True, slots=True)
class Normal(Distribution):
    """A bell curve cut off at low and high; central value: ``mean`` (before the cut). Row: (1, mean, sd, low, high)."""

    name: ClassVar[str] = "normal"
    code: ClassVar[int] = 1

    mean: float
    sd: float
    low: float
    high: float

    def central(self) -> float:
        """The mean before the cut."""
        return self.mean

    def as_row(self) -> Row:
        """See the class."""
        return self.code, self.mean, self.sd, self.low, self.high

    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """See the base class."""
        yield from _range_faults(self.support, low, high)
        if not self.low <= self.mean <= self.high:
            yield "mean", f"mean is {self.mean:g}; it must lie within {self.low:g} to {self.high:g}"
        width = self.high - self.low
        if width > 0 and not 1e-6 * width <= self.sd <= 10 * width:
            yield "sd", f"sd is {self.sd:g}; allowed here: {1e-6 * width:g} to {10 * width:g}"


@dataclass(frozen=True, slots=True)
class Beta(Distribution):
    """A beta curve on low to high, given by mean and sd; central value: ``mean``. Row: (2, alpha, beta, low, high)."""

    name: ClassVar[str] = "beta"
    code: ClassVar[int] = 2

    mean: float
    sd: float
    low: float
    high: float

    @property
    def shapes(self) -> tuple[float, float]:
        """The usual alpha and beta of the curve on 0 to 1."""
        width = self.high - self.low
        centre, spread = (self.mean - self.low) / width, self.sd / width
        total = centre * (1 - centre) / (spread * spread) - 1
        return centre * total, (1 - centre) * total

    def central(self) -> float:
        """The mean before the cut."""
        return self.mean

    def as_row(self) -> Row:
        """See the class."""
        return self.code, *self.shapes, self.low, self.high

    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """See the base class."""
        yield from _range_faults(self.support, low, high)
        width = self.high - self.low
        if width <= 0:
            return
        if not self.low < self.mean < self.high:
            yield "mean", f"mean is {self.mean:g}; it must lie between {self.low:g} and {self.high:g}, ends excluded"
            return
        lowest = 1e-4 * math.sqrt((self.mean - self.low) * (self.high - self.mean))
        if self.sd < lowest:
            yield "sd", f"sd is {self.sd:g}; allowed with this mean: from {lowest:.3g}"
        elif min(self.shapes) < SMALLEST_SHAPE:
            yield "sd", f"sd is {self.sd:g}, too wide for this mean; allowed: up to {self._widest():.3g}"

    def _widest(self) -> float:
        width = self.high - self.low
        centre = (self.mean - self.low) / width
        total = SMALLEST_SHAPE / min(centre, 1 - centre)
        return width * math.sqrt(centre * (1 - centre) / (total + 1))


@dataclass(frozen=True, slots=True)
class Triangular(Distribution):
    """A triangle with its top at mode; central value: ``mode``. Row: (3, low, mode, high, 0)."""

    name: ClassVar[str] = "triangular"
    code: ClassVar[int] = 3

    low: float
    mode: float
    high: float

    def central(self) -> float:
        """The top."""
        return self.mode

    def as_row(self) -> Row:
        """See the class."""
        return self.code, self.low, self.mode, self.high, 0.0

    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """See the base class."""
        yield from _range_faults(self.support, low, high)
        if not self.low <= self.mode <= self.high:
            yield "mode", f"mode is {self.mode:g}; it must lie within {self.low:g} to {self.high:g}"


@dataclass(frozen=True, slots=True)
class Choice(Distribution):
    """One of a few values by weight; central value: the heaviest (the first of equals). Row: (4, how many, 0, 0, 0)."""

    name: ClassVar[str] = "choice"
    code: ClassVar[int] = 4

    values: tuple[float, ...]
    weights: tuple[float, ...]

    @property
    def support(self) -> tuple[float, float]:
        """Smallest and largest of the values."""
        return min(self.values), max(self.values)

    @property
    def cumulative(self) -> tuple[float, ...]:
        """Chance of a value up to and including each, in the order written; the last is exactly 1."""
        total = math.fsum(self.weights)
        return (*(part / total for part in list(accumulate(self.weights))[:-1]), 1.0)

    def central(self) -> float:
        """The heaviest value, the first of equals."""
        return self.values[self.weights.index(max(self.weights))]

    def as_row(self) -> Row:
        """See the class."""
        return self.code, float(len(self.values)), 0.0, 0.0, 0.0

    def faults(self, low: float, high: float) -> Iterator[Fault]:
        """See the base class."""
        if not 1 <= len(self.values) <= MOST_CHOICES:
            yield "values", f"{len(self.values)} values; allowed: 1 to {MOST_CHOICES}"
        for value in self.values:
            if not low <= value <= high:
                yield "values", f"{value:g} is not allowed; the field's range is {low:g} to {high:g}"
        if len(set(self.values)) < len(self.values):
            yield "values", "a value is given twice; give each once and add up their weights"
        yield from self._weight_faults()

    def _weight_faults(self) -> Iterator[Fault]:
        if len(self.weights) != len(self.values):
            yield "weights", f"{len(self.weights)} weights for {len(self.values)} values; give one for each"
        if any(not 0 <= weight <= 1e6 for weight in self.weights):
            yield "weights", "a weight is negative or above 1000000; allowed: 0 to 1000000"
        elif self.weights and not max(self.weights) > 0:
            yield "weights", "the weights sum to 0; at least one must be above 0"


KINDS: dict[str, type[Distribution]] = {kind.name: kind for kind in (Uniform, Normal, Beta, Triangular, Choice)}
"""The five kinds by the word used in scenario files."""
