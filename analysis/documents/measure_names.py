"""What readers call the measures of a scenario, on a line of a terminal or in a table."""

from __future__ import annotations

from analysis.estimates.catalogue import measures_of
from sim.narrative.cast import Cast
from sim.scenario import Scenario


def actor_names(scenario: Scenario) -> dict[str, str]:
    """What readers call sides and third parties, by id."""
    cast = Cast(scenario)
    sides = {side: cast.country(side) for side in cast.sides}
    return sides | {name: cast.mediator(name) for name in scenario.mediators} | {"both": "both at once"}


def clause_names(scenario: Scenario) -> dict[str, str]:
    """What readers call whom or what a measure is about, inside a clause: sides, third parties and issues."""
    cast = Cast(scenario)
    return {issue: cast.issue(issue) for issue in scenario.issues} | actor_names(scenario)


def measure_labels(scenario: Scenario) -> dict[str, str]:
    """The short name of every measure of a scenario, with the names of its actors and issues."""
    names, cast = actor_names(scenario), Cast(scenario)
    labels = {name: found.label(names, cast.words) for name, found in measures_of(scenario).items()}
    askers = {f"asks_first_{side}": f"Asks first: {cast.leader(side)}" for side in cast.sides}
    parts = {f"settlement_{issue}": f"{cast.issue(issue)}{to_first(scenario)}" for issue in scenario.issues}
    return labels | askers | parts


def to_first(scenario: Scenario) -> str:
    """What the name of an issue ends with where a settlement's part of it is meant: whose part it is."""
    cast = Cast(scenario)
    return f", part of {cast.country(cast.sides[0])}"
