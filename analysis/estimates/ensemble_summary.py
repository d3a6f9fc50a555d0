"""What an ensemble says in numbers, each with its interval: the content of `climbdown ensemble --json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.estimates.catalogue import OUTCOMES
from analysis.estimates.ensemble_counts import EnsembleCounts
from analysis.estimates.estimate import Estimate
from analysis.estimates.measure_estimates import MeasureEstimate
from analysis.estimates.shares import wilson
from analysis.estimates.streaming_counts import Amounts, Answers, Days, Words
from analysis.estimates.time_curves import reached
from analysis.estimates.ways import ways
from sim.narrative.case_words import words_of

QUANTILES = {"p05": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}


def summary(counts: EnsembleCounts) -> dict[str, Any]:
    """Return everything that is reported of an ensemble as plain values.

    Returns
    -------
    dict
        ``outcomes``, ``mediators`` and ``ever`` map names to shares of runs with 95% intervals; ``first_contact``,
        ``first_voice``, ``first_in_person``, ``truce`` and ``deal`` say in which share of runs it came, and the day by
        which it had come in half of them (Kaplan-Meier; infinite when it never did); ``settlements`` holds the share of
        each issue that goes to the first side by id, in runs with a deal. ``standing`` and ``first_asks`` are tables
        as :func:`analysis.estimates.shares_over_days.shares_over_days` makes them, by column, and ``ways`` is one of
        :class:`analysis.estimates.ways.Way`. ``measures`` lists every measure of the catalogue by the columns of
        :class:`analysis.estimates.measure_estimates.MeasureEstimate`.
    """
    return {
        "outcomes": shares(counts.outcomes, OUTCOMES),
        **_times(counts),
        "mediators": shares(counts.mediators, [*counts.scenario.mediators, "nobody"]),
        "ever": {
            name: {**plain_share(kept.estimate()), "runs": kept.had}
            for name, kept in counts.stem("ever").items()
            if isinstance(kept, Answers)
        },
        "settlements": {issue: _amounts(counts, f"settlement_{issue}") for issue in counts.scenario.issues},
        "settlements_go_to": counts.sides[0],
        "trough": {side: _amounts(counts, f"trough_{side}") for side in counts.sides},
        "peak_pressure": {side: _amounts(counts, f"peak_pressure_{side}") for side in counts.sides},
        "standing": columns(counts.standing.table()),
        "first_asks": columns(counts.first_asks.table()),
        "ways": columns(ways(counts.ways, words_of(counts.scenario))),
        "measures": measure_lines(counts),
    }


def columns(table: pd.DataFrame) -> dict[str, list[Any]]:
    """Return a table as lists by column."""
    return {str(name): column.tolist() for name, column in table.items()}


def _times(counts: EnsembleCounts) -> dict[str, dict[str, Any]]:
    """What comes on a day, each with its share and days; of the first contact also who asked for it, and its level."""
    days = {name.removesuffix("_days"): kept for name, (_, kept) in counts.measures.items() if isinstance(kept, Days)}
    told = {name: time_of(kept, with_curve=name == "first_contact") for name, kept in days.items()}
    named = (*counts.sides, "both")
    others = sorted(set(counts.asked_by.counts) - set(named))
    told["first_contact"]["asked_by"] = shares(counts.asked_by, (*named, *others))
    told["first_contact"]["levels"] = shares(counts.levels, sorted(counts.levels.counts))
    return told


def measure_lines(counts: EnsembleCounts) -> list[dict[str, Any]]:
    """Every measure of the catalogue, one line each."""
    lines = []
    for found, kept in counts.measures.values():
        made = kept.estimate()._replace(n=kept.known)
        made = found.bounded(made) if isinstance(kept, Amounts) else made
        lines.append(MeasureEstimate.of(found, made, kept.runs - kept.known)._asdict())
    return lines


def shares(words: Words, names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the share of runs with each word, and how many they are."""
    return {name: {**plain_share(words.share(name)), "runs": words.counts[name]} for name in names}


def plain_share(found: Estimate) -> dict[str, float]:
    """Return a share by the names that programs read."""
    return found.named("share")


def time_of(days: Days, with_curve: bool = False) -> dict[str, Any]:
    """Return in which share of runs something came, and by which day in half of them."""
    found = days.curve()
    told: dict[str, Any] = plain_share(wilson(found.events, found.runs))
    median = found.median
    told |= {"median_day": median.value, "median_low": median.low, "median_high": median.high}
    if with_curve:
        told["curve"] = {str(name): [float(value) for value in column] for name, column in reached(found).items()}
    return told


def _amounts(counts: EnsembleCounts, name: str) -> dict[str, Any]:
    measure, found = counts.measures[name]
    assert isinstance(found, Amounts)
    spread = {name: found.quantile(share) for name, share in QUANTILES.items()}
    return {**measure.bounded(found.estimate()).named("mean"), **spread, "runs": found.known}
