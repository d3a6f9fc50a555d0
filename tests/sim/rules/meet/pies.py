"""Worlds with something to divide: issues of any weights, exponents and red lines, for tests of bargaining."""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from sim.rules.meet.stakes import lines_cross, sort_issues
from sim.state.world import World
from tests.sim.rules.worlds import world_of

Weights = Sequence[tuple[float, float]]
Lines = Mapping[int, tuple[float, float]]

OWN = ("issues", "weights", "setting")
LINEAR = 1.0
CURVED = (0.3, 0.5, 0.6, 0.7, 0.9, 0.95)


def table(
    weights: Weights, indivisible: Collection[int] = (), exponent: float = LINEAR, lines: Lines | None = None
) -> World:
    """A world whose issues have these weights (to side 0, to side 1); some of them indivisible, some with red lines."""
    world = _fresh(_pies(len(weights)))
    for k, pair in enumerate(weights):
        issue = world.issues[k]
        issue.weight = list(pair)
        issue.red_line = list((lines or {}).get(k, (0.0, 0.0)))
        issue.divisible = int(k not in indivisible)
    world.setting[0].exponent = exponent
    sort_issues(world)
    return world


@cache
def _pies(count: int) -> World:
    """A world with so many issues; making one anew takes a hundred times what a bargain takes."""
    return world_of({"issues": {f"i{k}": {"weight": {"east": 1, "west": 1}} for k in range(count)}})


def _fresh(world: World) -> World:
    """The same world with issues, weights and setting of its own; the rest is only read by bargaining."""
    return world._replace(**{name: [_copied(item) for item in getattr(world, name)] for name in OWN})


def _copied(record: Any) -> Any:
    twin = copy.copy(record)
    for name, value in vars(record).items():
        if isinstance(value, list):
            setattr(twin, name, list(value))
    return twin


weight = st.sampled_from([0.0, 1.0, 2.0, 3.0]) | st.floats(0.01, 100)
exponent = st.sampled_from([LINEAR, *CURVED])
curved = st.sampled_from(CURVED)
line = st.just(0.0) | st.floats(0, 0.5)
power = st.floats(0.1, 0.9)
floor = st.floats(0, 0.6)


@st.composite
def tables(
    draw: st.DrawFn,
    most: int = 5,
    exponents: st.SearchStrategy[float] = exponent,
    divisible: bool = False,
    lined: bool = True,
) -> World:
    """Tables of one to five issues, each of weight 0 or more to each side, indivisible or with red lines or neither.

    ``divisible`` leaves the indivisible ones out, ``lined`` lets red lines in that can be kept together.
    """
    weights = draw(st.lists(st.tuples(weight, weight), min_size=1, max_size=most))
    assume(all(sum(pair[side] for pair in weights) > 0 for side in range(2)))
    places = st.integers(0, len(weights) - 1)
    whole = set() if divisible else draw(st.sets(places))
    lines = draw(st.dictionaries(places, st.tuples(line, line), max_size=2)) if lined else {}
    world = table(weights, whole, draw(exponents), lines)
    assume(not lines_cross(world))
    return world
