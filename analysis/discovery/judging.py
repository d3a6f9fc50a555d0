"""What a box holds among runs that had no part in finding it, each luck counted once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.discovery.box import Mask
from analysis.discovery.case_table import Inputs, Trials
from analysis.discovery.prim import PrimPath
from analysis.discovery.tree import Tree
from analysis.estimates import Estimate, mean, share
from analysis.estimates.estimate import LEVEL, UNKNOWN


class Judged(NamedTuple):
    """A box among held-out runs.

    Attributes
    ----------
    density : Estimate
        Share of the runs inside that are cases.
    coverage : Estimate
        Share of all cases that are inside.
    usual : Estimate
        Share of the runs that are cases, of all among which the box was sought.
    gain : Estimate
        ``density`` less ``usual``, compared luck by luck.
    runs, cases : int
        Inside.
    """

    density: Estimate
    coverage: Estimate
    usual: Estimate
    gain: Estimate
    runs: int
    cases: int


def judged(trials: Trials, inside: Mask, among: Mask, level: float = LEVEL) -> Judged:
    """Judge a box by held-out runs.

    Parameters
    ----------
    trials : Trials
        The held-out runs.
    inside, among : array of bool
        Per setting, whether it lies in the box, and whether the box was sought there.
    level : float
        Confidence of the intervals.
    """
    here = (inside & among)[trials.setting]
    around = among[trials.setting]
    cases = trials.case.astype(np.float64)
    density = share(cases[here], trials.luck[here], level)
    usual = share(cases[around], trials.luck[around], level)
    coverage = share(here[trials.case].astype(np.float64), trials.luck[trials.case], level)
    gain = UNKNOWN
    if here.any():
        gain = _gain(trials.among(around), here[around], (density.value, usual.value), level)
    return Judged(density, coverage, usual, gain, int(here.sum()), int((here & trials.case).sum()))


def _gain(trials: Trials, here: Mask, shares: tuple[float, float], level: float) -> Estimate:
    """The density inside less that of all runs, with an interval that counts each luck once.

    Both shares are means; what each run adds to their difference, to first order, is a number whose mean is the
    difference, and of a mean the interval is known.
    """
    density, usual = shares
    cases = trials.case.astype(np.float64)
    weight = len(cases) / int(here.sum())
    adds = weight * here * (cases - density) - (cases - usual) + (density - usual)
    return mean(adds, trials.luck, level)


def judged_tree(tree: Tree, inputs: Inputs, trials: Trials) -> Tree:
    """The leaves of a tree counted among held-out runs.

    Their intervals hold together: with several leaves each is taken at a higher level (Bonferroni), so that all of
    them cover at once as often as one would.
    """
    level = 1 - (1 - LEVEL) / max(len(tree.leaves), 1)
    everything = np.ones(len(inputs.runs), dtype=bool)
    leaves = []
    for leaf in tree.leaves:
        found = judged(trials, inputs.inside(leaf.box), everything, level)
        apart = found.gain.low > 0 or found.gain.high < 0
        leaves.append(leaf._replace(runs=found.runs, cases=found.cases, density=found.density, told_apart=apart))
    return Tree(tuple(leaves))


def trajectory(path: PrimPath, inputs: Inputs, trials: Trials, among: Mask) -> pd.DataFrame:
    """Coverage and density of every box of a path, where it was sought and among held-out runs.

    Returns
    -------
    pandas.DataFrame
        A row a step: ``step``, ``limits`` (how many), ``coverage`` and ``density`` in the half searched, and
        ``held_coverage``, ``held_density``, ``held_low`` and ``held_high`` among held-out runs; the interval is of the
        density, 95%.
    """
    rows = []
    for step, box in enumerate(path.boxes):
        found = judged(trials, inputs.inside(box), among)
        rows.append((step, len(box.limits), found.coverage.value, *found.density.numbers))
    columns = ["step", "limits", "held_coverage", "held_density", "held_low", "held_high"]
    return pd.DataFrame(rows, columns=columns).assign(coverage=path.coverage, density=path.density)
