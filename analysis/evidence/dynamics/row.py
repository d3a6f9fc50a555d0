"""What a row of the table of behaviours is, and what measuring it finds."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from analysis.estimates import Estimate

if TYPE_CHECKING:
    from analysis.evidence.dynamics.stage import Stage

POOLED = "all cases"
"""The case of a reading over all cases."""


class Reading(NamedTuple):
    """One number of a row.

    Attributes
    ----------
    case : str
        The shipped case, or :data:`POOLED`.
    what : str
        What was measured, in a few words.
    estimate : Estimate
        The number with its interval; each luck counts once.
    reached : bool or None
        Whether it is as it should be; None for what is shown and not judged.
    allowed : (float, float) or None
        The range in which the true number should be, ends included; None where there is none to hold it against.
    everywhere : bool
        Whether that must be so in every case, or only in as many as the row says.
    is_ratio : bool
        Whether the interval is symmetric on the log scale.
    """

    case: str
    what: str
    estimate: Estimate
    reached: bool | None = None
    allowed: tuple[float, float] | None = None
    everywhere: bool = True
    is_ratio: bool = False


def within(case: str, what: str, estimate: Estimate, low: float = -math.inf, high: float = math.inf) -> Reading:
    """A reading that is reached when its value lies in a range; not judged where it is unknown."""
    reached = None if math.isnan(estimate.value) else bool(low <= estimate.value <= high)
    return Reading(case, what, estimate, reached, (low, high))


class Finding(NamedTuple):
    """What was found for a row.

    Attributes
    ----------
    readings : list of Reading
        Number by number.
    reached : bool or None
        Whether the row holds; None where it cannot be told from the cases that were run.
    told : str
        Why, in a few words.
    """

    readings: list[Reading]
    reached: bool | None
    told: str


class Row(NamedTuple):
    """One behaviour that the model must show.

    Attributes
    ----------
    name : str
        ``D1`` to ``D19``.
    behaviour : str
        What must be so.
    where : str
        In which cases.
    bound : str
        When it counts as reached, in words; the numbers stand in ``limits``.
    limits : mapping of str to float
        The numbers of the bound, which the tests read too.
    measure : callable
        From a stage to a finding.
    parameters : tuple of str
        With which parameters it is asked.
    """

    name: str
    behaviour: str
    where: str
    bound: str
    limits: Mapping[str, float]
    measure: Callable[[Stage], Finding]
    parameters: tuple[str, ...] = ("central", "drawn")


def count_reached(readings: list[Reading]) -> int:
    """How many readings are as they should be."""
    return sum(reading.reached is True for reading in readings)


def enough(wanted: float, of: float, there: int) -> int:
    """How many of the cases at hand must hold when ``wanted`` of ``of`` must: all of a few, and never none."""
    return max(1, round(wanted if there >= of else wanted * there / of))
