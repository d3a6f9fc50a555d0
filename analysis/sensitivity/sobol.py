"""Whose variance is it: first, total and second-order Sobol' indices of the mean response, with intervals."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analysis.designs import Saltelli
from analysis.intervals.resampling import percentile
from analysis.sensitivity.noise import Noise, luck_and_parameters
from analysis.sensitivity.responses import USUAL, Blocks, Matrix, Plan, Responses, cut, is_constant
from sim.luck import generator

_BATCH = 50
"""Resamples held at a time."""


class SobolResult(NamedTuple):
    """Sobol' indices of one measure.

    ``indices`` has a row an input: ``input``, ``first`` and ``total`` with ``_low`` and ``_high``, corrected for luck
    where replications allow, and ``first_observed``, ``total_observed`` as SALib computes them from mean responses.
    ``second`` has a row a pair (``input``, ``other``, ``second``, ``low``, ``high``), empty unless asked for. NaN means
    that an index cannot be known; ``messages`` say why.
    """

    measure: str
    indices: pd.DataFrame
    second: pd.DataFrame
    noise: Noise
    blocks: int
    messages: tuple[str, ...]


def sobol_indices(responses: Responses, design: Saltelli, plan: Plan = USUAL) -> SobolResult:
    """Sobol' indices of the mean response to each input of a Saltelli design.

    Parameters
    ----------
    responses : Responses
        One measure, laid out by the design.
    design : Saltelli
        Its ``second_order`` says whether pairs can be had.
    plan : Plan
        Bootstrap and what to do about gaps. Whole blocks are resampled, so the intervals cover both the choice of
        design points and the luck of their runs.

    Raises
    ------
    SensitivityError
        When there are gaps that the plan refuses.
    """
    blocks = cut(responses, design.block, plan.missing)
    noise = luck_and_parameters(responses.matrix)
    messages = [*blocks.messages, *_constant(blocks)]
    if len(messages) > len(blocks.messages) or blocks.too_few:
        return SobolResult(responses.name, *_unknown(design), noise, len(blocks.values), tuple(messages))
    scaled = (blocks.values - blocks.values.mean()) / blocks.values.std()
    found = _estimates(scaled, design)
    resampled = _resample(scaled, design, plan, responses.name)
    correction, said = _correction(blocks, noise, design)
    table = {"input": list(design.inputs)}
    table |= _columns("first", found["first"], resampled["first"], correction.first, plan.level)
    table |= _columns("total", found["total"], resampled["total"], correction.total, plan.level)
    second = _pairs(design, found["second"], resampled["second"], correction.first, plan.level)
    messages += [*said, noise.in_words()]
    return SobolResult(responses.name, pd.DataFrame(table), second, noise, len(scaled), tuple(messages))


class _Correction(NamedTuple):
    """Turns an index of observed mean responses into one of the responses without luck."""

    scale: float = 1.0
    shift: float = 0.0

    def first(self, index: Any) -> Any:
        """Luck adds to the variance that is divided by."""
        return index * self.scale

    def total(self, index: Any) -> Any:
        """Luck also adds to the differences that a total index is made of."""
        return index * self.scale - self.shift


def _correction(blocks: Blocks, noise: Noise, design: Saltelli) -> tuple[_Correction, list[str]]:
    if not noise.is_known:
        return _Correction(), []
    ends = blocks.values[:, [0, design.block - 1]]
    observed = float(ends.var())
    without = observed - noise.of_means
    if without <= 0.01 * observed:
        told = (
            "luck accounts for all differences between mean responses: more replications are needed to see any effect"
        )
        return _Correction(math.nan, math.nan), [told]
    return _Correction(observed / without, noise.of_means / without), []


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


def _resample(scaled: Matrix, design: Saltelli, plan: Plan, name: str) -> dict[str, Matrix]:
    """The same from blocks drawn with replacement; a resample that is constant gives NaN.

    SALib's estimators are means over blocks divided by a variance, so a resample needs only how often each block was
    drawn: a matrix product in place of a thousand passes over the answers.
    """
    luck = generator(plan.seed, f"sensitivity/sobol/{name}")
    terms, blocks = _terms(scaled, design), len(scaled)
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


def _columns(name: str, found: Matrix, resampled: Matrix, correct: Any, level: float) -> dict[str, Any]:
    ends = [percentile(value, draws, level) for value, draws in zip(found, resampled, strict=True)]
    return {
        name: correct(found),
        f"{name}_low": correct(np.array([end.low for end in ends])),
        f"{name}_high": correct(np.array([end.high for end in ends])),
        f"{name}_observed": found,
    }


def _pairs(design: Saltelli, found: Matrix, resampled: Matrix, correct: Any, level: float) -> pd.DataFrame:
    rows = []
    pairs = combinations(design.inputs, 2) if design.second_order else ()
    for (one, other), value, draws in zip(pairs, found, resampled, strict=True):
        rows.append((one, other, *(correct(end) for end in percentile(float(value), draws, level))))
    return pd.DataFrame(rows, columns=["input", "other", "second", "low", "high"])


def _constant(blocks: Blocks) -> list[str]:
    """Say so when nothing varies, or nothing in the samples A and B that the variance is taken from."""
    if blocks.too_few:
        return []
    if is_constant(blocks.values):
        return [f"constant: every design point answers {blocks.values.flat[0]:.4g}; there is no variance to apportion"]
    if is_constant(blocks.values[:, [0, -1]]):
        return ["the answer varies at too few design points to apportion its variance; take more base points"]
    return []


def _unknown(design: Saltelli) -> tuple[pd.DataFrame, pd.DataFrame]:
    names = [f"{kind}{end}" for kind in ("first", "total") for end in ("", "_low", "_high", "_observed")]
    blank = pd.DataFrame({"input": list(design.inputs), **dict.fromkeys(names, math.nan)})
    pairs = list(combinations(design.inputs, 2)) if design.second_order else []
    second = pd.DataFrame(pairs, columns=["input", "other"]).assign(second=math.nan, low=math.nan, high=math.nan)
    return blank, second
