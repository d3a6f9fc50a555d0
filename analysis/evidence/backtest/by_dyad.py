"""How sure a rate or a score over cases is, when many cases share their two leaders: whole dyads are drawn again."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from analysis.estimates import Estimate, EstimateError
from analysis.estimates.estimate import UNKNOWN
from analysis.estimates.resampling import percentile
from analysis.evidence.casebook import Case
from sim.luck import generator

RESAMPLES = 2000


def dyad(case: Case) -> str:
    """Return the two leaders as one text, the same whoever of the two brings pressure to bear."""
    return " / ".join(sorted((case.leaders.A.name, case.leaders.B.name)))


def mean_by_dyad(values: ArrayLike, dyads: Sequence[str], label: str, seed: int = 0) -> Estimate:
    """Return the mean over cases, with a percentile bootstrap that draws dyads.

    Parameters
    ----------
    values : array_like
        One number per case.
    dyads : sequence of str
        Per case, its dyad (:func:`dyad`); the cases of one dyad are drawn together.
    label, seed : str and int
        The address of the luck: the same call gives the same interval wherever it is made.

    Returns
    -------
    Estimate
        ``n`` counts cases and ``lucks`` dyads; NaN throughout without cases.

    Raises
    ------
    EstimateError
        When there is not one dyad per case.
    """
    numbers = np.asarray(values, dtype=np.float64)
    if len(numbers) != len(dyads):
        raise EstimateError(f"{len(dyads)} dyads for {len(numbers)} cases")
    if not len(numbers):
        return UNKNOWN
    names, places = np.unique(np.asarray(dyads), return_inverse=True)
    rows = np.column_stack([np.bincount(places, weights=numbers), np.bincount(places)])
    luck = generator(seed, f"backtest/{label}")
    tops, bottoms = rows[luck.integers(len(rows), size=(RESAMPLES, len(rows)))].sum(axis=1).T
    return Estimate(float(numbers.mean()), *percentile(tops / bottoms), len(numbers), len(names))
