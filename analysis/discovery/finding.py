"""What was found, in words that carry their numbers: "no contact in 83% of runs when caution >= 0.62 ..."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.discovery.box import Box, Limit, Members, Span
from analysis.discovery.case_table import DiscoveryError, Inputs, make_inputs
from analysis.discovery.prim import PATIENT, Patience, PrimPath, prim
from analysis.discovery.tree import Tree, grow_tree
from analysis.discovery.where import matches
from analysis.estimates import Estimate, luck_numbers, outcome_words, share
from analysis.estimates.lucks import Lucks
from analysis.studies.designs import DONE, STATUS

CHANCE = 0.05
"""Quasi-p value above which a limit could be chance and is dropped."""

EARNED = 0.97
"""A limit goes when the balance of coverage and density without it is at least this share of that with it."""

_LOOKED_AT = 12
"""Boxes along a path that are considered, beside the best."""
_FINEST = 3
"""Digits beyond the usual that a limit may have before it is left as it was found."""


class Finding(NamedTuple):
    """A box as it is reported: limits rounded to what is worth stating, numbers counted inside those very limits.

    ``limits`` has one row per limited factor: ``factor``, ``condition``, ``quasi_p`` (chance of so many cases inside if
    that limit made no difference; Bryant & Lempert 2010) and ``density_without`` it. Runs that repeat a design point
    are counted as independent, which makes quasi-p values too small: they rank limits, they test nothing.
    """

    box: Box
    density: Estimate
    coverage: float
    runs: int
    cases: int
    limits: pd.DataFrame
    path: PrimPath
    words: str


class Discovery(NamedTuple):
    """All that was found about one question: boxes one after another, a tree, and the cases among all runs done.

    ``left_out`` runs failed: they are neither cases nor the opposite.
    """

    question: str
    runs: int
    cases: int
    left_out: int
    findings: tuple[Finding, ...]
    tree: Tree


def discover(
    table: pd.DataFrame,
    factors: Sequence[str],
    where: str,
    boxes: int = 2,
    patience: Patience = PATIENT,
) -> Discovery:
    """Find when it happens.

    Parameters
    ----------
    table : pandas.DataFrame
        Rows of a study, one a run; those that failed are left out and counted.
    factors : sequence of str
        Columns that conditions may be about.
    where : str
        Which runs are cases, such as ``outcome == 'no_contact'``.
    boxes : int
        How many boxes at most; each later one is found among the runs outside the earlier ones.
    patience : Patience
        Of the peeling.

    Returns
    -------
    Discovery
        Without findings when no box is denser in cases than the runs it was found among.

    Raises
    ------
    DiscoveryError, WhereError
        When the question cannot be asked of these rows.
    """
    if boxes < 1:
        raise DiscoveryError(f"at least one box, not {boxes}")
    done = table[table[STATUS] == DONE] if STATUS in table else table
    inputs = make_inputs(done, factors, matches(done, where))
    question, findings, lucks = question_in_words(where), [], luck_numbers(done)
    left = np.ones(len(inputs.cases), dtype=bool)
    for _ in range(boxes):
        cases = int(inputs.cases[left].sum())
        if cases == 0 or cases == left.sum():
            break
        found = _finding(inputs, left, (question, lucks), patience)
        if found is None:
            break
        findings.append(found)
        left &= ~found.box.holds(inputs.table)
    counts = len(done), int(inputs.cases.sum()), len(table) - len(done)
    return Discovery(question, *counts, tuple(findings), grow_tree(inputs))


def question_in_words(where: str) -> str:
    """``no contact`` for ``outcome == 'no_contact'``; any other condition as it stands."""
    for name, words in outcome_words().items():
        if where.replace('"', "'").replace(" ", "") == f"outcome=='{name}'":
            return words
    return where.strip()


def quasi_p(inputs: Inputs, box: Box) -> pd.DataFrame:
    """For each limit, the chance of so many cases inside if that limit made no difference.

    Binomial: the runs inside, each a case with the density of the box without the limit (Bryant & Lempert 2010).
    """
    from scipy.special import bdtrc  # as scipy.stats.binom.sf, which takes a second to import

    inside = box.holds(inputs.table)
    runs, cases = int(inside.sum()), int(inputs.cases[inside].sum())
    rows = []
    for name, limit in box.limits.items():
        without = inputs.cases[box.without(name).holds(inputs.table)]
        density = float(without.mean())
        rows.append((name, limit.words(name), float(bdtrc(cases - 1, runs, density)), density))
    return pd.DataFrame(rows, columns=["factor", "condition", "quasi_p", "density_without"])


def _finding(inputs: Inputs, left: np.ndarray, asked: tuple[str, Lucks], patience: Patience) -> Finding | None:
    question, lucks = asked
    among = inputs.among(left)
    chosen = [(_chosen(among, path), path) for path in _paths(among, patience)]
    box, path = max(chosen, key=lambda pair: _balance(among, pair[0]))
    inside = box.holds(inputs.table) & left
    runs, cases = int(inside.sum()), int(inputs.cases[inside].sum())
    usual = float(among.cases.mean())
    if not box.limits or cases / runs <= usual:
        return None
    coverage = cases / int(inputs.cases.sum())
    density = share(inputs.cases[inside].astype(np.float64), lucks[inside])
    beside = f"{usual:.0%} of all runs are" if left.all() else f"outside the boxes before it {usual:.0%} are"
    words = (
        f"{question} in {density.value:.0%} of runs when {box.words()} "
        f"(covers {coverage:.0%} of all such runs; {beside})"
    )
    return Finding(box, density, coverage, runs, cases, quasi_p(among, box), path, words)


def _paths(inputs: Inputs, patience: Patience) -> list[PrimPath]:
    """A path by all factors, and one by numbers alone: among few cases a name is easily peeled whole by chance."""
    paths = [prim(inputs, patience)]
    if inputs.numeric and inputs.named:
        numbers = inputs._replace(table=inputs.table[list(inputs.numeric)], named=())
        paths.append(prim(numbers, patience))
    return paths


def _chosen(inputs: Inputs, path: PrimPath) -> Box:
    """Of boxes along the path, stripped of what could be chance, the one that balances coverage and density best."""
    steps = sorted({path.best(), *np.linspace(0, len(path.boxes) - 1, _LOOKED_AT).astype(int).tolist()})
    boxes = [_simplest(inputs, _pruned(inputs, _rounded(inputs, path.boxes[step]))) for step in steps]
    return max(boxes, key=lambda box: _balance(inputs, box))


def _balance(inputs: Inputs, box: Box) -> float:
    """Harmonic mean of coverage and density; 0 for a box without limits, which says nothing."""
    inside = box.holds(inputs.table)
    return 2 * float(inputs.cases[inside].sum()) / float(inside.sum() + inputs.cases.sum()) if box.limits else 0.0


def _pruned(inputs: Inputs, box: Box) -> Box:
    """The box without limits that could be chance, the weakest first."""
    while box.limits:
        table = quasi_p(inputs, box)
        worst = int(table["quasi_p"].to_numpy().argmax())
        if table["quasi_p"].iloc[worst] <= CHANCE:
            return box
        box = box.without(str(table["factor"].iloc[worst]))
    return box


def _simplest(inputs: Inputs, box: Box) -> Box:
    """The box without limits that hardly earn their place: a reader keeps few of them in mind."""
    while len(box.limits) > 1:
        fewer = max((box.without(name) for name in box.limits), key=lambda other: _balance(inputs, other))
        if _balance(inputs, fewer) < EARNED * _balance(inputs, box):
            return box
        box = fewer
    return box


def _rounded(inputs: Inputs, box: Box) -> Box:
    """The box with its limits in steps worth stating, except where that would change who is inside by over 2%."""
    runs = int(box.holds(inputs.table).sum())
    for name, limit in box.limits.items():
        for finer in range(_FINEST):
            rounded = box.replace(name, _round(inputs, name, limit, finer))
            if abs(int(rounded.holds(inputs.table).sum()) - runs) <= 0.02 * runs:
                box = rounded
                break
    return box


def _round(inputs: Inputs, name: str, limit: Limit, finer: int) -> Limit:
    if isinstance(limit, Members):
        return limit
    return Span(*(inputs.rounded(name, end, finer) for end in limit))
