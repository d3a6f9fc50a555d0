"""What `climbdown explain` shows: a decision, the run it belongs to, and what was asked for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sim.results.record_rows import Decision
    from sim.results.trajectory import Trajectory


class Explained(NamedTuple):
    """One decision to be explained.

    Attributes
    ----------
    record : Trajectory
        The run, which may be unfinished.
    decision : Decision
        The first decision on or after the day.
    day : date
        The day that was asked for.
    kind : str
        Which kind of decision was asked for (``turn`` or ``answer``); empty for any.
    everything : bool
        Whether every consideration of every option is wanted.
    person : bool
        Whether a person took it: the model's reasons are not theirs.
    """

    record: Trajectory
    decision: Decision
    day: dt.date
    kind: str = ""
    everything: bool = False
    person: bool = False
