"""Numbers and distributions within a range, ends included, for generated scenarios."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Spread = dict[str, Any]
STEPS = 64


def distributions(low: float, high: float) -> SearchStrategy[Spread]:
    """Distributions of all five kinds within a range, as mappings."""
    return st.integers(0, 2**32 - 1).map(lambda seed: Numbers(Random(seed)).distribution(low, high))


class Numbers:
    """Draws numbers and distributions from one source of luck."""

    def __init__(self, luck: Random, *, corners: bool = False) -> None:
        self.luck = luck
        self.corners = corners

    def between(self, low: float, high: float) -> float:
        """Draw a number from the closed range: one time in three an end, at corners always."""
        if self.corners or self.luck.random() < 1 / 3:
            return float(self.luck.choice([low, high]))
        return min(max(self.luck.uniform(low, high), low), high)

    def distribution(self, low: float, high: float) -> Spread:
        """Draw one of the five kinds."""
        kinds: list[Callable[[float, float], Spread]] = [
            self._uniform, self._normal, self._beta, self._triangular, self._choice,
        ]  # fmt: skip
        return self.luck.choice(kinds)(low, high)

    def _ends(self, low: float, high: float) -> tuple[float, float]:
        """A part of the range that is not vanishingly narrow."""
        first = self.luck.randrange(STEPS)
        last = self.luck.randint(first + 1, STEPS)
        step = (high - low) / STEPS
        return low + first * step, high if last == STEPS else low + last * step

    def _uniform(self, low: float, high: float) -> Spread:
        ends = self._ends(low, high)
        return {"distribution": "uniform", "low": ends[0], "high": ends[1]}

    def _triangular(self, low: float, high: float) -> Spread:
        ends = self._ends(low, high)
        return {"distribution": "triangular", "low": ends[0], "mode": self.between(*ends), "high": ends[1]}

    def _normal(self, low: float, high: float) -> Spread:
        cut = self.luck.random() < 0.5
        ends = self._ends(low, high) if cut else (low, high)
        sd = (ends[1] - ends[0]) * self.luck.uniform(0.01, 3)
        inner = {"low": ends[0], "high": ends[1]} if cut else {}
        return {"distribution": "normal", "mean": self.between(*ends), "sd": sd, **inner}

    def _beta(self, low: float, high: float) -> Spread:
        centre = self.luck.uniform(0.05, 0.95)
        sd = self.luck.uniform(0.02, 0.9) * math.sqrt(centre * (1 - centre))
        return {"distribution": "beta", "mean": low + centre * (high - low), "sd": sd * (high - low)}

    def _choice(self, low: float, high: float) -> Spread:
        values = list({self.between(low, high) for _ in range(self.luck.randint(1, 4))})
        self.luck.shuffle(values)
        if self.luck.random() < 0.5:
            return {"distribution": "choice", "values": values}
        weights = [self.luck.randint(0, 9) for _ in values]
        weights[self.luck.randrange(len(weights))] = 10
        return {"distribution": "choice", "values": values, "weights": weights}
