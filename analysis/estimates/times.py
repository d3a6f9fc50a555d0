"""How long until it happens, when some runs end before it does: Kaplan and Meier's curve (1958).

A run that reaches the horizon without contact says only that contact takes longer than that; it is censored there, not
dropped and not counted as a contact on the last day. A run that a deal ends early stays counted as one without it up to
the horizon, so that one minus the curve is the share of all runs that have got there (cumulative incidence).

Where runs share their luck, Greenwood's variance is widened by what the lucks' influences on the curve say against
those of the runs (Ying and Wei 1994), so that the band and the median's interval count each luck once.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from analysis.estimates.estimate import LEVEL, Estimate, EstimateError, normal_quantile
from analysis.estimates.lucks import Lucks, LuckSquares, luck_factor, places_of

Numbers = NDArray[np.float64]

_BATCH = 2_000_000
"""Numbers held at a time when the influences of lucks are added up."""


class KaplanMeier(NamedTuple):
    """A time-to-event curve.

    ``curve`` has one row per day on which something changes, the first at day 0: ``day``, ``at_risk``, ``events``,
    ``censored``, ``survival`` (share of runs still without the event after that day), and its
    interval ``low``, ``high``. ``median`` is in days; an end the curve never reaches before the horizon is infinite.
    """

    curve: pd.DataFrame
    median: Estimate
    runs: int
    events: int


class _Counts(NamedTuple):
    """By day, from the first on: who is still without the event, who has it then, and who is watched no longer."""

    day: Numbers
    at_risk: Numbers
    events: Numbers
    censored: Numbers


def kaplan_meier(
    days: ArrayLike,
    horizon: ArrayLike,
    level: float = LEVEL,
    counts: ArrayLike | None = None,
    lucks: ArrayLike | None = None,
) -> KaplanMeier:
    """Curve of the time to an event, with Greenwood's variance on the log-log scale, each luck counted once.

    Parameters
    ----------
    days : array_like
        Day of the event in each run, at least 0; NaN when it never came.
    horizon : float or array_like
        Day on which each run stopped being watched; an event later than that is censored at it.
    level : float
        Confidence of the pointwise interval and of the median's (Brookmeyer & Crowley 1982).
    counts : array_like, optional
        How many runs each entry stands for, when runs each with a luck of its own were counted by day.
    lucks : array_like of int, optional
        Per run, a number that is the same for runs that share their luck; by default each has its own.

    Raises
    ------
    EstimateError
        On negative days or horizons, when lengths do not match, or when counts and lucks are both given.
    """
    if counts is not None and lucks is not None:
        raise EstimateError("runs counted by day have lost their luck; give counts or lucks, not both")
    when, happened = _censor(days, horizon)
    z = normal_quantile(level)
    many = np.ones(when.size) if counts is None else np.asarray(counts, dtype=np.float64)
    when, happened, many = when[many > 0], happened[many > 0], many[many > 0]
    found, spot = _counted(when, happened, many)
    runs = int(many.sum())
    places = None if counts is not None else places_of(lucks, np.ones(when.shape, dtype=bool))
    number = runs if places is None else int(places.max(initial=-1)) + 1
    survival = np.cumprod(1 - found.events / found.at_risk).astype(np.float64)
    variance = _greenwood(found.events, found.at_risk)
    if places is not None and number < runs:
        variance = variance * _widened(found, (spot, happened, places), (variance, level))
    low, high = _log_log(survival, variance, z, found.at_risk * number / max(runs, 1))
    curve = _table(found, survival, low, high)
    return KaplanMeier(curve, _median(curve, runs, number, level), runs, int(found.events.sum()))


def _censor(days: ArrayLike, horizon: ArrayLike) -> tuple[Numbers, NDArray[np.bool_]]:
    raw = np.asarray(days, dtype=np.float64)
    ends = np.asarray(horizon, dtype=np.float64)
    if raw.ndim != 1 or ends.ndim > 1 or (ends.ndim == 1 and ends.shape != raw.shape):
        raise EstimateError("days and horizons must match one to one")
    if np.isnan(ends).any() or (ends < 0).any() or (raw < 0).any():
        raise EstimateError("days and horizons must be known and at least 0")
    happened = raw <= ends
    return np.where(happened, raw, np.broadcast_to(ends, raw.shape)), happened


def _counted(when: Numbers, happened: NDArray[np.bool_], many: Numbers) -> tuple[_Counts, NDArray[np.int64]]:
    """Counts by day, and the place of each entry's day among them."""
    times, spot = np.unique(when, return_inverse=True)
    events = np.bincount(spot, weights=happened * many, minlength=times.size).astype(np.float64)
    leaving = np.bincount(spot, weights=many, minlength=times.size).astype(np.float64)
    at_risk = int(many.sum()) - np.cumsum(leaving) + leaving
    return _Counts(times, at_risk, events, leaving - events), np.asarray(spot, dtype=np.int64)


def _greenwood(events: Numbers, at_risk: Numbers) -> Numbers:
    """Greenwood's sum, the variance of log survival; infinite once nobody is left."""
    left = at_risk * (at_risk - events)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.cumsum(np.where(events > 0, events / left, 0.0))


def _widened(
    found: _Counts, entries: tuple[NDArray[np.int64], NDArray[np.bool_], Lucks], told: tuple[Numbers, float]
) -> Numbers:
    """By day, how many times larger the variance of log survival is because runs share lucks.

    The influence of a run on log survival adds up, over the days on which it was watched, its own event minus the
    share of those watched who had theirs, over the number left. Its square summed over runs is Greenwood's sum itself.
    """
    spot, happened, places = entries
    variance, level = told
    days, lucks = found.day.size, int(places.max()) + 1
    left = found.at_risk - found.events
    weight = np.divide(1.0, left, out=np.zeros_like(left), where=left > 0)
    hazard = found.events / found.at_risk
    of_lucks = np.zeros((2, days))
    batch = max(1, _BATCH // days)
    for first in range(0, lucks, batch):
        here = (places >= first) & (places < first + batch)
        size = min(batch, lucks - first)
        cell = (places[here] - first) * days + spot[here]
        leaving = np.bincount(cell, minlength=size * days).reshape(size, days)
        events = np.bincount(cell, weights=happened[here], minlength=size * days).reshape(size, days)
        watched = leaving[:, ::-1].cumsum(axis=1)[:, ::-1]
        influence = ((events - watched * hazard) * weight).cumsum(axis=1)
        of_lucks += LuckSquares.of(influence)
    of_runs = np.where(np.isfinite(variance), variance, 0.0)
    return luck_factor(of_runs, LuckSquares(*of_lucks), np.bincount(places), level)


def _log_log(survival: Numbers, variance: Numbers, z: float, lucks: Numbers) -> tuple[Numbers, Numbers]:
    """Ends on the scale log(-log S), which cannot leave 0..1; once S is 0 the upper end stays where it last was.

    Where everybody had the event on one and the same day there is no such end. Then it is Wilson's (1927), for none
    left of ``lucks``, the lucks watched on that day: the end that the share of runs has as well.
    """
    low, high = survival.copy(), survival.copy()
    inner = (survival > 0) & (survival < 1)
    log_s = np.log(survival[inner])
    half = z * np.sqrt(variance[inner]) / -log_s
    low[inner] = survival[inner] ** np.exp(half)
    high[inner] = survival[inner] ** np.exp(-half)
    gone = survival <= 0
    if gone.any():
        low[gone], high[gone] = 0.0, high[inner][-1] if inner.any() else z**2 / (lucks[gone][0] + z**2)
    return low, high


def _table(found: _Counts, survival: Numbers, low: Numbers, high: Numbers) -> pd.DataFrame:
    """The curve as a table that begins on day 0."""
    whole = {name: getattr(found, name).astype(np.int64) for name in ("at_risk", "events", "censored")}
    curve = pd.DataFrame({"day": found.day, **whole, "survival": survival, "low": low, "high": high})
    if found.day.size and found.day[0] == 0:
        return curve
    runs = int(found.at_risk[0]) if found.day.size else 0
    start = pd.DataFrame([[0.0, runs, 0, 0, 1.0, 1.0, 1.0]], columns=curve.columns).astype(curve.dtypes)
    return pd.concat([start, curve], ignore_index=True) if found.day.size else start


def _median(curve: pd.DataFrame, runs: int, lucks: int, level: float) -> Estimate:
    """First day on which half have had it; its ends are the first days on which the interval's ends fall to a half."""
    day, low, high = (_first_day(curve, column) for column in ("survival", "low", "high"))
    return Estimate(day, low, high, runs, lucks, level)


def _first_day(curve: pd.DataFrame, column: str) -> float:
    below = curve[column].to_numpy() <= 0.5
    return float(curve["day"].to_numpy()[below][0]) if below.any() else float("inf")
