"""Two halves of a study's lucks: one to search conditions in, one held out to judge them by.

What a search finds is partly what chance did in the very runs that it looked at. All runs of one luck are in the same
half, since they stand or fall together; a box is then judged by lucks that had no part in finding it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.discovery.case_table import DiscoveryError, Trials
from sim.luck import generator

FEWEST_LUCKS = 8
"""Below this many lucks a study is not halved: an interval from three lucks says nothing."""

MOST_RUNS = 200_000
"""Runs looked at; a study with more is thinned to whole lucks, though not below the fewest."""


class TooFewLucks(DiscoveryError):
    """A study that cannot be halved."""


class Halves(NamedTuple):
    """The runs to search in, and those held out; ``unseen`` lucks were looked at in neither."""

    searched: Trials
    held_out: Trials
    lucks: tuple[int, int]
    unseen: int = 0


def halved(trials: Trials, seed: int = 0, most: int = MOST_RUNS) -> Halves:
    """Part the lucks of a study into two halves.

    Parameters
    ----------
    trials : Trials
        All runs.
    seed : int
        Which halves: they depend on it and on the addresses of the lucks, not on the order of runs.
    most : int
        Runs looked at, at most.

    Raises
    ------
    TooFewLucks
        When there are fewer than :data:`FEWEST_LUCKS`.
    """
    lucks = trials.lucks
    if lucks < FEWEST_LUCKS:
        had = f"{lucks} luck{'s' * (lucks != 1)}"
        raise TooFewLucks(
            f"the study has {had}: at least {FEWEST_LUCKS} are needed to find conditions on one half of them and to "
            "judge them by the other; give it more replications"
        )
    each = len(trials.case) / lucks
    kept = int(min(lucks, max(FEWEST_LUCKS, most // each)))
    order = generator(seed, "discovery/halves").permutation(lucks)[:kept]
    half = np.zeros(lucks, dtype=np.int64)
    half[order[: kept // 2]] = 1
    half[order[kept // 2 :]] = 2
    of_run = half[trials.luck]
    return Halves(
        trials.among(of_run == 1), trials.among(of_run == 2), (kept // 2, kept - kept // 2), int(lucks - kept)
    )
