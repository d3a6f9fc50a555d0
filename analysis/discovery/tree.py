"""The runs told apart by a few questions: a small classification tree (Breiman et al. 1984, Gini)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import DiscoveryError, Inputs

DEEPEST = 3
"""A tree is read aloud; beyond three questions nobody follows."""


class Leaf(NamedTuple):
    """Runs that answer the questions alike."""

    box: Box
    runs: int
    cases: int


class Tree(NamedTuple):
    """Leaves from left to right, and a table of them.

    ``table`` has a row a leaf: ``condition`` in words, ``runs``, ``cases``, ``density`` (share of its runs that are
    cases) and ``coverage`` (share of all cases in it).
    """

    leaves: tuple[Leaf, ...]

    @property
    def table(self) -> pd.DataFrame:
        """Leaves with the densest first."""
        everything = sum(leaf.cases for leaf in self.leaves)
        rows = [
            (leaf.box.words(), leaf.runs, leaf.cases, leaf.cases / leaf.runs, leaf.cases / everything)
            for leaf in self.leaves
        ]
        columns = ["condition", "runs", "cases", "density", "coverage"]
        return pd.DataFrame(rows, columns=columns).sort_values("density", ascending=False, ignore_index=True)


class _Split(NamedTuple):
    factor: str
    yes: Limit
    no: Limit
    gain: float


def grow_tree(inputs: Inputs, depth: int = DEEPEST, smallest: float = 0.05) -> Tree:
    """Grow a tree of at most three questions.

    Parameters
    ----------
    inputs : Inputs
        Factors and cases.
    depth : int
        Questions asked in a row, 1 to 3.
    smallest : float
        Least share of all runs in a leaf, above 0 and below 0.5.

    Raises
    ------
    DiscoveryError
        When depth or smallest is out of range.
    """
    if not 1 <= depth <= DEEPEST:
        raise DiscoveryError(f"a tree asks 1 to {DEEPEST} questions in a row, not {depth}")
    if not 0 < smallest < 0.5:
        raise DiscoveryError(f"smallest is a share of all runs above 0 and below 0.5, not {smallest}")
    least = max(1, math.ceil(smallest * len(inputs.cases)))
    return Tree(tuple(_leaves(inputs, Box(), np.ones(len(inputs.cases), dtype=bool), (depth, least))))


def _leaves(inputs: Inputs, box: Box, inside: Mask, room: tuple[int, int]) -> Iterator[Leaf]:
    depth, least = room
    split = _best(inputs, inside, least) if depth else None
    if split is None:
        yield Leaf(box, int(inside.sum()), int(inputs.cases[inside].sum()))
        return
    for limit in (split.yes, split.no):
        narrowed = _narrowed(box, split.factor, limit)
        yield from _leaves(inputs, narrowed, inside & limit.holds(inputs.table[split.factor]), (depth - 1, least))


def _narrowed(box: Box, name: str, limit: Limit) -> Box:
    known = box.limits.get(name)
    if isinstance(limit, Span) and isinstance(known, Span):
        limit = Span(max(limit.low, known.low), min(limit.high, known.high))
    if isinstance(limit, Members) and isinstance(known, Members):
        limit = Members(tuple(value for value in limit.names if value in known.names), limit.of)
    return box.replace(name, limit)


def _best(inputs: Inputs, inside: Mask, least: int) -> _Split | None:
    """The question that parts cases from the rest best; none when no question helps."""
    found = [split for name in inputs.factors if (split := _split(inputs, name, inside, least)) is not None]
    best = max(found, key=lambda split: split.gain, default=None)
    return best if best is not None and best.gain > 1e-12 else None


def _split(inputs: Inputs, name: str, inside: Mask, least: int) -> _Split | None:
    cases = inputs.cases[inside]
    if name in inputs.numeric:
        column = inputs.table[name].to_numpy(dtype=np.float64)[inside]
        levels = np.unique(column)
        ranks = np.searchsorted(levels, column)
        place, gain = _cut(ranks, cases, len(levels), least)
        if place < 0:
            return None
        end = _end(inputs, name, column, (float(levels[place]), float(levels[place + 1]), least))
        return _Split(name, Span(-math.inf, end), Span(end, math.inf), gain)
    # For two classes the best grouping of names is a cut in their order by share of cases (Breiman et al. 1984).
    names = inputs.table[name][inside].to_numpy()
    shares = pd.Series(cases).groupby(names).mean().sort_values(kind="stable")
    ranks = pd.Index(shares.index).get_indexer(pd.Index(names))
    place, gain = _cut(ranks, cases, len(shares), least)
    if place < 0:
        return None
    every, few = inputs.values(name), set(shares.index[: place + 1])
    one, other = (tuple(v for v in every if (v in few) is side and v in shares.index) for side in (True, False))
    return _Split(name, Members(one, every), Members(other, every), gain)


def _end(inputs: Inputs, name: str, column: NDArray[np.float64], gap: tuple[float, float, int]) -> float:
    """A limit in the gap, rounded unless that would leave too few runs on either side."""
    low, high, least = gap
    middle = (low + high) / 2
    rounded = inputs.rounded(name, middle)
    below = int((column < rounded).sum())
    return rounded if least <= below <= len(column) - least else middle


def _cut(ranks: NDArray[np.int64], cases: Mask, levels: int, least: int) -> tuple[int, float]:
    """Last rank on the left of the best cut and its gain in Gini impurity, weighted by runs; -1 when there is none."""
    runs = np.cumsum(np.bincount(ranks, minlength=levels))[:-1].astype(np.float64)
    hits = np.cumsum(np.bincount(ranks, weights=cases, minlength=levels))[:-1]
    total, found = float(len(cases)), float(cases.sum())
    allowed = (runs >= least) & (total - runs >= least)
    if not allowed.any():
        return -1, 0.0
    left, right = hits * (runs - hits) / np.maximum(runs, 1), (found - hits) * (total - runs - found + hits)
    impurity = left + right / np.maximum(total - runs, 1)
    gain = np.where(allowed, found * (total - found) / total - impurity, -math.inf)
    place = int(gain.argmax())
    return place, float(gain[place])
