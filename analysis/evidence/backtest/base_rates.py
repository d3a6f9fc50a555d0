"""What somebody would say who knows only how often such things happen: rates over the other cases.

The rate of a group (a domain, a frame) rests on few cases; the overall rate is added to it as if it were one more case,
so that a group of one says what all say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from analysis.evidence.casebook import Case

WEIGHT = 1.0
"""For how many cases of a group the overall rate counts."""


class Benchmark(StrEnum):
    """A forecaster without a model."""

    uniform = "uniform"
    base_rate = "base rate"
    domain = "by domain"
    frame = "by frame"


GROUPS: dict[Benchmark, Callable[[Case], str]] = {
    Benchmark.base_rate: lambda case: "",  # noqa: ARG005 - all cases are one group
    Benchmark.domain: lambda case: str(case.domain),
    Benchmark.frame: lambda case: case.selection_frame,
}
"""By benchmark, the group of a case."""


def leave_one_out(
    answers: NDArray[np.float64], cases: Sequence[Case], benchmark: Benchmark = Benchmark.base_rate
) -> NDArray[np.float64]:
    """Return what a benchmark says of each case, from the answers of all the others.

    Parameters
    ----------
    answers : array of shape (cases, classes)
        Per case, 1 for the class that it ended in and 0 for the others.
    cases : sequence of Case
        The cases, for their groups.
    benchmark : Benchmark
        Which forecaster.

    Returns
    -------
    array of shape (cases, classes)
        Chances that sum to 1 in each row; all alike for the uniform forecaster and for a casebook of one case.
    """
    number, classes = answers.shape
    even = np.full((number, classes), 1 / classes)
    if benchmark is Benchmark.uniform or number < 2:
        return even
    overall = (answers.sum(axis=0) - answers) / (number - 1)
    groups = np.array([GROUPS[benchmark](case) for case in cases])
    alike = (groups[:, None] == groups[None, :]).astype(np.float64)
    np.fill_diagonal(alike, 0)
    rates: NDArray[np.float64] = (alike @ answers + WEIGHT * overall) / (alike.sum(axis=1, keepdims=True) + WEIGHT)
    return rates
