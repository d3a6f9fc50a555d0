"""Which box of a search is chosen: few limits, none that chance explains, rounded, the one that stands out most."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.discovery.box import Box, Limit, Mask, Members, Span
from analysis.discovery.case_table import Inputs
from analysis.discovery.prim import PATIENT, Patience, PrimPath, prim

CHANCE = 0.05
"""Quasi-p value above which a limit could be chance and is dropped."""

EARNED = 0.97
"""A limit goes when the box without it stands out at least this share of as much as with it."""

_LOOKED_AT = 12
"""Boxes along a path that are considered, beside the best."""
_FINEST = 3
"""Digits beyond the usual that a limit may have before it is left as it was found."""


class Search(NamedTuple):
    """The box chosen, without limits when there is none worth choosing, and the path that it lies on."""

    box: Box
    path: PrimPath

    @property
    def found(self) -> bool:
        """Whether there is a box at all."""
        return bool(self.box.limits)


def search(inputs: Inputs, patience: Patience = PATIENT) -> Search:
    """Search a box, choose one along its path, and simplify it.

    Parameters
    ----------
    inputs : Inputs
        Settings with runs and cases, neither none nor all of them cases.
    patience : Patience
        Of the peeling.
    """
    chosen = [Search(_chosen(inputs, path), path) for path in _paths(inputs, patience)]
    return max(chosen, key=lambda one: standing_out(inputs, one.box))


def standing_out(inputs: Inputs, box: Box) -> float:
    """How far the cases inside exceed those that so many runs have elsewhere, in standard deviations; 0 without limits.

    Of two boxes that is larger for the one that chance explains less, whether by its density or by its size.
    """
    return _standing(inputs, inputs.inside(box))


def _standing(inputs: Inputs, inside: Mask) -> float:
    runs, cases = int(inputs.runs[inside].sum()), int(inputs.cases[inside].sum())
    everything, usual = int(inputs.runs.sum()), inputs.density
    spread = runs * usual * (1 - usual) * (1 - runs / everything)
    return float((cases - runs * usual) / np.sqrt(spread)) if spread > 0 else 0.0


def quasi_p(inputs: Inputs, box: Box) -> pd.DataFrame:
    """For each limit, the chance of so many cases inside if that limit made no difference.

    Binomial: the runs inside, each a case with the density of the box without the limit (Bryant & Lempert 2010).
    """
    masks = _masks(inputs, box)
    chances, densities = _chances(inputs, masks)
    conditions = [limit.words(name) for name, limit in box.limits.items()]
    return pd.DataFrame(
        {"factor": list(box.limits), "condition": conditions, "quasi_p": chances, "density_without": densities}
    )


def _masks(inputs: Inputs, box: Box) -> dict[str, Mask]:
    return {name: inputs.holds(name, limit) for name, limit in box.limits.items()}


def _inside(masks: dict[str, Mask], without: str = "") -> Mask:
    """Where all limits hold, or all but one."""
    return np.asarray(np.logical_and.reduce([mask for name, mask in masks.items() if name != without], axis=0))


def _chances(inputs: Inputs, masks: dict[str, Mask]) -> tuple[np.ndarray, np.ndarray]:
    """For each limit the chance of so many cases if it made no difference, and the density without it."""
    from scipy.special import bdtrc

    inside = _inside(masks)
    runs, cases = int(inputs.runs[inside].sum()), int(inputs.cases[inside].sum())
    wider = np.array([np.broadcast_to(_inside(masks, name), inside.shape) for name in masks])
    densities = (wider @ inputs.cases) / np.maximum(wider @ inputs.runs, 1)
    return np.asarray(bdtrc(cases - 1, runs, densities)) if cases else np.ones(len(densities)), densities


def _paths(inputs: Inputs, patience: Patience) -> list[PrimPath]:
    """A path by all factors, and one by numbers alone: among few cases a name is easily peeled whole by chance."""
    paths = [prim(inputs, patience)]
    if inputs.numeric and inputs.named:
        paths.append(prim(inputs.with_numbers_alone(), patience))
    return paths


def _chosen(inputs: Inputs, path: PrimPath) -> Box:
    """Of boxes along the path, stripped of what could be chance, the one that stands out most; none that does not."""
    steps = sorted({path.best(), *np.linspace(0, len(path.boxes) - 1, _LOOKED_AT).astype(int).tolist()})
    best, most = Box(), 0.0
    for step in steps:
        box = _rounded(inputs, path.boxes[step])
        masks = _simplest(inputs, _pruned(inputs, _masks(inputs, box)))
        stands = _standing(inputs, _inside(masks)) if masks else 0.0
        if stands > most:
            best, most = Box({name: box.limits[name] for name in masks}), stands
    return best


def _pruned(inputs: Inputs, masks: dict[str, Mask]) -> dict[str, Mask]:
    """The limits without those that could be chance, the weakest first."""
    while masks:
        chances, _ = _chances(inputs, masks)
        worst = int(chances.argmax())
        if chances[worst] <= CHANCE:
            return masks
        masks = _without(masks, list(masks)[worst])
    return masks


def _simplest(inputs: Inputs, masks: dict[str, Mask]) -> dict[str, Mask]:
    """The limits without those that hardly earn their place: a reader keeps few of them in mind."""
    while len(masks) > 1:
        fewer = max((_without(masks, name) for name in masks), key=lambda other: _standing(inputs, _inside(other)))
        if _standing(inputs, _inside(fewer)) < EARNED * _standing(inputs, _inside(masks)):
            return masks
        masks = fewer
    return masks


def _without(masks: dict[str, Mask], name: str) -> dict[str, Mask]:
    return {other: mask for other, mask in masks.items() if other != name}


def _rounded(inputs: Inputs, box: Box) -> Box:
    """The box with its limits in steps worth stating, except where that would change who is inside by over 2%."""
    masks = _masks(inputs, box)
    runs = int(inputs.runs[_inside(masks)].sum()) if masks else 0
    for name, limit in box.limits.items():
        for finer in range(_FINEST):
            rounded = _round(inputs, name, limit, finer)
            tried = masks | {name: inputs.holds(name, rounded)}
            if abs(int(inputs.runs[_inside(tried)].sum()) - runs) <= 0.02 * runs:
                box, masks = box.replace(name, rounded), tried
                break
    return box


def _round(inputs: Inputs, name: str, limit: Limit, finer: int) -> Limit:
    if isinstance(limit, Members):
        return limit
    return Span(*(inputs.rounded(name, end, finer) for end in limit))
