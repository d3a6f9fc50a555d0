"""Whose variance is it: first, total and second-order Sobol' indices of the mean response, with intervals."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.estimates.resampling import percentile
from analysis.sensitivity.luck_error import luck_error, luck_groups, widened
from analysis.sensitivity.needed import Needed, needed
from analysis.sensitivity.noise import Noise, luck_and_parameters
from analysis.sensitivity.responses import USUAL, Blocks, Matrix, Plan, Responses, cut, is_constant
from analysis.sensitivity.told_apart import chance_of_none, is_noise, with_correction
from analysis.studies.designs import Saltelli
from sim.luck import generator

_BATCH = 50
"""Resamples held at a time."""

FAINT = 0.01
"""Share of the observed variance that must be left without luck for an index to be given."""

WIDEST = 1.0
"""An interval wider than this says nothing about an index, which is a share."""

FEWEST_TELLING = 5
"""Blocks that the variance must hang on for an index to be given."""

TOO_FEW = "the answer varies at too few design points to apportion its variance; take more base points"

TOO_WIDE = "an interval would be wider than all that a share can be, so no index is given"

DROWNED = "luck accounts for all differences between mean responses: more replications are needed to see any effect"


class SobolResult(NamedTuple):
    """Sobol' indices of one measure.

    ``indices`` has one row per input: ``input``, ``first`` and ``total`` with ``_low`` and ``_high``, corrected for
    luck where replications allow, ``first_observed``, ``total_observed`` as SALib computes them from mean responses,
    ``first_is_noise``, ``total_is_noise`` (about 0 or below, which no share is), ``chance`` (that an input without
    effect has such a total), ``chance_corrected`` for the number of inputs, and ``told_apart``: whether that is at most
    5%. ``second`` has one row per pair (``input``, ``other``, ``second``, ``low``, ``high``), empty unless asked
    for. NaN means that an index cannot be known; ``messages`` say why. ``needed`` says what would do.
    """

    measure: str
    indices: pd.DataFrame
    second: pd.DataFrame
    noise: Noise
    blocks: int
    messages: tuple[str, ...]
    needed: Needed


def sobol_indices(responses: Responses, design: Saltelli, plan: Plan = USUAL) -> SobolResult:
    """Sobol' indices of the mean response to each input of a Saltelli design.

    Parameters
    ----------
    responses : Responses
        One measure, laid out by the design.
    design : Saltelli
        Its ``second_order`` says whether pairs can be had.
    plan : Plan
        Bootstrap and what to do about gaps. Whole blocks are resampled, and the lucks that all blocks share are left
        out in turn, so that the intervals cover both the choice of design points and that of lucks.

    Raises
    ------
    SensitivityError
        When there are gaps that the plan refuses.
    """
    blocks = cut(responses, design.block, plan.missing)
    noise = luck_and_parameters(responses.matrix)
    enough = needed(noise, design)
    messages = [*blocks.messages, *_constant(blocks)]
    if len(messages) > len(blocks.messages) or blocks.too_few:
        return SobolResult(responses.name, *_unknown(design), noise, len(blocks.values), tuple(messages), enough)
    scaled, terms = _scaled(blocks), _corrected(responses, blocks, design)
    if _variance(terms) <= FAINT * _variance(_terms(scaled, design)):
        return SobolResult(responses.name, *_unknown(design), noise, len(scaled), (*messages, DROWNED), enough)
    observed, found = _estimates(scaled, design), _from_means(terms.mean(axis=0)[:, None], design)
    resampled = _resample(terms, design, plan, responses.name)
    if _is_too_wide(resampled["total"], plan.level):
        told = f"{TOO_WIDE}: {enough.advice(noise.replications, design.base)}"
        return SobolResult(responses.name, *_unknown(design), noise, len(scaled), (*messages, told), enough)
    error = _by_kind(luck_error(responses, lambda fewer: _indices(fewer, design, plan), plan.level), design)
    table: dict[str, Any] = {"input": list(design.inputs)}
    for kind in ("first", "total"):
        ends = _ends(found[kind][:, 0], resampled[kind], error[kind], plan.level)
        table |= {kind: found[kind][:, 0], f"{kind}_low": ends[:, 0], f"{kind}_high": ends[:, 1]}
        table[f"{kind}_observed"] = observed[kind]
        table[f"{kind}_is_noise"] = is_noise(found[kind][:, 0], ends[:, 0], ends[:, 1])
    table["chance"] = _chances(found["total"][:, 0], resampled["total"], error["total"], (responses, plan))
    second = _pairs(
        design, found["second"], _ends(found["second"][:, 0], resampled["second"], error["second"], plan.level)
    )
    (indices,) = with_correction([pd.DataFrame(table)])
    return SobolResult(responses.name, indices, second, noise, len(scaled), (*messages, noise.in_words()), enough)


def _scaled(blocks: Blocks) -> Matrix:
    """Mean responses with mean 0 and variance 1."""
    return np.asarray((blocks.values - blocks.values.mean()) / blocks.values.std())


def _corrected(responses: Responses, blocks: Blocks, design: Saltelli) -> Matrix:
    """The terms of each block, without what luck adds to them where replications tell it."""
    terms = _terms(_scaled(blocks), design)
    if not luck_and_parameters(responses.matrix).is_known:
        return terms
    return np.asarray(terms - _luck_terms(_luck(responses.matrix, blocks), design) / blocks.values.var())


def _indices(responses: Responses, design: Saltelli, plan: Plan) -> Matrix:
    """All indices in one row: first, total, second; NaN where these responses give none."""
    blocks, groups = cut(responses, design.block, plan.missing), len(design.inputs)
    if blocks.too_few or is_constant(blocks.values):
        return np.full(2 * groups + (math.comb(groups, 2) if design.second_order else 0), math.nan)
    found = _from_means(_corrected(responses, blocks, design).mean(axis=0)[:, None], design)
    return np.concatenate([found[kind].reshape(-1) for kind in ("first", "total", "second")])


def _by_kind(row: Matrix, design: Saltelli) -> dict[str, Matrix]:
    groups = len(design.inputs)
    return {"first": row[:groups], "total": row[groups : 2 * groups], "second": row[2 * groups :]}


def _is_too_wide(resampled: Matrix, level: float) -> bool:
    """Whether the widest interval of a total index is wider than all that such an index can be."""
    ends = [percentile(draws, level) for draws in resampled]
    return max(high - low for low, high in ends) > WIDEST


def _variance(terms: Matrix) -> float:
    """The variance that the indices are shares of, from the means of the terms."""
    mean, square = terms[:, :2].mean(axis=0)
    return float(square - mean * mean)


def _luck(matrix: Matrix, blocks: Blocks) -> Matrix:
    """What luck adds to each run of the blocks kept, apart from what it adds everywhere alike; NaN where missing."""
    whole = matrix[~np.isnan(matrix).any(axis=1)]
    rest = (matrix - whole.mean(axis=0)).reshape(len(blocks.kept), -1, matrix.shape[1])[blocks.kept]
    apart: Matrix = rest - np.nanmean(rest, axis=2, keepdims=True)
    return apart


def _luck_terms(luck: Matrix, design: Saltelli) -> Matrix:
    """What luck adds to the terms of each block, in expectation: covariances of the mean responses of two points.

    A product of two mean responses exceeds the product of their expectations by the covariance that luck gives them.
    Runs of one replication share their luck, so two points that behave alike have luck that cancels in their
    difference, and an input without any effect keeps an index of exactly 0; independent noise is a special case.
    """
    known = ~np.isnan(luck)
    values = np.where(known, luck, 0.0)

    def shared(one: Any, other: Any) -> Matrix:
        both = (known[:, one] & known[:, other]).sum(axis=-1)
        products = (values[:, one] * values[:, other]).sum(axis=-1)
        return np.asarray(np.where(both > 1, products / (np.maximum(both - 1, 1) * np.maximum(both, 1)), 0.0))

    groups, last = len(design.inputs), luck.shape[1] - 1
    swapped = list(range(1, groups + 1))
    first = np.column_stack([shared(last, i) - shared(last, 0) for i in swapped])
    total = np.column_stack([0.5 * (shared(0, 0) + shared(i, i)) - shared(0, i) for i in swapped])
    pairs = combinations(range(1, groups + 1), 2) if design.second_order else ()
    second = [shared(groups + i, j) - shared(0, last) for i, j in pairs]
    nothing, square = np.zeros(len(luck)), (shared(0, 0) + shared(last, last)) / 2
    return np.column_stack([nothing, square, first, total, *second])


def _parts(scaled: Matrix, design: Saltelli) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    """A, B, AB and BA (AB again when the design has none) with blocks along the first axis."""
    groups = len(design.inputs)
    swapped = scaled[:, 1 : groups + 1]
    back = scaled[:, groups + 1 : 2 * groups + 1] if design.second_order else swapped
    return scaled[:, 0], scaled[:, -1], swapped, back


def _estimates(scaled: Matrix, design: Saltelli) -> dict[str, Matrix]:
    """SALib's estimators (Saltelli et al. 2010; second order Saltelli 2002)."""
    from SALib.analyze.sobol import first_order, second_order, total_order

    a, b, ab, ba = _parts(scaled, design)
    inputs = range(len(design.inputs))
    pairs = combinations(inputs, 2) if design.second_order else ()
    return {
        "first": np.array([first_order(a, ab[:, i], b) for i in inputs]),
        "total": np.array([total_order(a, ab[:, i], b) for i in inputs]),
        "second": np.array([second_order(a, ab[:, i], ab[:, j], ba[:, i], b) for i, j in pairs]),
    }


def _resample(terms: Matrix, design: Saltelli, plan: Plan, name: str) -> dict[str, Matrix]:
    """Indices from blocks drawn with replacement; a resample that is constant gives NaN.

    SALib's estimators are means over blocks divided by a variance, so a resample needs only how often each block was
    drawn: a matrix product in place of a thousand passes over the answers.
    """
    luck, blocks = generator(plan.seed, f"sensitivity/sobol/{name}"), len(terms)
    means = np.empty((plan.resamples, terms.shape[1]))
    for begin in range(0, plan.resamples, _BATCH):
        drawn = luck.integers(blocks, size=(min(_BATCH, plan.resamples - begin), blocks))
        counts = np.stack([np.bincount(row, minlength=blocks) for row in drawn])
        means[begin : begin + len(drawn)] = counts @ terms / blocks
    return _from_means(means.T, design)


def _terms(scaled: Matrix, design: Saltelli) -> Matrix:
    """What each block adds to the mean, the mean square and the numerators of the indices, a column each."""
    a, b, ab, ba = _parts(scaled, design)
    first = b[:, None] * (ab - a[:, None])
    total = 0.5 * (a[:, None] - ab) ** 2
    pairs = combinations(range(len(design.inputs)), 2) if design.second_order else ()
    second = [ba[:, i] * ab[:, j] - a * b for i, j in pairs]
    return np.column_stack([(a + b) / 2, (a * a + b * b) / 2, first, total, *second])


def _from_means(means: Matrix, design: Saltelli) -> dict[str, Matrix]:
    """Indices from the means of the terms, resamples along the last axis."""
    groups = len(design.inputs)
    variance = means[1] - means[0] * means[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = np.where(variance > 1e-12, means[2:] / variance, np.nan)
    first, total, joint = shares[:groups], shares[groups : 2 * groups], shares[2 * groups :]
    pairs = combinations(range(groups), 2) if design.second_order else ()
    alone = [first[i] + first[j] for i, j in pairs]
    return {"first": first, "total": total, "second": joint - np.array(alone) if alone else joint}


def _ends(found: Matrix, resampled: Matrix, error: Matrix, level: float) -> Matrix:
    """Low and high end of each index, a row each."""
    each = zip(found.tolist(), resampled, error, strict=True)
    return np.array([widened(value, percentile(draws, level), half) for value, draws, half in each]).reshape(-1, 2)


def _chances(found: Matrix, resampled: Matrix, error: Matrix, made: tuple[Responses, Plan]) -> list[float]:
    """For each total index, the chance of one this large without any effect."""
    responses, plan = made
    groups = luck_groups(responses)
    downs = [value - percentile(draws, plan.level)[0] for value, draws in zip(found, resampled, strict=True)]
    each = zip(found.tolist(), downs, error.tolist(), strict=True)
    return [chance_of_none(value, down, half, groups, plan.level) for value, down, half in each]


def _pairs(design: Saltelli, found: Matrix, ends: Matrix) -> pd.DataFrame:
    pairs = list(combinations(design.inputs, 2)) if design.second_order else []
    rows = [(*pair, float(value[0]), *both) for pair, value, both in zip(pairs, found, ends.tolist(), strict=True)]
    return pd.DataFrame(rows, columns=["input", "other", "second", "low", "high"])


def _constant(blocks: Blocks) -> list[str]:
    """Say so when nothing varies, or nothing in the samples A and B that the variance is taken from."""
    if blocks.too_few:
        return []
    if is_constant(blocks.values):
        return [f"constant: every design point answers {blocks.values.flat[0]:.4g}; there is no variance to apportion"]
    if is_constant(blocks.values[:, [0, -1]]):
        return [TOO_FEW]
    telling = _telling(blocks.values[:, [0, -1]])
    if telling < FEWEST_TELLING:
        return [f"{TOO_FEW}: all hangs on about {telling:.0f} of {len(blocks.values):,}"]
    return []


def _telling(values: Matrix) -> float:
    """How many blocks the variance hangs on (Kish 1965): of something rare it is one or two, whatever the bootstrap.

    Resamples of one block that varies give the same index as often as they hold it, and so an interval that is a point.
    """
    squares = ((values - values.mean()) ** 2).sum(axis=1)
    return float(squares.sum() ** 2 / (squares * squares).sum())


def _unknown(design: Saltelli) -> tuple[pd.DataFrame, pd.DataFrame]:
    columns: dict[str, Any] = {"input": list(design.inputs)}
    for kind in ("first", "total"):
        columns |= dict.fromkeys((f"{kind}{end}" for end in ("", "_low", "_high", "_observed")), math.nan)
        columns[f"{kind}_is_noise"] = False
    blank = pd.DataFrame(columns | {"chance": math.nan, "chance_corrected": math.nan, "told_apart": False})
    pairs = list(combinations(design.inputs, 2)) if design.second_order else []
    second = pd.DataFrame(pairs, columns=["input", "other"]).assign(second=math.nan, low=math.nan, high=math.nan)
    return blank, second
