"""What came of many runs of one scenario, added up piece by piece as they finish; every run has a luck of its own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.estimates.catalogue import measures
from analysis.estimates.first_asks import BOTH, NOBODY, askers_on
from analysis.estimates.measure import Kind, Measure
from analysis.estimates.shares_over_days import StateCounts, days_watched
from analysis.estimates.standings import BANDS, bands_on, opens_in
from analysis.estimates.streaming_counts import Amounts, Answers, Days, Words
from analysis.estimates.ways import Path, paths_of

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

Counts = Answers | Days | Amounts


class EnsembleCounts:
    """Everything that the summary of an ensemble needs, in memory that does not grow with the runs.

    Every measure of the catalogue is counted, whatever it is; four questions whose answer is a word; and
    for every day where runs stand and who has asked first, and which way each run went.

    Parameters
    ----------
    scenario : Scenario
        What was run.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.runs = 0
        self.sides = _both(scenario)
        self.outcomes, self.asked_by, self.levels, self.mediators = Words(), Words(), Words(), Words()
        days = days_watched(float(scenario.horizon_days), float(scenario.clock.step_days))
        self.standing = StateCounts(days, BANDS)
        self.first_asks = StateCounts(days, (*self.sides, BOTH, NOBODY))
        self.ways: Counter[Path] = Counter()
        self.measures: dict[str, tuple[Measure, Counts]] = {}

    def add(self, runs: Runs) -> None:
        """Add runs of the scenario."""
        table = runs.table()
        met = table["first_contact_day"].notna()
        self.outcomes.add(table["outcome"].to_numpy())
        self.asked_by.add(_named(table.loc[met, "first_contact_asked_by"]))
        self.levels.add(_named(table.loc[met, "first_contact_level"]))
        self.mediators.add(_named(table["mediator"]))
        self.standing.add(bands_on(table, self.standing.days, opens_in(self.scenario)))
        self.first_asks.add(askers_on(table, self.sides, self.first_asks.days))
        self.ways.update(paths_of(table))
        for name, found in measures(table, self.scenario.mediators).items():
            self.measures.setdefault(name, (found, self._counts(found)))[1].add(found.values(table))
        self.runs += len(runs)

    def of(self, name: str) -> Counts:
        """What was counted of one measure."""
        return self.measures[name][1]

    def stem(self, stem: str) -> dict[str, Counts]:
        """What was counted of the measures that begin alike, by the rest of their name: ``trough`` of each side."""
        prefix = f"{stem}_"
        return {name.removeprefix(prefix): kept for name, (_, kept) in self.measures.items() if name.startswith(prefix)}

    def _counts(self, found: Measure) -> Counts:
        if found.kind is Kind.share:
            return Answers()
        if found.kind is Kind.days:
            return Days(float(self.scenario.horizon_days), float(self.scenario.clock.step_days))
        return Amounts(found.most, found.fineness)


def _both(scenario: Scenario) -> tuple[str, str]:
    first, second = sorted(scenario.leaders)
    return first, second


def _named(words: pd.Series) -> np.ndarray:
    return np.where(words == "", "nobody", words)
