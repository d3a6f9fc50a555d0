"""What an ensemble says in numbers, each with its interval: the content of `climbdown ensemble --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from analysis.estimates import OUTCOMES, Interval, kaplan_meier, wilson
from analysis.estimates.streaming_counts import Amounts, Days, Words

if TYPE_CHECKING:
    from analysis.estimates.tally import Tally

QUANTILES = {"p05": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}


def summary(tally: Tally) -> dict[str, Any]:
    """Return everything that is reported of an ensemble as plain values.

    Returns
    -------
    dict
        ``outcomes``, ``mediators`` and ``ever`` map names to shares of runs with 95% intervals; ``first_contact``,
        ``first_voice``, ``first_in_person``, ``truce`` and ``deal`` say in which share of runs it came, and the day by
        which it had come in half of them (Kaplan-Meier; infinite when it never did); ``settlements`` holds the share of
        each issue that goes to the first side by id, in runs with a deal.
    """
    first = time_of(tally.times["first_contact"], with_curve=True)
    named = (*tally.sides, "both")
    first["asked_by"] = shares(tally.asked_by, (*named, *sorted(set(tally.asked_by.counts) - set(named))))
    first["levels"] = shares(tally.levels, sorted(tally.levels.counts))
    mediators = [*tally.scenario.mediators, "nobody"]
    return {
        "outcomes": shares(tally.outcomes, OUTCOMES),
        "first_contact": first,
        **{name: time_of(days) for name, days in tally.times.items() if name != "first_contact"},
        "mediators": shares(tally.mediators, mediators),
        "ever": {name: plain_share(wilson(count, tally.runs)) for name, count in tally.ever.items()},
        "settlements": {issue: _amounts(found) for issue, found in tally.settlements.items()},
        "settlements_go_to": tally.sides[0],
        "trough": {side: _amounts(found) for side, found in tally.trough.items()},
        "peak_pressure": {side: _amounts(found) for side, found in tally.peak_pressure.items()},
    }


def shares(words: Words, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the share of runs with each word, and how many they are."""
    return {name: {**plain_share(words.share(name)), "runs": words.counts[name]} for name in names}


def plain_share(found: Interval) -> dict[str, float]:
    """Return a share by the names that programs read."""
    return {"share": found.estimate, "low": found.low, "high": found.high}


def time_of(days: Days, with_curve: bool = False) -> dict[str, Any]:
    """Return in which share of runs something came, and by which day in half of them."""
    found = kaplan_meier(days.days, days.horizon_days, counts=days.counts)
    told: dict[str, Any] = plain_share(wilson(found.events, found.runs))
    median = found.median
    told |= {"median_day": median.estimate, "median_low": median.low, "median_high": median.high}
    if with_curve:
        curve = found.curve
        columns = {"day": curve["day"], "reached": 1 - curve["survival"], "low": 1 - curve["high"]}
        columns["high"] = 1 - curve["low"]
        told["curve"] = {name: [float(value) for value in column] for name, column in columns.items()}
    return told


def _amounts(found: Amounts) -> dict[str, Any]:
    mean, low, high = found.interval()
    spread = {name: found.quantile(share) for name, share in QUANTILES.items()}
    return {"mean": mean, "low": low, "high": high, **spread, "runs": found.runs}
