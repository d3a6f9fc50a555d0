"""Where days and values stand in a drawing, and which of them are written at its edges."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.classroom.session.showing import WEEK
from analysis.figures.lettering import width_of

_STEPS = (1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 250, 500)
"""Weeks from one number at the axis to the next."""
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)


class Field(NamedTuple):
    """The part of a drawing in which days and values stand; ``low`` and ``high`` are the values at its edges."""

    left: float
    right: float
    top: float
    bottom: float
    horizon: float
    low: float = 0.0
    high: float = 1.0

    def x(self, day: float) -> float:
        """Return where a day stands."""
        return self.left + (self.right - self.left) * min(day / self.horizon, 1.0)

    def y(self, value: float) -> float:
        """Return where a value stands."""
        return self.bottom + (self.top - self.bottom) * (value - self.low) / (self.high - self.low)


def nice_above(value: float) -> float:
    """Return a round number that is not below a value above 0."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(nice * power for nice in (*_NICE, 20.0) if nice * power >= value * (1 - 1e-9))


def around(values: Iterable[float], middle: float, step: float) -> tuple[float, float]:
    """Return round edges, in steps, that hold all values and a middle, one step away from it at least."""
    found = [middle - step, middle + step, *values]
    return math.floor(min(found) / step + 1e-9) * step, math.ceil(max(found) / step - 1e-9) * step


def weeks_marked(horizon: float, width: float, text: float) -> list[int]:
    """Return the numbers of the weeks that are written at an axis: as many as can be read, the first one always."""
    count = max(1, math.ceil(horizon / WEEK - 1e-9))
    pixels = width / (horizon / WEEK)
    step = next((step for step in _STEPS if step * pixels >= width_of(f" {count} ", text)), count)
    return [1, *(number for number in range(step, count + 1, step) if number > 1)]


def week_middle(number: int, horizon: float) -> float:
    """Return the day at which a week's number stands: the middle of the week, or of what the horizon leaves of it."""
    return (WEEK * (number - 1) + min(WEEK * number, horizon)) / 2


def thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return points in whole tenths, without those that lie on a pixel of another or amid a level stretch.

    However long a run is, what is left is at most a few points for every pixel across.
    """
    kept: list[tuple[float, float]] = []
    for x, y in ((round(x, 1), round(y, 1)) for x, y in points):
        level = len(kept) > 1 and kept[-1][1] == kept[-2][1] == y
        near = len(kept) > 1 and x - kept[-2][0] < 1.0
        if level or near:
            kept.pop()
        kept.append((x, y))
    return kept


def through(points: Sequence[tuple[float, float]]) -> str:
    """Return the path from point to point."""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in thinned(points))


def in_steps(points: Sequence[tuple[float, float]]) -> str:
    """Return the path that holds each height until the next point."""
    corners = [points[0]]
    for x, y in points[1:]:
        corners += [(x, corners[-1][1]), (x, y)]
    return through(corners)
