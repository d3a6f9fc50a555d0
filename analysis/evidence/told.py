"""What only full records show: how far a market moves for a point of pressure, and when talks under a host begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates import Estimate, kaplan_meier, ratio, share_of_counts
from sim.vocabulary import events as e

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory

PERCENT = 100.0
YES = e.WORDS[e.MEDIATION_ACCEPTED]
NO = (e.WORDS[e.MEDIATION_DECLINED], e.WORDS[e.MEDIATION_LAPSED])

Moves = NDArray[np.float64]


class Told(NamedTuple):
    """Market move in % per point, days to the first mediated talks, share of answers to hosts that were a no."""

    slope: Estimate
    days_to_mediation: Estimate
    refused: Estimate
    runs: int


def read_told(runs: Iterable[Trajectory], side: str) -> Told:
    """Measure full records; ``side`` is whose pressure and whose market are looked at.

    A run has many days and many answers, but one luck, and counts once in each interval.
    """
    moves: list[Moves] = []
    days, yes, no, horizon = [], [], [], 0
    for run in runs:
        moves.append(raised(run.steps, side))
        days.append(first_day(run.events, e.WORDS[e.MEDIATION_HELD]))
        kinds = run.events["kind"].value_counts()
        yes.append(int(kinds.get(YES, 0)))
        no.append(int(sum(kinds.get(kind, 0) for kind in NO)))
        horizon = run.scenario.horizon_days
    waiting = kaplan_meier(days, horizon).median
    refused = share_of_counts(no, np.add(yes, no))
    return Told(slope(moves), waiting, refused, len(moves))


def raised(steps: pd.DataFrame, side: str) -> Moves:
    """Days on which a side alone raised pressure: points added, and its market's move in % the same day."""
    points = steps.filter(like=".pressure").diff()
    own = points[f"{side}.pressure"]
    others = points.drop(columns=f"{side}.pressure").abs().sum(axis=1)
    move = np.expm1(steps[f"{side}.index"].diff()) * PERCENT
    chosen = (own > 0) & (others == 0)
    return np.column_stack([own[chosen], move[chosen]]).astype(np.float64)


def slope(moves: Sequence[Moves]) -> Estimate:
    """Move in % per point, least squares through the origin as for the yardstick.

    Parameters
    ----------
    moves : sequence of array
        Per run, what :func:`raised` gives.
    """
    rows = np.concatenate(moves)
    lucks = np.repeat(np.arange(len(moves)), [len(own) for own in moves])
    return ratio(rows[:, 0] * rows[:, 1], rows[:, 0] * rows[:, 0], lucks)


def first_day(events: pd.DataFrame, kind: str) -> float:
    """Day of the first event of a kind; NaN when there is none."""
    days = events.loc[events["kind"] == kind, "day"]
    return float(days.iloc[0]) if len(days) else float("nan")
