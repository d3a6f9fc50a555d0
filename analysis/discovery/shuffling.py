"""What the same search finds where there is nothing: outcomes shuffled over the settings, and all of it done again.

Within each luck its outcomes are dealt to the settings anew (Fisher 1935). So each luck keeps how many cases it has,
each setting how many runs, and nothing is left of what a setting does; whatever box is found then is found by looking
for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.discovery.box import Mask
from analysis.discovery.case_table import Inputs, Trials
from analysis.discovery.choosing import Search, search, standing_out
from analysis.discovery.peeling import Patience
from sim.luck import generator

SHUFFLES = 199
"""With so many the smallest p-value is 1/200."""

COARSE = Patience(peel=0.1)
"""The search that is repeated gives up more at a time than the one whose box is reported."""

MOST_SETTINGS = 500
"""Settings that it looks at; more are thinned at random."""

MOST_RUNS = 40_000
"""Runs that it looks at; more are thinned to whole lucks."""

COVERAGES = np.linspace(0.05, 1.0, 20)
"""Coverages at which it is told how dense a box is found."""


class Nothing(NamedTuple):
    """What a search finds in shuffled outcomes, and how the true ones compare.

    Attributes
    ----------
    p : float
        Share of the searches, the true one among them, whose box stands out at least as much as the true one.
    shuffles : int
        How often outcomes were shuffled.
    found : float
        Share of the shuffles in which a box was found at all.
    densest : float
        Density that 1 in 20 of the shuffles exceeds with the box it finds; of all runs where it finds none.
    band : pandas.DataFrame
        ``coverage``, and the density between whose ``low`` and ``high`` the middle 95% of the shuffles lie there.
    settings, runs : int
        Looked at in each search.
    """

    p: float
    shuffles: int
    found: float
    densest: float
    band: pd.DataFrame
    settings: int
    runs: int


def found_in_nothing(inputs: Inputs, trials: Trials, seed: int = 0, shuffles: int = SHUFFLES) -> Nothing:
    """Repeat a search on shuffled outcomes.

    Parameters
    ----------
    inputs : Inputs
        Settings.
    trials : Trials
        The runs that were searched; their settings are rows of ``inputs``.
    seed : int
        Address of the shuffles.
    shuffles : int
        How many.
    """
    few, runs = thinned(inputs, trials, seed)
    if not 0 < runs.case.sum() < len(runs.case):
        return _nothing_to_shuffle(few, runs)
    truth = _standing(few, search(few, COARSE))
    stands, densities, paths = [], [], []
    for cases in shuffled(runs, seed, shuffles):
        nothing = few._replace(cases=np.bincount(runs.setting[cases], minlength=len(few.runs)))
        found = search(nothing, COARSE)
        stands.append(_standing(nothing, found))
        inside = nothing.inside(found.box)
        densities.append(nothing.cases[inside].sum() / nothing.runs[inside].sum())
        paths.append(_along(found))
    beyond = sum(stand >= truth for stand in stands)
    low, high = np.quantile(np.array(paths), [0.025, 0.975], axis=0)
    return Nothing(
        p=(1 + beyond) / (1 + shuffles),
        shuffles=shuffles,
        found=float(np.mean([stand > 0 for stand in stands])),
        densest=float(np.quantile(densities, 0.95)),
        band=pd.DataFrame({"coverage": COVERAGES, "low": low, "high": high}),
        settings=len(few.runs),
        runs=len(runs.case),
    )


def _nothing_to_shuffle(inputs: Inputs, runs: Trials) -> Nothing:
    """Of runs of which none or all are cases."""
    band = pd.DataFrame({"coverage": COVERAGES, "low": 0.0, "high": 1.0})
    return Nothing(1.0, 0, 0.0, float(runs.case.mean()), band, len(inputs.runs), len(runs.case))


def thinned(inputs: Inputs, trials: Trials, seed: int = 0) -> tuple[Inputs, Trials]:
    """So many settings and lucks, drawn at random, as can be searched hundreds of times; all where they are few."""
    size = len(inputs.runs)
    draws = generator(seed, "discovery/thinned")
    settings = np.sort(draws.permutation(size)[:MOST_SETTINGS])
    place = np.full(size, -1, dtype=np.int64)
    place[settings] = np.arange(len(settings))
    kept = place[trials.setting] >= 0
    lucks = np.unique(trials.luck[kept])
    each = max(1.0, float(kept.sum()) / len(lucks))
    if kept.sum() > MOST_RUNS:
        kept &= np.isin(trials.luck, draws.permutation(lucks)[: max(2, int(MOST_RUNS / each))])
    runs = trials.among(kept)
    runs = runs._replace(setting=place[runs.setting])
    table = inputs.table.iloc[settings].reset_index(drop=True)
    return runs.counted(Inputs.of(table, inputs.runs[settings], inputs.cases[settings])), runs


def shuffled(trials: Trials, seed: int, shuffles: int) -> Iterator[Mask]:
    """Outcomes dealt to the settings anew within each luck; among all runs where each has a luck of its own."""
    draws = generator(seed, "discovery/shuffles")
    luck = trials.luck if len(np.unique(trials.luck)) < len(trials.luck) else np.zeros_like(trials.luck)
    order = np.argsort(luck, kind="stable")
    sizes = np.unique(luck, return_counts=True)[1]
    cases = trials.case[order]
    for _ in range(shuffles):
        dealt = np.empty_like(cases)
        if sizes.min() == sizes.max():
            dealt[order] = draws.permuted(cases.reshape(len(sizes), -1), axis=1).ravel()
        else:
            dealt[order] = cases[np.lexsort((draws.random(len(cases)), luck[order]))]
        yield dealt


def _standing(inputs: Inputs, found: Search) -> float:
    return standing_out(inputs, found.box) if found.found else 0.0


def _along(found: Search) -> np.ndarray:
    """The density of a path at each coverage; where it ends earlier, that at its end."""
    order = np.argsort(found.path.coverage, kind="stable")
    return np.asarray(np.interp(COVERAGES, found.path.coverage[order], found.path.density[order]))
