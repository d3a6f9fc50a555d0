"""What came of many runs of one scenario, added up piece by piece as they finish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.estimates.streaming_counts import Amounts, Days, Words

if TYPE_CHECKING:
    from sim.results.runs import Runs
    from sim.scenario import Scenario

TIMES = ("first_contact", "first_voice", "first_in_person", "truce", "deal")
EVER = ("call", "summit", "talks", "truce", "blow_up", "withdrawal", "breach")
MOST_POINTS, POINT = 1000.0, 1.0
SHARE_FINENESS = 0.001
"""Falls of markets and shares of issues are kept to a tenth of a per cent."""


class Tally:
    """Everything that the summary of an ensemble needs, in memory that does not grow with the runs.

    Parameters
    ----------
    scenario : Scenario
        What was run.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.runs = 0
        self.sides = tuple(sorted(scenario.leaders))
        clock = (float(scenario.horizon_days), float(scenario.clock.step_days))
        self.outcomes, self.asked_by, self.levels, self.mediators = Words(), Words(), Words(), Words()
        self.times = {name: Days(*clock) for name in TIMES}
        self.ever = dict.fromkeys(EVER, 0)
        self.trough = {side: Amounts(1.0, SHARE_FINENESS) for side in self.sides}
        self.peak_pressure = {side: Amounts(MOST_POINTS, POINT) for side in self.sides}
        self.settlements = {issue: Amounts(1.0, SHARE_FINENESS) for issue in scenario.issues}

    def add(self, runs: Runs) -> None:
        """Add runs of the scenario."""
        table = runs.columns()
        met = ~np.isnan(table["first_contact_day"])
        self.outcomes.add(table["outcome"])
        self.asked_by.add(_named(table["first_contact_by"][met]))
        self.levels.add(_named(table["first_contact_level"][met]))
        self.mediators.add(_named(table["mediator"]))
        for name, days in self.times.items():
            days.add(table[f"{name}_day"])
        for name in EVER:
            self.ever[name] += int(table[f"ever_{name}"].sum())
        for side in self.sides:
            self.trough[side].add(table[f"trough_{side}"])
            self.peak_pressure[side].add(table[f"peak_pressure_{side}"])
        for issue, amounts in self.settlements.items():
            amounts.add(table[f"settlement_{issue}"])
        self.runs += len(runs)


def _named(words: np.ndarray) -> np.ndarray:
    return np.where(words == "", "nobody", words)
