"""Where cases are dense: the patient rule induction method (Friedman & Fisher 1999).

A box around all runs is peeled, a small share at a time, from whichever side makes the rest denser in cases, and at the
end pasted back where that helps. The path of boxes trades coverage (share of all cases inside) for density (share of
the runs inside that are cases).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import Counts, DiscoveryError, Inputs
from analysis.discovery.peeling import PATIENT, Objective, Patience, best_peel

__all__ = ["PATIENT", "Objective", "Patience", "PrimPath", "prim"]


class PrimPath(NamedTuple):
    """Boxes from all runs to the densest, and what each holds.

    ``moves`` says of each step what was done (start, peel or paste) and to which factor; ``whole`` are all runs and
    all cases.
    """

    boxes: tuple[Box, ...]
    moves: tuple[tuple[str, str], ...]
    runs: Counts
    cases: Counts
    whole: tuple[int, int]

    @property
    def coverage(self) -> NDArray[np.float64]:
        """Share of all cases in each box."""
        return np.asarray(self.cases / self.whole[1])

    @property
    def density(self) -> NDArray[np.float64]:
        """Share of the runs of each box that are cases; NaN in one without runs."""
        unknown = np.full(len(self.runs), np.nan)
        return np.asarray(np.divide(self.cases, self.runs, out=unknown, where=self.runs > 0))

    @property
    def table(self) -> pd.DataFrame:
        """A row a box.

        ``step``, ``move`` (start, peel or paste), ``factor``, ``coverage``, ``density``, ``mass`` (share of all runs
        inside), ``runs``, ``cases`` and ``restricted`` (factors with a limit).
        """
        return pd.DataFrame(
            {
                "step": range(len(self.boxes)),
                "move": [move for move, _ in self.moves],
                "factor": [factor for _, factor in self.moves],
                "coverage": self.coverage,
                "density": self.density,
                "mass": self.runs / self.whole[0],
                "runs": self.runs,
                "cases": self.cases,
                "restricted": [len(box.limits) for box in self.boxes],
            }
        )

    def best(self) -> int:
        """Step with the best balance of coverage and density (largest harmonic mean)."""
        return int((2 * self.cases / (self.runs + self.whole[1])).argmax())


class _Taken(NamedTuple):
    factor: str
    limit: Limit
    inside: Mask


def prim(inputs: Inputs, patience: Patience = PATIENT) -> PrimPath:
    """Peel a box around all runs towards the cases, then paste.

    Parameters
    ----------
    inputs : Inputs
        Settings with their runs and cases.
    patience : Patience
        How much at a time, and down to what.

    Raises
    ------
    DiscoveryError
        When the patience is not made of shares strictly between 0 and 1.
    """
    if not (0 < patience.peel < 1 and 0 < patience.smallest < 1):
        raise DiscoveryError("peel and smallest are shares strictly between 0 and 1")
    box, inside = Box(), np.ones(len(inputs.runs), dtype=bool)
    path = [("start", "", box, inside)]
    while (peel := best_peel(inputs, inside, patience)) is not None:
        inside = inside & peel.inside
        box = box.replace(peel.factor, peel.limit(box, inputs, inside))
        path.append(("peel", peel.factor, box, inside))
    while (move := _best_paste(inputs, box, inside, patience)) is not None:
        box, inside = _tidied(box, move), move.inside
        path.append(("paste", move.factor, box, inside))
    masks = np.array([inside for *_, inside in path])
    moves = tuple((move, factor) for move, factor, *_ in path)
    whole = int(inputs.runs.sum()), int(inputs.cases.sum())
    return PrimPath(tuple(box for _, _, box, _ in path), moves, masks @ inputs.runs, masks @ inputs.cases, whole)


def _density(inputs: Inputs, inside: Mask) -> float:
    runs = int(inputs.runs[inside].sum())
    return float(inputs.cases[inside].sum() / runs) if runs else math.nan


def _best_paste(inputs: Inputs, box: Box, inside: Mask, patience: Patience) -> _Taken | None:
    """The paste that makes the box densest, if any makes it denser than it is."""
    best, best_density = None, _density(inputs, inside)
    for name, limit in box.limits.items():
        around = inputs.inside(box.without(name))
        for move in _pastes(inputs, name, limit, (inside, around), patience.peel):
            density = _density(inputs, move.inside)
            if density > best_density:
                best, best_density = move, density
    return best


def _pastes(inputs: Inputs, name: str, limit: Limit, masks: tuple[Mask, Mask], share: float) -> Iterator[_Taken]:
    """Every way to take back a small share: beyond either end of a number, or one name."""
    inside, around = masks
    if isinstance(limit, Members):
        wider: Iterator[Limit] = _with_one_more_name(limit)
    else:
        values = inputs.column(name)[around]
        count = max(1, int(share * inputs.runs[inside].sum()))
        wider = _with_a_further_end(limit, values, inputs.runs[around], count)
    for taken in wider:
        yield _Taken(name, taken, around & inputs.holds(name, taken))


def _with_one_more_name(limit: Members) -> Iterator[Members]:
    for added in limit.of:
        if added not in limit.names:
            yield Members(tuple(name for name in limit.of if name in limit.names or name == added), limit.of)


def _with_a_further_end(limit: Span, values: NDArray[np.float64], runs: Counts, count: int) -> Iterator[Span]:
    """The span with one of its ends moved outwards past ``count`` more runs."""
    below = values < limit.low
    if below.any():
        yield Span(-_end_past(-values[below], runs[below], count), limit.high)
    above = values >= limit.high
    if above.any():
        yield Span(limit.low, _end_past(values[above], runs[above], count))


def _end_past(beyond: NDArray[np.float64], runs: Counts, count: int) -> float:
    """Halfway between the last value that is taken back and the next one; open where there is no next one."""
    levels, place = np.unique(beyond, return_inverse=True)
    reached = np.cumsum(np.bincount(place, weights=runs))
    last = int(np.searchsorted(reached, count))
    return math.inf if last >= len(levels) - 1 else float(levels[last] + levels[last + 1]) / 2


def _tidied(box: Box, move: _Taken) -> Box:
    """The box after a paste, without a limit that no longer limits anything."""
    limit = move.limit
    free = limit == Span() if isinstance(limit, Span) else len(limit.names) == len(limit.of)
    return box.without(move.factor) if free else box.replace(move.factor, limit)
