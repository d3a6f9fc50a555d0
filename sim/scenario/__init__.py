"""What a scenario says: its types, how it is read from YAML with every mistake explained, and how variants are made."""

from __future__ import annotations

from sim.scenario.distributions import Beta, Choice, Distribution, Normal, Triangular, Uniform
from sim.scenario.problems import Problem, ScenarioError
from sim.scenario.provenance import Confidence, Provenance
from sim.scenario.reading import scenario_from
from sim.scenario.scenario import Scenario
from sim.scenario.shipped import list_scenarios, load_scenario
from sim.scenario.variants import parse_setting, vary

__all__ = [
    "Beta", "Choice", "Confidence", "Distribution", "Normal", "Problem", "Provenance", "Scenario", "ScenarioError",
    "Triangular", "Uniform", "list_scenarios", "load_scenario", "parse_setting", "scenario_from", "vary",
]  # fmt: skip
