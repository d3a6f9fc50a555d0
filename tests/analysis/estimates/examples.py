"""A small ensemble's summary with the head that the command gives it, for tests of how it is told."""

from __future__ import annotations

from typing import Any

from analysis.estimates.ensemble_counts import EnsembleCounts
from analysis.estimates.ensemble_summary import summary
from sim.run import run_many
from sim.scenario import Scenario


def found_in(scenario: Scenario, runs: int = 60) -> dict[str, Any]:
    """The summary of some runs."""
    counts = EnsembleCounts(scenario)
    counts.add(run_many(scenario, runs=runs))
    head = {"scenario": scenario.name, "seed": 0, "parameters": "drawn", "version": "1", "settings": ["a.b=1"]}
    return {**head, "runs": runs, "asked": 2 * runs, "partial": True, "elapsed_s": 1.5, **summary(counts)}
