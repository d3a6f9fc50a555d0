"""Wide scenarios: valid, different, the same for the same seed, and spread over whole ranges."""

from __future__ import annotations

from typing import Any

from analysis.evidence.wide import spread_paths, wide_scenarios
from sim import load_scenario
from sim.scenario import Scenario


def read_path(scenario: Scenario, path: str) -> float:
    """The number at a dotted path."""
    found: Any = scenario
    for key in path.split("."):
        found = found[key] if isinstance(found, dict) else getattr(found, key)
    return float(found)


def test_the_same_seed_gives_the_same_scenarios_however_many_are_asked_for() -> None:
    few, more = list(wide_scenarios(3)), list(wide_scenarios(5))
    assert few == more[:3]
    assert len({scenario.leaders[next(iter(scenario.leaders))].ego for scenario in more}) == 5
    assert few != list(wide_scenarios(3, seed=1))


def test_every_spread_path_exists_and_leaves_the_case_otherwise_as_it_is() -> None:
    base = load_scenario("camp-david-1978")
    varied = next(iter(wide_scenarios(1)))
    assert all(0 <= read_path(varied, path) <= 1 for path in spread_paths(base))
    assert (varied.start, varied.issues, varied.horizon_days) == (base.start, base.issues, base.horizon_days)
