"""The runs told apart by a few questions: a small classification tree (Breiman et al. 1984, Gini)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import Counts, DiscoveryError, Inputs
from analysis.estimates.estimate import UNKNOWN, Estimate

DEEPEST = 3
"""A tree is read aloud; beyond three questions nobody follows."""


class Leaf(NamedTuple):
    """Runs that answer the questions alike.

    ``density`` is the share of them that are cases, and ``told_apart`` whether that surely differs from all runs;
    both as far as somebody has judged them (:func:`analysis.discovery.judging.judged_tree`).
    """

    box: Box
    runs: int
    cases: int
    density: Estimate = UNKNOWN
    told_apart: bool = False


class Tree(NamedTuple):
    """Leaves from left to right, and a table of them."""

    leaves: tuple[Leaf, ...]

    @property
    def table(self) -> pd.DataFrame:
        """Leaves with the densest first.

        A row a leaf: ``condition`` in words, ``runs``, ``cases``, ``density`` (share of its runs that are cases) with
        ``low`` and ``high``, ``coverage`` (share of all cases in it) and ``told_apart``.
        """
        everything = max(sum(leaf.cases for leaf in self.leaves), 1)
        rows = [
            {
                "condition": leaf.box.words(),
                "runs": leaf.runs,
                "cases": leaf.cases,
                "density": leaf.cases / leaf.runs if leaf.runs else math.nan,
                "low": leaf.density.low,
                "high": leaf.density.high,
                "coverage": leaf.cases / everything,
                "told_apart": leaf.told_apart,
            }
            for leaf in self.ranked
        ]
        return pd.DataFrame(rows)

    @property
    def ranked(self) -> tuple[Leaf, ...]:
        """Leaves with the densest first."""
        return tuple(sorted(self.leaves, key=lambda leaf: -leaf.cases / max(leaf.runs, 1)))


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
    least = max(1, math.ceil(smallest * int(inputs.runs.sum())))
    return Tree(tuple(_leaves(inputs, Box(), np.ones(len(inputs.runs), dtype=bool), (depth, least))))


def _leaves(inputs: Inputs, box: Box, inside: Mask, room: tuple[int, int]) -> Iterator[Leaf]:
    depth, least = room
    split = _best(inputs, inside, least) if depth else None
    if split is None:
        yield Leaf(box, int(inputs.runs[inside].sum()), int(inputs.cases[inside].sum()))
        return
    for limit in (split.yes, split.no):
        narrowed = _narrowed(box, split.factor, limit)
        yield from _leaves(inputs, narrowed, inside & inputs.holds(split.factor, limit), (depth - 1, least))


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
    here = inputs.runs[inside], inputs.cases[inside]
    if name in inputs.numeric:
        column = inputs.column(name)[inside]
        levels, ranks = np.unique(column, return_inverse=True)
        place, gain = _cut(ranks, here, len(levels), least)
        if place < 0:
            return None
        end = _end(inputs, name, (column, here[0]), (float(levels[place]), float(levels[place + 1]), least))
        return _Split(name, Span(-math.inf, end), Span(end, math.inf), gain)
    # For two classes the best grouping of names is a cut in their order by share of cases (Breiman et al. 1984).
    names = inputs.table[name][inside].to_numpy()
    counts = pd.DataFrame({"runs": here[0], "cases": here[1]}).groupby(names).sum()
    shares = (counts["cases"] / counts["runs"].clip(lower=1)).sort_values(kind="stable")
    ranks = pd.Index(shares.index).get_indexer(pd.Index(names))
    place, gain = _cut(ranks, here, len(shares), least)
    if place < 0:
        return None
    every, few = inputs.names[name], set(shares.index[: place + 1])
    one, other = (tuple(v for v in every if (v in few) is side and v in shares.index) for side in (True, False))
    return _Split(name, Members(one, every), Members(other, every), gain)


def _end(inputs: Inputs, name: str, here: tuple[NDArray[np.float64], Counts], gap: tuple[float, float, int]) -> float:
    """A limit in the gap, rounded unless that would leave too few runs on either side."""
    column, runs = here
    low, high, least = gap
    middle = (low + high) / 2
    rounded = inputs.rounded(name, middle)
    below = int(runs[column < rounded].sum())
    return rounded if least <= below <= int(runs.sum()) - least else middle


def _cut(ranks: Counts, here: tuple[Counts, Counts], levels: int, least: int) -> tuple[int, float]:
    """Last rank on the left of the best cut and its gain in Gini impurity, weighted by runs; -1 when there is none."""
    runs = np.cumsum(np.bincount(ranks, weights=here[0], minlength=levels))[:-1]
    hits = np.cumsum(np.bincount(ranks, weights=here[1], minlength=levels))[:-1]
    total, found = float(here[0].sum()), float(here[1].sum())
    allowed = (runs >= least) & (total - runs >= least)
    if not allowed.any():
        return -1, 0.0
    left, right = hits * (runs - hits) / np.maximum(runs, 1), (found - hits) * (total - runs - found + hits)
    impurity = left + right / np.maximum(total - runs, 1)
    gain = np.where(allowed, found * (total - found) / total - impurity, -math.inf)
    place = int(gain.argmax())
    return place, float(gain[place])
