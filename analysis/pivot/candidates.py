"""Which decisions of a run could well have gone otherwise: those with another option of some chance."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sim.results.record_rows import Decision, Option, decisions
from sim.results.trajectory import Trajectory

LEAST_CHANCE = 0.10
"""What a leader would have done less often than this is no alternative that the run came near to."""


class Candidate(NamedTuple):
    """A decision of the run, and something else that could well have been done there."""

    decision: Decision
    other: Option


def candidates(
    record: Trajectory, scripted: Collection[str] = (), least_chance: float = LEAST_CHANCE
) -> tuple[Candidate, ...]:
    """Return every option not taken that had some chance, in the order of the decisions.

    Parameters
    ----------
    record : Trajectory
        The run.
    scripted : collection of str
        Sides whose decisions somebody else made beforehand: the model gives no chance that they mean anything.
    least_chance : float
        The smallest chance (0 to 1) that counts.
    """
    return tuple(
        Candidate(decision, option)
        for decision in decisions(record)
        if decision.leader not in scripted
        for option in decision.options
        if option.name != decision.chosen.name and option.probability >= least_chance
    )
