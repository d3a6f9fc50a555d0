"""Where cases are dense: the patient rule induction method (Friedman & Fisher 1999).

A box around all runs is peeled, a small share at a time, from whichever side makes the rest denser in cases, and at the
end pasted back where that helps. The path of boxes trades coverage (share of all cases inside) for density (share of
the runs inside that are cases).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import DiscoveryError, Inputs


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


class PrimPath(NamedTuple):
    """Boxes from all runs to the densest, and what each holds.

    ``table`` has a row a box: ``step``, ``move`` (start, peel or paste), ``factor``, ``coverage``, ``density``,
    ``mass`` (share of all runs inside), ``runs``, ``cases`` and ``restricted`` (factors with a limit).
    """

    boxes: tuple[Box, ...]
    table: pd.DataFrame

    def best(self) -> int:
        """Step with the best balance of coverage and density (largest harmonic mean)."""
        coverage, density = self.table["coverage"], self.table["density"]
        balance = 2 * coverage * density / (coverage + density).where(coverage + density > 0, 1)
        return int(balance.to_numpy().argmax())


class _Move(NamedTuple):
    factor: str
    limit: Limit
    inside: Mask


def prim(inputs: Inputs, patience: Patience = PATIENT) -> PrimPath:
    """Peel a box around all runs towards the cases, then paste.

    Parameters
    ----------
    inputs : Inputs
        Factors and cases.
    patience : Patience
        How much at a time, and down to what.

    Raises
    ------
    DiscoveryError
        When the patience is not made of shares strictly between 0 and 1.
    """
    if not (0 < patience.peel < 1 and 0 < patience.smallest < 1):
        raise DiscoveryError("peel and smallest are shares strictly between 0 and 1")
    box, inside = Box(), np.ones(len(inputs.cases), dtype=bool)
    path = [("start", "", box, inside)]
    while (move := _best_peel(inputs, box, inside, patience)) is not None:
        box, inside = box.replace(move.factor, move.limit), move.inside
        path.append(("peel", move.factor, box, inside))
    while (move := _best_paste(inputs, box, inside, patience)) is not None:
        box, inside = _tidied(box, move), move.inside
        path.append(("paste", move.factor, box, inside))
    rows = [
        (step, kind, factor, *_held(inputs, inside), len(box.limits))
        for step, (kind, factor, box, inside) in enumerate(path)
    ]
    columns = ["step", "move", "factor", "coverage", "density", "mass", "runs", "cases", "restricted"]
    return PrimPath(tuple(step[2] for step in path), pd.DataFrame(rows, columns=columns))


def _held(inputs: Inputs, inside: Mask) -> tuple[float, float, float, int, int]:
    """Coverage, density, mass, runs and cases of the runs inside."""
    runs, cases = int(inside.sum()), int(inputs.cases[inside].sum())
    return cases / int(inputs.cases.sum()), cases / runs if runs else math.nan, runs / len(inside), runs, cases


def _best_peel(inputs: Inputs, box: Box, inside: Mask, patience: Patience) -> _Move | None:
    """The peel that serves the objective best; none when the box is pure or would get too small."""
    runs = int(inside.sum())
    density = float(inputs.cases[inside].mean())
    least = max(1, math.ceil(patience.smallest * len(inside)))
    best, best_score = None, -math.inf
    if density == 1.0:
        return None
    for move in _peels(inputs, box, inside, patience.peel):
        left = int(move.inside.sum())
        if not least <= left < runs:
            continue
        score = float(inputs.cases[move.inside].mean())
        if patience.objective is Objective.lenient:
            score = (score - density) / (runs - left)
        if score > best_score:
            best, best_score = move, score
    return best


def _peels(inputs: Inputs, box: Box, inside: Mask, share: float) -> Iterator[_Move]:
    """Every way to give up a small share: either end of a number, or one name."""
    for name in inputs.numeric:
        yield from _peels_of_ends(inputs, name, box.span(name), inside, share)
    for name in inputs.named:
        yield from _peels_of_names(inputs, name, inside)


def _peels_of_ends(inputs: Inputs, name: str, span: Span, inside: Mask, share: float) -> Iterator[_Move]:
    column = inputs.table[name].to_numpy(dtype=np.float64)
    low, high = _outer_end(column[inside], share), -_outer_end(-column[inside], share)
    if math.isnan(low):
        return
    yield _Move(name, Span(low, span.high), inside & (column >= low))
    yield _Move(name, Span(span.low, high), inside & (column < high))


def _peels_of_names(inputs: Inputs, name: str, inside: Mask) -> Iterator[_Move]:
    every, present = inputs.values(name), inputs.table[name][inside].unique().tolist()
    for gone in sorted(present, key=str):
        names = tuple(value for value in every if value in present and value != gone)
        if names:
            yield _Move(name, Members(names, every), inside & (inputs.table[name] != gone).to_numpy(dtype=bool))


def _outer_end(values: NDArray[np.float64], share: float) -> float:
    """Where to cut off about a share of the lowest values, halfway between two of them; NaN when all are the same.

    At least the lowest value goes, so that a factor of few values can be peeled at all.
    """
    count = min(max(1, int(share * len(values))), len(values) - 1)
    first_kept = float(np.partition(values, count)[count])
    if first_kept == values.min():
        higher = values[values > first_kept]
        if not len(higher):
            return math.nan
        first_kept = float(higher.min())
    return (float(values[values < first_kept].max()) + first_kept) / 2


def _best_paste(inputs: Inputs, box: Box, inside: Mask, patience: Patience) -> _Move | None:
    """The paste that makes the box densest, if any makes it denser than it is."""
    best, best_density = None, float(inputs.cases[inside].mean())
    for name, limit in box.limits.items():
        around = box.without(name).holds(inputs.table)
        for move in _pastes(inputs, name, limit, (inside, around), patience.peel):
            density = float(inputs.cases[move.inside].mean())
            if density > best_density:
                best, best_density = move, density
    return best


def _pastes(inputs: Inputs, name: str, limit: Limit, masks: tuple[Mask, Mask], share: float) -> Iterator[_Move]:
    """Every way to take back a small share: beyond either end of a number, or one name."""
    inside, around = masks
    column = inputs.table[name]
    if isinstance(limit, Members):
        wider: Iterator[Limit] = _with_one_more_name(limit)
    else:
        values = column.to_numpy(dtype=np.float64)[around]
        wider = _with_a_further_end(limit, values, count=max(1, int(share * inside.sum())))
    for taken in wider:
        yield _Move(name, taken, around & taken.holds(column))


def _with_one_more_name(limit: Members) -> Iterator[Members]:
    for added in limit.of:
        if added not in limit.names:
            yield Members(tuple(name for name in limit.of if name in limit.names or name == added), limit.of)


def _with_a_further_end(limit: Span, values: NDArray[np.float64], count: int) -> Iterator[Span]:
    """The span with one of its ends moved outwards past ``count`` more values."""
    below = np.sort(values[values < limit.low])[::-1]
    if len(below):
        yield Span(_end_past(below, count, -math.inf), limit.high)
    above = np.sort(values[values >= limit.high])
    if len(above):
        yield Span(limit.low, _end_past(above, count, math.inf))


def _end_past(beyond: NDArray[np.float64], count: int, open_end: float) -> float:
    """Halfway between the last value that is taken back and the next one; open where there is no next one."""
    return open_end if len(beyond) <= count else (beyond[count - 1] + beyond[count]) / 2


def _tidied(box: Box, move: _Move) -> Box:
    """The box after a paste, without a limit that no longer limits anything."""
    limit = move.limit
    free = limit == Span() if isinstance(limit, Span) else len(limit.names) == len(limit.of)
    return box.without(move.factor) if free else box.replace(move.factor, limit)
