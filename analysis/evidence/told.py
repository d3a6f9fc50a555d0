"""What only full records show: how far a market moves for a point of pressure, and when talks under a host begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.estimates import Interval, bootstrap, kaplan_meier, wilson

if TYPE_CHECKING:
    from sim.results.trajectory import Trajectory

PERCENT = 100.0
YES = "mediation_accepted"
NO = ("mediation_declined", "mediation_lapsed")

Moves = NDArray[np.float64]


class Told(NamedTuple):
    """Market move in % per point, days to the first mediated talks, share of answers to hosts that were a no."""

    slope: Interval
    days_to_mediation: Interval
    refused: Interval
    runs: int


def read_told(runs: Iterable[Trajectory], side: str) -> Told:
    """Measure full records; ``side`` is whose pressure and whose market are looked at."""
    moves, days, yes, no, horizon, number = [], [], 0, 0, 0, 0
    for run in runs:
        moves.append(raised(run.steps, side))
        days.append(first_day(run.events, "mediation_held"))
        kinds = run.events["kind"].value_counts()
        yes += int(kinds.get(YES, 0))
        no += int(sum(kinds.get(kind, 0) for kind in NO))
        horizon, number = run.scenario.horizon_days, number + 1
    waiting = kaplan_meier(days, horizon).median
    return Told(slope(np.concatenate(moves)), waiting, wilson(no, yes + no), number)


def raised(steps: pd.DataFrame, side: str) -> Moves:
    """Days on which a side alone raised pressure: points added, and its market's move in % the same day."""
    points = steps.filter(like=".pressure").diff()
    own = points[f"{side}.pressure"]
    others = points.drop(columns=f"{side}.pressure").abs().sum(axis=1)
    move = np.expm1(steps[f"{side}.index"].diff()) * PERCENT
    chosen = (own > 0) & (others == 0)
    return np.column_stack([own[chosen], move[chosen]]).astype(np.float64)


def slope(moves: Moves) -> Interval:
    """Move in % per point, least squares through the origin as for the yardstick, with a bootstrap interval."""
    return bootstrap(moves, lambda rows: float((rows[:, 0] * rows[:, 1]).sum() / (rows[:, 0] ** 2).sum()))


def first_day(events: pd.DataFrame, kind: str) -> float:
    """Day of the first event of a kind; NaN when there is none."""
    days = events.loc[events["kind"] == kind, "day"]
    return float(days.iloc[0]) if len(days) else float("nan")
