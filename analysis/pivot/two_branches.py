"""What was found of a decision: the endings after the option taken, and after the other one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.estimates import OUTCOMES, Estimate, share
from analysis.pivot.candidates import LEAST_CHANCE, Candidate
from analysis.pivot.ending_distance import ending_distance
from sim.results.trajectory import Trajectory
from sim.run import Order


class Plan(NamedTuple):
    """How closely is looked.

    Attributes
    ----------
    first, second : int
        Fresh lucks of each branch in the first stage and in the second.
    looks : int
        How many decisions go on to the second stage.
    least_chance : float
        The chance (0 to 1) from which on an option counts as one that could also have been taken.
    level : float
        Confidence with which all intervals of the second stage hold together.
    """

    first: int = 50
    looks: int = 5
    second: int = 400
    least_chance: float = LEAST_CHANCE
    level: float = 0.95


USUAL = Plan()


class Endings(NamedTuple):
    """The endings of both branches of a decision, by fresh luck: numbers of the lucks, codes of the classes."""

    which: NDArray[np.int64]
    taken: NDArray[np.int64]
    other: NDArray[np.int64]


class Finding(NamedTuple):
    """One decision looked at closely.

    Attributes
    ----------
    candidate : Candidate
        The decision and the other option.
    distance : Estimate
        Total variation distance between the endings of the two branches, at a level corrected for the looks.
    taken, other : mapping of str to Estimate
        By outcome class, its share in each branch, with a 95% interval.
    typical : int
        The first fresh luck whose ending, after the other option, is the class that gains most by it.
    """

    candidate: Candidate
    distance: Estimate
    taken: Mapping[str, Estimate]
    other: Mapping[str, Estimate]
    typical: int

    @property
    def decided(self) -> bool:
        """Whether the endings really differ: the interval excludes 0."""
        return self.distance.low > 0


class Pivot(NamedTuple):
    """Which decision decided a run.

    Attributes
    ----------
    record : Trajectory
        The run.
    candidates : tuple of Candidate
        Everything else that could well have been done.
    findings : tuple of Finding
        The decisions looked at closely, the one that moves the endings most first.
    plan : Plan
        How closely was looked.
    orders : tuple of Order
        What the run was told to do.
    """

    record: Trajectory
    candidates: tuple[Candidate, ...]
    findings: tuple[Finding, ...]
    plan: Plan = USUAL
    orders: tuple[Order, ...] = ()

    @property
    def decisions(self) -> int:
        """At how many decisions something else could well have been done."""
        return len({candidate.decision.decision for candidate in self.candidates})

    @property
    def pivot(self) -> Finding | None:
        """The decision that decided most; None where no single decision did."""
        return next((finding for finding in self.findings if finding.decided), None)


def finding_of(candidate: Candidate, endings: Endings, level: float) -> Finding:
    """Return what the endings of both branches say of a decision."""
    taken, other = _shares(endings.taken), _shares(endings.other)
    gain = [other[name].value - taken[name].value for name in OUTCOMES]
    after = endings.which[endings.other == int(np.argmax(gain))]
    typical = after if len(after) else endings.which
    distance = ending_distance(endings.taken, endings.other, level)
    return Finding(candidate, distance, taken, other, int(typical[0]))


def _shares(codes: NDArray[np.int64]) -> dict[str, Estimate]:
    return {name: share(codes == code) for code, name in enumerate(OUTCOMES)}
