"""How numbers are kept within bounds and how they fade: the arithmetic that every mechanism shares."""

from __future__ import annotations

import math

from sim.rule import rule

LN_2 = 0.6931471805599453
LARGEST_EXPONENT = 700.0


@rule
def clamp(x: float, low: float, high: float) -> float:
    """``x`` moved to the nearest end of ``low..high`` when outside it."""
    if x < low:
        return low
    return high if x > high else x


@rule
def share(x: float) -> float:
    """``x`` kept within 0..1."""
    if x < 0.0:
        return 0.0
    return 1.0 if x > 1.0 else x


@rule
def smaller(a: float, b: float) -> float:
    """The smaller of two numbers."""
    return b if b < a else a


@rule
def larger(a: float, b: float) -> float:
    """The larger of two numbers."""
    return b if b > a else a


@rule
def logistic(x: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + math.exp(clamp(-x, -LARGEST_EXPONENT, LARGEST_EXPONENT)))


@rule
def kept(days: float, half_life_days: float) -> float:
    """The share of something that is left after ``days`` when half is gone after ``half_life_days``."""
    return math.exp(-LN_2 * days / half_life_days)


@rule
def grown(x: float, part: float) -> float:
    """``x`` in 0..1 moved by ``part`` of the way to 1."""
    return x + (1 - x) * part
