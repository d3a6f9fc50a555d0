"""D14: no side has a built-in edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.estimates import mean, share
from analysis.evidence.dynamics.row import Finding, Reading, Row
from analysis.evidence.dynamics.stage import Stage
from analysis.evidence.dynamics.switches import sides_of

if TYPE_CHECKING:
    from sim.scenario import Scenario

EVEN = {"level": 0.95}


def alike(scenario: Scenario) -> dict[str, Any]:
    """Give the second side everything that the first has: its leader, its standing with hosts, its stakes."""
    from sim.files.scenario_writing import plain_tree

    first, second = sides_of(scenario)
    tree = plain_tree(scenario)
    twin = _renamed(tree["leaders"][first])
    changes: dict[str, Any] = {f"leaders.{second}": twin, "observed": None, "scheduled": []}
    changes |= _same(tree.get("mediators", {}), "mediators", "acceptability", (first, second))
    for field in ("weight", "red_line"):
        changes |= _same(tree["issues"], "issues", field, (first, second))
    truce = scenario.at_start.truce
    if truce is not None:
        changes[f"at_start.truce.suspended.{second}"] = truce.suspended[first]
    return changes


def _renamed(leader: Mapping[str, Any]) -> dict[str, Any]:
    """A leader's block with other ids for the people in it, which must differ between sides."""
    twin = dict(leader)
    for roster in ("advisers", "envoys", "precedents"):
        if roster in twin:
            twin[roster] = {f"twin-{key}": entry for key, entry in twin[roster].items()}
    return twin


def _same(roster: Mapping[str, Any], name: str, field: str, sides: tuple[str, str]) -> dict[str, Any]:
    first, second = sides
    chosen = {key: entry[field] for key, entry in roster.items() if first in entry.get(field, {})}
    return {f"{name}.{key}.{field}.{second}": pair[first] for key, pair in chosen.items()}


def evenness(stage: Stage) -> Finding:
    """With both sides alike: who asks first, and who gains."""
    level = 1 - (1 - EVEN["level"]) / (2 * len(stage.cases))
    readings = []
    for case, scenario in stage.cases.items():
        runs = stage.runs(case, alike(scenario))
        by = runs.measures["first_ask_by"]
        first = share(np.where(by >= 0, by == 0, np.nan), level=level)
        readings.append(Reading(case, "the first side asks first", first, _holds(first, 0.5), (0.5, 0.5)))
        dealt = runs.measures["deal_day"] >= 0
        shares = [np.where(dealt, runs.measures[f"settlement_{key}"], np.nan) for key in scenario.issues]
        gained = mean(np.mean(shares, axis=0), level=level)
        readings.append(Reading(case, "the first side's share of a deal", gained, _holds(gained, 0.5), (0.5, 0.5)))
    uneven = [f"{reading.case} {reading.what}" for reading in readings if reading.reached is False]
    return Finding(readings, not uneven, f"uneven: {'; '.join(uneven) or 'nowhere'}")


def _holds(found: Any, value: float) -> bool | None:
    """Whether an interval holds a value; None without an interval."""
    return None if np.isnan(found.low) else bool(found.low <= value <= found.high)


ROWS = (
    Row(
        "D14",
        "no side has a built-in edge",
        "all cases with both sides made alike in everything; the mirror law has a test of its own",
        "who asks first and who gains: one half is inside the interval (95% for all of them together)",
        EVEN,
        evenness,
    ),
)
