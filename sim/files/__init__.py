"""How files become scenarios, studies and scripts, with every mistake explained; how variants are made and written."""

from __future__ import annotations

from sim.files.problems import Problem, ScenarioError
from sim.files.scenario_loading import load_scenario
from sim.files.scenario_reading import scenario_from
from sim.files.shipped import list_scenarios
from sim.files.variants import objections, parse_setting, vary

__all__ = [
    "Problem",
    "ScenarioError",
    "list_scenarios",
    "load_scenario",
    "objections",
    "parse_setting",
    "scenario_from",
    "vary",
]
