"""How an uncertain number is drawn: each distribution from luck at the address of the number's own path.

Uniform and triangular by inversion, the normal truncated by rejection, the beta as a ratio of two gammas (Marsaglia &
Tsang 2000). ``tick`` counts attempts, so that a rejected draw shifts nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from sim.luck import normal, uniform
from sim.rule import rule
from sim.rules.limits import clamp
from sim.vocabulary.purposes import PARAMETER

UNIFORM = 0
TRUNCATED_NORMAL = 1
BETA = 2
TRIANGULAR = 3
CHOICE = 4

ATTEMPTS = 200
THIRD = 1 / 3
NINTH_ROOT = 9.0
HALF = 0.5
FIRST_SHAPE = 1
SECOND_SHAPE = 8
FARTHEST = 700.0


@rule
def draw(
    address: tuple[int, int, int], kind: int, numbers: tuple[float, float, float, float], choices: Sequence[float]
) -> float:
    """One drawn parameter.

    ``address`` is (seed, run, key of the path); ``kind`` and ``numbers`` describe the distribution as in
    :mod:`sim.scenario.distributions`; ``choices`` holds values and cumulative chances, one after the other.
    """
    u = uniform(address[0], address[1], 0, address[2], PARAMETER)
    if kind == UNIFORM:
        return numbers[0] + (numbers[1] - numbers[0]) * u
    if kind == TRUNCATED_NORMAL:
        return draw_normal(address, numbers)
    if kind == BETA:
        return draw_beta(address, numbers)
    if kind == TRIANGULAR:
        return draw_triangular(u, numbers)
    return draw_choice(u, choices)


@rule
def draw_normal(address: tuple[int, int, int], numbers: tuple[float, float, float, float]) -> float:
    """A normal number (mean, sd) kept within low..high by drawing again; clamped should that never succeed."""
    mean, sd, low, high = numbers
    value = mean
    for attempt in range(ATTEMPTS):
        u = uniform(address[0], address[1], attempt, address[2], PARAMETER)
        value = mean + sd * normal(u)
        if low <= value <= high:
            return value
    return clamp(value, low, high)


@rule
def draw_triangular(u: float, numbers: tuple[float, float, float, float]) -> float:
    """A triangular number (low, mode, high) by inversion."""
    low, mode, high = numbers[0], numbers[1], numbers[2]
    turn = (mode - low) / (high - low)
    if u < turn:
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1 - u) * (high - low) * (high - mode))


@rule
def draw_choice(u: float, choices: Sequence[float]) -> float:
    """One of the listed values, by cumulative chances."""
    count = len(choices) // 2
    for k in range(count - 1):
        if u < choices[count + k]:
            return choices[k]
    return choices[count - 1]


@rule
def draw_beta(address: tuple[int, int, int], numbers: tuple[float, float, float, float]) -> float:
    """A beta number (two shapes) stretched over low..high, from the logs of two gammas."""
    first_shape, second_shape, low, high = numbers
    first = log_gamma_draw(address, first_shape, FIRST_SHAPE)
    second = log_gamma_draw(address, second_shape, SECOND_SHAPE)
    part = 1 / (1 + math.exp(clamp(second - first, -FARTHEST, FARTHEST)))
    return low + (high - low) * part


@rule
def log_gamma_draw(address: tuple[int, int, int], shape: float, purpose: int) -> float:
    """Log of a gamma number of a shape; shapes below 1 are drawn one higher and brought down (Marsaglia & Tsang)."""
    boosted = shape + 1 if shape < 1 else shape
    d = boosted - THIRD
    c = 1 / math.sqrt(NINTH_ROOT * d)
    log_value = math.log(d)
    for attempt in range(ATTEMPTS):
        x = normal(uniform(address[0], address[1], attempt, address[2], PARAMETER + purpose))
        u = uniform(address[0], address[1], attempt, address[2], PARAMETER + purpose + 1)
        root = 1 + c * x
        if root > 0:
            v = root * root * root
            if math.log(u) < HALF * x * x + d - d * v + d * math.log(v):
                log_value = math.log(d * v)
                break
    if shape < 1:
        lift = uniform(address[0], address[1], 0, address[2], PARAMETER + purpose + 2)
        log_value = log_value + math.log(lift) / shape
    return log_value
