"""How long until it happens, when some runs end before it does: Kaplan and Meier's curve (1958).

A run that reaches the horizon without contact says only that contact takes longer than that; it is censored there, not
dropped and not counted as a contact on the last day. A run that a deal ends early stays counted as one without it up to
the horizon, so that one minus the curve is the share of all runs that have got there (cumulative incidence).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.interval import LEVEL, Interval, IntervalError, normal_quantile


class KaplanMeier(NamedTuple):
    """A time-to-event curve.

    ``curve`` has one row a day on which something changes, the first at day 0: ``day``, ``at_risk``, ``events``,
    ``censored``, ``survival`` (share of runs still without the event after that day), and its
    interval ``low``, ``high``. ``median`` is in days; an end the curve never reaches before the horizon is infinite.
    """

    curve: pd.DataFrame
    median: Interval
    runs: int
    events: int


def kaplan_meier(
    days: ArrayLike, horizon: ArrayLike, level: float = LEVEL, counts: ArrayLike | None = None
) -> KaplanMeier:
    """Curve of the time to an event, with Greenwood's variance on the log-log scale.

    Parameters
    ----------
    days : array_like
        Day of the event in each run, at least 0; NaN when it never came.
    horizon : float or array_like
        Day on which each run stopped being watched; an event later than that is censored at it.
    level : float
        Confidence of the pointwise interval and of the median's (Brookmeyer & Crowley 1982).
    counts : array_like, optional
        How many runs each entry stands for, when runs were counted by day; one by default.

    Raises
    ------
    IntervalError
        On negative days or horizons, or when the two do not match one to one.
    """
    when, happened = _censor(days, horizon)
    z = normal_quantile(level)
    many = np.ones(when.size) if counts is None else np.asarray(counts, dtype=np.float64)
    times, spot = np.unique(when[many > 0], return_inverse=True)
    happened, many = happened[many > 0], many[many > 0]
    events = np.bincount(spot, weights=happened * many, minlength=times.size).astype(np.float64)
    leaving = np.bincount(spot, weights=many, minlength=times.size).astype(np.float64)
    runs = int(many.sum())
    at_risk = runs - np.cumsum(leaving) + leaving
    survival = np.cumprod(1 - events / at_risk).astype(np.float64)
    low, high = _log_log(survival, _greenwood(events, at_risk), z)
    curve = pd.DataFrame(
        {
            "day": times,
            "at_risk": at_risk.astype(np.int64),
            "events": events.astype(np.int64),
            "censored": (leaving - events).astype(np.int64),
            "survival": survival,
            "low": low,
            "high": high,
        }
    )
    if times.size == 0 or times[0] > 0:
        start = pd.DataFrame([[0.0, runs, 0, 0, 1.0, 1.0, 1.0]], columns=curve.columns).astype(curve.dtypes)
        curve = pd.concat([start, curve], ignore_index=True) if times.size else start
    return KaplanMeier(curve, _median(curve), runs, int(events.sum()))


def _censor(days: ArrayLike, horizon: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    raw = np.asarray(days, dtype=np.float64)
    ends = np.asarray(horizon, dtype=np.float64)
    if raw.ndim != 1 or ends.ndim > 1 or (ends.ndim == 1 and ends.shape != raw.shape):
        raise IntervalError("days and horizons must match one to one")
    if np.isnan(ends).any() or (ends < 0).any() or (raw < 0).any():
        raise IntervalError("days and horizons must be known and at least 0")
    happened = raw <= ends
    return np.where(happened, raw, np.broadcast_to(ends, raw.shape)), happened


def _greenwood(events: NDArray[np.float64], at_risk: NDArray[np.float64]) -> NDArray[np.float64]:
    """Greenwood's sum, the variance of log survival; infinite once nobody is left."""
    left = at_risk * (at_risk - events)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.cumsum(np.where(events > 0, events / left, 0.0))


def _log_log(
    survival: NDArray[np.float64], variance: NDArray[np.float64], z: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Ends on the scale log(-log S), which cannot leave 0..1; once S is 0 the upper end stays where it last was."""
    low, high = survival.copy(), survival.copy()
    inner = (survival > 0) & (survival < 1)
    log_s = np.log(survival[inner])
    half = z * np.sqrt(variance[inner]) / -log_s
    low[inner] = survival[inner] ** np.exp(half)
    high[inner] = survival[inner] ** np.exp(-half)
    gone = survival <= 0
    low[gone], high[gone] = 0.0, high[inner][-1] if inner.any() else 1.0
    return low, high


def _median(curve: pd.DataFrame) -> Interval:
    """First day on which half have had it; its ends are the first days on which the interval's ends fall to a half."""
    return Interval(*(_first_day(curve, column) for column in ("survival", "low", "high")))


def _first_day(curve: pd.DataFrame, column: str) -> float:
    below = curve[column].to_numpy() <= 0.5
    return float(curve["day"].to_numpy()[below][0]) if below.any() else float("inf")
