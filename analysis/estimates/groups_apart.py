"""Which of many groups of runs differ from all runs together, when every one of them is looked at.

The lowest and the highest of many cells differ even where settings change nothing. A group is told apart from the whole
only where an interval that holds for all groups at once leaves nothing out. Two things can fool the eye, and the wider
of two intervals is taken against both:

- other runs at the same settings would have fallen otherwise: how far the largest difference goes by chance is seen
  from the runs themselves, with settings exchanged among those that would be alike if they did nothing (a permutation
  test with the largest difference of all, Westfall and Young 1993);
- other lucks would have told otherwise: each group against the whole luck by luck, Student's t over lucks, each luck
  counted once, at Bonferroni's level for as many groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import LEVEL, Estimate, EstimateError
from analysis.estimates.lucks import Lucks, places_of
from analysis.estimates.means import ratio
from analysis.estimates.resampling import Resampling
from sim.luck import generator

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]

USUAL = Resampling(0, "groups apart", 399, LEVEL)
"""As many exchanges as put the nineteenth of twenty between two of them."""

WORK = 10_000_000
"""Numbers moved in all exchanges of one grouping; a larger table is represented by an even part of it."""

FEWEST = 199
"""Exchanges at least."""

_HELD = 500_000
"""Numbers moved at a time."""


class Grouping(NamedTuple):
    """One way to part the runs.

    Attributes
    ----------
    groups : array of int
        Per run, its group from 0 on; -1 for a run in none of those asked about.
    size : int
        How many groups there are.
    blocks : array of int
        Per run: runs of one block would change places if the grouping did nothing, such as those of one luck.
    units : array of int, optional
        Per run: runs of one unit change places together, such as all runs of one setting; by default each on its own.
        Runs of one unit share group and block.
    """

    groups: Places
    size: int
    blocks: Places
    units: Places | None = None


def groups_apart(
    values: ArrayLike, lucks: ArrayLike, groupings: Sequence[Grouping], plan: Resampling = USUAL
) -> list[list[Estimate]]:
    """Difference of each group from all runs together, under the same lucks, with intervals for all groups at once.

    Parameters
    ----------
    values : array_like
        One number per run; NaN (not applicable) is left out.
    lucks : array_like of int
        Per run, a number that is the same for runs that share their luck.
    groupings : sequence of Grouping
        What is looked at together: one for the cells of a map, one a factor for a tornado.
    plan : Resampling
        Addresses the exchanges; its level is that of all intervals together.

    Returns
    -------
    list of list of Estimate
        For each grouping a difference per group, in the unit of the values; ``n`` counts its runs. The ends are NaN
        where fewer than two lucks tell of it.

    Raises
    ------
    EstimateError
        When arrays do not match.
    """
    numbers = np.asarray(values, dtype=np.float64)
    known = ~np.isnan(numbers)
    places = places_of(lucks, known)
    kept = [_of_known(grouping, known) for grouping in groupings]
    apart = _within_lucks(numbers[known], places)
    many = sum(grouping.size for grouping in kept)
    chances = [
        _chance(apart, grouping, plan._replace(label=f"{plan.label}/{place}"))
        for place, grouping in enumerate(kept)
    ]  # fmt: skip
    most = _joint([largest for _, largest in chances], plan.level)
    return [
        _estimates(apart, places, grouping, (most * scale, 1 - (1 - plan.level) / many, plan.level))
        for grouping, (scale, _) in zip(kept, chances, strict=True)
    ]


def is_apart(difference: Estimate) -> bool:
    """Whether a difference is told apart from nothing; never where its interval is not known."""
    return difference.low > 0 or difference.high < 0


def _of_known(grouping: Grouping, known: NDArray[np.bool_]) -> Grouping:
    """The grouping of the runs that have an answer."""
    if len(grouping.groups) != known.size:
        raise EstimateError(f"{known.size} runs, but a grouping of another number")
    units = None if grouping.units is None else np.asarray(grouping.units)[known]
    return Grouping(np.asarray(grouping.groups)[known], grouping.size, np.asarray(grouping.blocks)[known], units)


def _within_lucks(numbers: Numbers, places: Lucks) -> Numbers:
    """Each run less the mean of its luck; less the mean of all where each has a luck of its own."""
    if places.size and places.max() + 1 == places.size:
        places = np.zeros_like(places)
    return _centred(numbers, places)


def _centred(numbers: Numbers, places: Places) -> Numbers:
    sizes = np.bincount(places)
    return np.asarray(numbers - (np.bincount(places, weights=numbers) / np.maximum(sizes, 1))[places])


def _estimates(
    apart: Numbers, places: Lucks, grouping: Grouping, reach: tuple[Numbers, float, float]
) -> list[Estimate]:
    """Each group's difference, with the wider of the reach of chance and the interval over lucks."""
    by_chance, each_level, level = reach
    found = []
    for group in range(grouping.size):
        there = grouping.groups == group
        sizes = np.bincount(places[there])
        sums = np.bincount(places[there], weights=apart[there])
        made = ratio(sums[sizes > 0], sizes[sizes > 0], level=each_level)
        half = max(float(by_chance[group]), (made.high - made.low) / 2)
        half = half if made.lucks > 1 else np.nan
        found.append(
            Estimate(made.value, made.value - half, made.value + half, int(there.sum()), made.lucks, level)
        )  # fmt: skip
    return found


def _chance(apart: Numbers, grouping: Grouping, plan: Resampling) -> tuple[Numbers, Numbers]:
    """How far each group strays when settings are exchanged (standard deviation), and the largest of each exchange.

    The largest is counted in standard deviations, so that small groups do not decide it for large ones.
    """
    values, groups, blocks = _units(apart, grouping)
    order = np.argsort(blocks, kind="stable")
    values, groups, blocks = values[order], groups[order], np.unique(blocks[order], return_inverse=True)[1]
    values = _centred(values, blocks)
    scale = _scale(values, groups, blocks, grouping.size)
    part = _even_part(blocks)
    values, groups, blocks = values[part], groups[part], np.unique(blocks[part], return_inverse=True)[1]
    part_scale = _scale(values, groups, blocks, grouping.size)
    draws = int(np.clip(WORK // max(values.size, 1), FEWEST, plan.resamples))
    luck = generator(plan.seed, plan.label)
    largest, held = [], max(1, _HELD // max(values.size, 1))
    for first in range(0, draws, held):
        moved = _exchanged(values, blocks, min(held, draws - first), luck)
        largest.append(_largest(moved, groups, part_scale))
    return scale, np.concatenate(largest)


def _units(apart: Numbers, grouping: Grouping) -> tuple[Numbers, Places, Places]:
    """What changes places: runs, or units with the mean of their runs."""
    if grouping.units is None:
        return apart, grouping.groups, grouping.blocks
    _, first, place = np.unique(grouping.units, return_index=True, return_inverse=True)
    means = np.bincount(place, weights=apart) / np.bincount(place)
    return means, grouping.groups[first], grouping.blocks[first]


def _even_part(blocks: Places) -> NDArray[np.bool_]:
    """Whole blocks, or where there is one the units within it, as many as the exchanges may move."""
    step = -(-blocks.size * FEWEST // WORK)
    ordinals = blocks if blocks[-1] + 1 > step else np.arange(blocks.size)
    return np.asarray(ordinals % step == 0)


def _scale(values: Numbers, groups: Places, blocks: Places, count: int) -> Numbers:
    """Standard deviation of each group's mean over all exchanges: drawing without replacement from each block."""
    sizes = np.bincount(blocks)
    spread = np.bincount(blocks, weights=values * values) / np.maximum(sizes - 1, 1)
    cells, taken = np.unique(blocks * (count + 1) + groups + 1, return_counts=True)
    block, group = np.divmod(cells, count + 1)
    parts = taken * (1 - taken / sizes[block]) * spread[block]
    variance = np.bincount(group, weights=parts, minlength=count + 1)[1:]
    return np.asarray(np.sqrt(variance) / np.maximum(np.bincount(groups + 1, minlength=count + 1)[1:], 1))


def _exchanged(values: Numbers, blocks: Places, draws: int, luck: np.random.Generator) -> Numbers:
    """The values with those of each block in another order, a row a draw; blocks ascend."""
    sizes = np.bincount(blocks)
    if (sizes == sizes[0]).all():
        many = np.broadcast_to(values.reshape(-1, sizes[0]), (draws, sizes.size, sizes[0]))
        return luck.permuted(many, axis=2).reshape(draws, -1)
    return values[np.argsort(blocks + luck.random((draws, values.size)), axis=1)]


def _largest(moved: Numbers, groups: Places, scale: Numbers) -> Numbers:
    """The largest difference of each draw, in standard deviations."""
    draws, count = len(moved), scale.size
    spot = (np.arange(draws)[:, None] * (count + 1) + (groups + 1)[None, :]).ravel()
    sums = np.bincount(spot, weights=moved.ravel(), minlength=draws * (count + 1)).reshape(draws, -1)[:, 1:]
    sizes = np.maximum(np.bincount(groups + 1, minlength=count + 1)[1:], 1)
    away = np.divide(np.abs(sums / sizes), scale, out=np.zeros_like(sums), where=scale > 0)
    return np.asarray(away.max(axis=1, initial=0.0))


def _joint(largest: Sequence[Numbers], level: float) -> float:
    """What the largest of all groupings stays below in ``level`` of the exchanges, the study itself counted as one."""
    draws = min((found.size for found in largest), default=0)
    if draws == 0:
        return np.inf
    of_all = np.sort(np.max([found[:draws] for found in largest], axis=0))
    return float(of_all[min(int(np.ceil(level * (draws + 1))) - 1, draws - 1)])
