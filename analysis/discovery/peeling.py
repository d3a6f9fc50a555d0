"""One peel of a box: of all ways to give up a small share of the runs inside, the one that serves best.

A search is repeated hundreds of times to learn what it finds where there is nothing, so all numeric factors are peeled
at once, sorted beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import Counts, Inputs

Numbers = NDArray[np.float64]


class Objective(StrEnum):
    """What a peel is chosen by."""

    lenient = "lenient"
    """Gain in density per run given up (Kwakkel & Jaxa-Rozen 2016): fair to names, which can only be peeled whole."""
    original = "original"
    """Density of what is left (Friedman & Fisher)."""


class Patience(NamedTuple):
    """How a box is peeled.

    ``peel`` is the share of the runs inside given up at a time (0.05), ``smallest`` the least share of all runs that a
    box may hold (0.05).
    """

    peel: float = 0.05
    smallest: float = 0.05
    objective: Objective = Objective.lenient


PATIENT = Patience()


class Peel(NamedTuple):
    """What may be given up: ``inside`` holds where it is not. ``cut`` is a limit from below or above, or a name."""

    factor: str
    inside: Mask
    cut: float | None
    from_below: bool

    def limit(self, box: Box, inputs: Inputs, inside: Mask) -> Limit:
        """The limit on the factor after the peel."""
        if self.cut is None:
            every, present = inputs.names[self.factor], set(inputs.codes[self.factor][inside].tolist())
            return Members(tuple(value for code, value in enumerate(every) if code in present), every)
        span = box.span(self.factor)
        return Span(self.cut, span.high) if self.from_below else Span(span.low, self.cut)


class _Ends(NamedTuple):
    """For each numeric factor a peel from below and one from above, in turn: the cut, and the runs and cases that go.

    A cut from above is that of the values below 0; NaN where there is none.
    """

    cuts: Numbers
    runs: Numbers
    cases: Numbers


def best_peel(inputs: Inputs, inside: Mask, patience: Patience) -> Peel | None:
    """The peel that serves the objective best; none when the box is pure or would get too small."""
    runs, cases = int(inputs.runs[inside].sum()), int(inputs.cases[inside].sum())
    least = max(1, math.ceil(patience.smallest * int(inputs.runs.sum())))
    if runs == 0 or cases == runs:
        return None
    ends, names = _ends(inputs, inside, patience.peel), list(_names(inputs, inside))
    lost_runs = np.array([*ends.runs, *(entry[2] for entry in names)])
    lost_cases = np.array([*ends.cases, *(entry[3] for entry in names)])
    left = runs - lost_runs
    allowed = (left >= least) & (left < runs)
    if not allowed.any():
        return None
    score = (cases - lost_cases) / np.where(allowed, left, 1)
    if patience.objective is Objective.lenient:
        score = (score - cases / runs) / np.where(allowed, lost_runs, 1)
    best = int(np.where(allowed, score, -math.inf).argmax())
    if best >= len(ends.cuts):
        name, code, *_ = names[best - len(ends.cuts)]
        return Peel(name, inputs.codes[name] != code, None, True)
    place, above = divmod(best, 2)
    cut = float(ends.cuts[best])
    if above:
        return Peel(inputs.numeric[place], inputs.ends[2 * place] < -cut, -cut, False)
    return Peel(inputs.numeric[place], inputs.ends[2 * place] >= cut, cut, True)


def _ends(inputs: Inputs, inside: Mask, share: float) -> _Ends:
    """What may go at either end of every numeric factor."""
    if not inputs.numeric:
        nothing = np.zeros(0)
        return _Ends(nothing, nothing, nothing)
    order = inputs.order[inside[inputs.order]].reshape(len(inputs.order), -1)
    values = inputs.ends[np.arange(len(order))[:, None], order]
    return _outer_end(values, inputs.runs[order], inputs.cases[order], share)


def _outer_end(values: Numbers, runs: Counts, cases: Counts, share: float) -> _Ends:
    """Where to cut off about a share of the runs with the lowest values, halfway between two of these values.

    At least the lowest value goes, so that a factor of few values can be peeled at all.
    """
    rows = np.arange(len(values))
    reached = np.cumsum(runs, axis=1)
    whole = int(reached[0, -1])
    count = min(max(1, int(share * whole)), whole - 1)
    first = values[rows, np.minimum((reached <= count).sum(axis=1), values.shape[1] - 1)]
    first = np.where(first == values[:, 0], _second(values), first)
    gone = (values < first[:, None]).sum(axis=1)
    last = np.maximum(gone - 1, 0)
    known = ~np.isnan(first) & (gone > 0)
    total = np.cumsum(cases, axis=1)
    cuts = np.where(known, (values[rows, last] + first) / 2, np.nan)
    return _Ends(cuts, np.where(known, reached[rows, last], np.nan), np.where(known, total[rows, last], np.nan))


def _second(values: Numbers) -> Numbers:
    """The second lowest of the sorted values of each row; NaN where all are the same."""
    higher = values > values[:, :1]
    place = higher.argmax(axis=1)
    return np.where(higher.any(axis=1), values[np.arange(len(values)), place], np.nan)


def _names(inputs: Inputs, inside: Mask) -> Iterator[tuple[str, int, int, int]]:
    """Every name that may go, with the runs and cases that go with it."""
    for name, codes in inputs.codes.items():
        size = len(inputs.names[name])
        here = codes[inside]
        runs = np.bincount(here, weights=inputs.runs[inside], minlength=size)
        cases = np.bincount(here, weights=inputs.cases[inside], minlength=size)
        present = [code for code in range(size) if (here == code).any()]
        if len(present) > 1:
            for code in sorted(present, key=lambda code: str(inputs.names[name][code])):
                yield name, code, int(runs[code]), int(cases[code])
